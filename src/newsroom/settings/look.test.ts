import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { lookTokens, themeOf } from '#look/theme.ts'
import { colourNames, type Scheme, schemes, usualColours } from '#look/tokens.ts'
import { openNewsroom } from '#test/newsroom.ts'
import { openReader } from '#test/reader.ts'
import { undoPathIn } from '#test/undo.ts'
import { visitorOf } from '#test/visitor.ts'

const colours = (scheme: Scheme) => colourNames.map((name) => [`${scheme}-${name}`, usualColours[scheme][name]])
const usual: Record<string, string> = {
  ...Object.fromEntries(schemes.flatMap(colours)),
  text: 'usual',
  headline: 'usual',
  letters: 'serif',
  measure: '40',
}
const here = '/newsroom/settings/look/'
const linked = (page: string) => /<link rel="stylesheet" href="(\/assets\/theme-\w+\.css)"/.exec(page)?.[1]

describe('the look of the site', () => {
  it('adds nothing to a page while it is as usual, and one file that is kept for ever when it is not', async (test) => {
    const newsroom = await openNewsroom(test)
    const { path } = await newsroom.publish({})
    const { see, warm } = await openReader(test, newsroom)
    const owner = await visitorOf(newsroom)
    await warm([path])
    const before = (await see(path)).text
    await owner.post(here, usual)
    assert.equal((await see(path)).text, before)

    const done = await owner.postOn(here, { ...usual, 'light-accent': '#005a8c', measure: '44' })
    assert.match(done.text, /Tampilan disimpan/)
    const file = linked((await see(path)).text) ?? ''
    const sheet = await see(file)
    assert.match(String(sheet.headers['cache-control']), /immutable/)
    assert.match(String(sheet.headers['content-type']), /^text\/css/)
    assert.equal(sheet.text, '@layer theme{:root{--accent:light-dark(#005a8c, #f0916f);--measure:44rem}\n}\n')
    assert.match((await see('/logo.svg')).text, /#005a8c/)

    await owner.post(undoPathIn(done.text), { to: here })
    assert.equal((await see(path)).text, before)
    await owner.post(here, { ...usual, text: 'large' })
    await owner.post(`${here}usual/`)
    assert.deepEqual(newsroom.gawai.settings.get(lookTokens), {})
  })

  it('refuses text that too many people could not read, naming the pair and its ratio', async (test) => {
    const newsroom = await openNewsroom(test)
    const owner = await visitorOf(newsroom)
    const refused = await owner.post(here, { ...usual, 'dark-quiet': '#55524c' })
    assert.equal(refused.status, 422)
    assert.match(refused.text, /Gelap: “Teks lirih” di atas “Kertas” hanya punya kontras 2\.\d\d/)
    assert.match(refused.text, /name="dark-quiet"\s+value="#55524c"/)
    assert.deepEqual(newsroom.gawai.settings.get(lookTokens), {})
    assert.equal((await owner.post(here, { ...usual, 'light-ink': 'red;}' })).status, 422)
    assert.equal((await owner.post(here, { ...usual, 'light-other': '#000000' })).status, 422)
  })

  it('shows what is being tried before it is saved, without a script', async (test) => {
    const newsroom = await openNewsroom(test)
    await newsroom.publish({ title: 'Ponsel lipat terbaru' })
    const owner = await visitorOf(newsroom)
    const asked = new URLSearchParams({ ...usual, 'light-ink': '#000000' }).toString()
    const { text } = await owner.get(`${here}?${asked}`)
    assert.match(text, /class="preview" data-scheme="dark"/)
    assert.match(text, /Ponsel lipat terbaru/)
    assert.match(text, /name="light-ink"\s+value="#000000"/)
    const sheet = await owner.get(`${here}preview.css?${asked}`)
    assert.match(sheet.text, /--ink: light-dark\(#000000, #e9e5dd\)/)
    assert.equal(sheet.headers.get('cache-control'), 'no-store')
    assert.deepEqual(newsroom.gawai.settings.get(lookTokens), {})
  })

  it('takes a style sheet of the publisher’s into its last layer, typed or as a file, and refuses one that loads from elsewhere', async (test) => {
    const newsroom = await openNewsroom(test)
    const owner = await visitorOf(newsroom)
    const done = await owner.postOn(`${here}theme/`, { theme: '.story h2 {\r\n  letter-spacing: 0;\r\n}' })
    assert.match(done.text, /Lembar gaya disimpan/)
    assert.equal(themeOf(newsroom.gawai.settings)?.text, '@layer theme{.story h2 {\n  letter-spacing: 0;\n}\n}\n')
    const refused = await owner.post(`${here}theme/`, { theme: '@import url(https://elsewhere.example/a.css);' })
    assert.equal(refused.status, 422)
    assert.match(refused.text, /@import url\(https:\/\/elsewhere/, 'what was typed is still there')

    const body = new FormData()
    body.set('theme', '')
    body.set('themeFile', new File(['.lead { border: 0 }'], 'own.css', { type: 'text/css' }))
    const headers = { origin: newsroom.gawai.origin, cookie: `__Host-gawai=${owner.token}` }
    const sent = new Request(`${newsroom.gawai.origin}${here}theme/`, { method: 'POST', body, headers })
    assert.equal((await newsroom.fetch(sent)).status, 303)
    assert.match(themeOf(newsroom.gawai.settings)?.text ?? '', /\.lead \{ border: 0 \}/)
  })
})

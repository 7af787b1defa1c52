import assert from 'node:assert/strict'
import { describe, it, type TestContext } from 'node:test'
import { pairArticles, unpublish } from '#articles'
import { hiddenLanguage, siteLanguage } from '#platform/settings.ts'
import { openNewsroom } from '#test/newsroom.ts'
import { openReader } from '#test/reader.ts'
import { undoPathIn } from '#test/undo.ts'
import { visitorOf } from '#test/visitor.ts'

const here = '/newsroom/settings/'
const origin = 'https://gawai.example'

async function open(test: TestContext) {
  const newsroom = await openNewsroom(test)
  const { gawai, publish, file } = newsroom
  const indonesian = await publish({ title: 'Ponsel lipat', slug: 'ponsel-lipat', topics: [] })
  const english = await publish({ title: 'A folding phone', slug: 'folding-phone', lang: 'en' })
  await gawai.write((unit) => pairArticles(unit, indonesian.id, english.id))
  await file('---\ntitle: Only here\nslug: only-here\nlang: en\ntopics: [Screens]\n---\nOne sentence.')
  await file('---\ntitle: About us\nslug: about\nlang: en\nkind: page\n---\nOne sentence.')
  const reader = await openReader(test, newsroom)
  const owner = await visitorOf(newsroom)
  const hide = () => owner.postOn(`${here}language/`, { hiddenLanguage: 'en' })
  const answers = async (path: string) => {
    const { status, headers } = await reader.see(path)
    return [status, headers['location'] ?? '']
  }
  return { ...newsroom, indonesian, english, ...reader, owner, hide, answers }
}

const everywhere = [
  '/',
  '/terbaru/',
  '/rubrik/',
  '/merek/',
  '/penulis/',
  '/arsip/',
  '/feed/',
  '/llms.txt',
  '/robots.txt',
]
const sitemaps = ['/sitemaps/0.xml', '/sitemaps/lists.xml', '/sitemap-news.xml']

describe('the other language', () => {
  it('is named nowhere once it is off, and comes back whole by one button', async (test) => {
    const { indonesian, english, see, warm, owner, hide, answers, gawai } = await open(test)
    const all = [...everywhere, ...sitemaps, indonesian.path, `${indonesian.path.slice(0, -1)}.md`]
    const english404 = ['/en/2026/01/only-here/', '/en/2026/01/only-here.md', '/en/latest/', '/en/about/', '/en/feed/']
    const led = [english.path, `${english.path.slice(0, -1)}.md`, '/en/', '/en/topics/screens/']
    const texts = async () => Promise.all([...all, ...english404, ...led].map(async (path) => (await see(path)).text))
    await warm([...all, ...english404, ...led])
    const before = await texts()
    assert.match(before.join(''), /hreflang="en"/)

    const [card = ''] = /\/media\/cards\/[\w-]+\.jpg/.exec((await see(english.path)).text) ?? []

    const done = await hide()
    assert.match(done.text, /Bahasa Inggris dimatikan: 3 artikel dan halaman tidak lagi terlihat/)
    for (const path of all) {
      const { status, text } = await see(path)
      assert.equal(status, 200, path)
      assert.doesNotMatch(text, /\/en\/|hreflang="en"|Only here|folding/, path)
    }
    for (const path of english404) assert.deepEqual(await answers(path), [404, ''], path)
    assert.deepEqual(await answers(english.path), [302, indonesian.path])
    assert.deepEqual(await answers(`${english.path.slice(0, -1)}.md`), [302, `${indonesian.path.slice(0, -1)}.md`])
    assert.deepEqual(await answers('/en/'), [302, '/'])
    assert.deepEqual(await answers(card), [404, ''])
    assert.deepEqual(await answers('/en/topics/screens/'), [404, ''])
    assert.match((await see('/en/nowhere/')).text, /<html lang="id"/)

    await owner.post(undoPathIn(done.text), { to: here })
    assert.equal(gawai.settings.get(hiddenLanguage), 'none')
    assert.deepEqual(await texts(), before)
  })

  it('has its name in the audit log', async (test) => {
    const { owner, hide } = await open(test)
    await hide()
    assert.match((await owner.get('/newsroom/audit/')).text, /mengubah setelan: Bahasa lain</)
  })

  it('says before it is off what readers will not see, and after it what waits', async (test) => {
    const { owner, hide, english, gawai, see } = await open(test)
    assert.match((await owner.get(here)).text, /tidak akan melihat 3 artikel dan halaman itu lagi/)
    await unpublish(gawai, { article: english.id, why: 'wrong' })
    await hide()
    assert.match((await owner.get(here)).text, /sedang dimatikan: 2 artikel dan halaman/)
    const on = await owner.postOn(`${here}language/`, { hiddenLanguage: 'none' })
    assert.match(on.text, /Bahasa Inggris dinyalakan/)
    assert.match((await owner.get('/newsroom/audit/')).text, /mengubah setelan: Bahasa lain/)
    assert.equal((await see('/en/2026/01/only-here/')).status, 200)
  })

  it('takes new articles while it is off, which readers find when it is on again', async (test) => {
    const { owner, hide, publish, see, gawai } = await open(test)
    await hide()
    const { id, path } = await publish({ title: 'Written meanwhile', slug: 'meanwhile', lang: 'en' })
    await gawai.reactions.deliver()
    await gawai.jobs.settle()
    assert.equal((await see(path)).status, 404)
    const card = `/media/cards/${id}-`
    assert.ok(!(await see('/terbaru/')).text.includes(card))
    await owner.post(`${here}language/`, { hiddenLanguage: 'none' })
    assert.equal((await see(path)).status, 200)
  })

  it('is not that of the root, which is shown again when it comes to stand there', async (test) => {
    const { owner, hide, gawai, see } = await open(test)
    assert.equal((await owner.post(`${here}language/`, { hiddenLanguage: 'id' })).status, 409)
    assert.equal(gawai.settings.get(hiddenLanguage), 'none')
    await hide()
    await gawai.write((unit) => gawai.settings.set(unit, siteLanguage, 'en'))
    assert.match((await see('/')).text, /<html lang="en"[^]*Only here/)
    assert.equal((await see('/id/')).status, 200)
  })

  it('leaves those who get its letters a way out, in the language that is left', async (test) => {
    const { hide, see, fetch } = await open(test)
    await hide()
    const page = await see('/subscriptions/')
    assert.equal(page.status, 200)
    assert.match(page.text, /<html lang="id"/)
    const form = { method: 'POST', headers: { origin }, body: new URLSearchParams({ 'List-Unsubscribe': 'One-Click' }) }
    assert.ok((await fetch(new Request(`${origin}/subscriptions/end/1-x/`, form))).status < 400)
  })
})

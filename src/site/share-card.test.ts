import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { publish, revise, unpublish } from '#articles'
import { lookTokens } from '#look/theme.ts'
import { usualColours } from '#look/tokens.ts'
import { plainContent } from '#test/content.ts'
import { openNewsroom } from '#test/newsroom.ts'
import { openReader } from '#test/reader.ts'
import { shareCardNamed } from './share-card.ts'

const { paper, ink, quiet, accent } = usualColours.light
const cardIn = (html: string) =>
  /og:image" content="https:\/\/gawai\.example\/media\/cards\/([^"]+)"/.exec(html)?.[1] ?? ''

describe('the card that stands for an article elsewhere', () => {
  it('says site, section, headline and the day in words of the article’s language', async (test) => {
    const { gawai, get, publish: begin, ponsel } = await openNewsroom(test)
    const { path } = await begin({ title: 'Ponsel lipat', slug: 'a', section: ponsel, at: Date.UTC(2018, 2, 5, 18) })
    const { path: english } = await begin({ title: 'A phone', slug: 'b', lang: 'en', at: Date.UTC(2018, 2, 5, 18) })
    const facts = async (at: string) => shareCardNamed(gawai, cardIn((await get(at)).text))
    assert.deepEqual(await facts(path), {
      site: 'Gawai',
      label: 'Ponsel',
      title: 'Ponsel lipat',
      when: '6 Maret 2018',
      colours: { paper, ink, quiet, accent },
      picture: undefined,
    })
    assert.deepEqual([(await facts(english))?.label, (await facts(english))?.when], ['', '6 March 2018'])
  })

  it('has another address when it says something else, and only that one', async (test) => {
    const { gawai, get, publish: begin } = await openNewsroom(test)
    const { id, path } = await begin({ title: 'Lama', slug: 'a' })
    const before = cardIn((await get(path)).text)
    await gawai.write((unit) => revise(unit, id, plainContent('Teks.', { title: 'Baru', slug: 'a' })))
    assert.equal((await shareCardNamed(gawai, before))?.title, 'Lama')
    await publish(gawai, { article: id })
    const now = cardIn((await get(path)).text)
    assert.notEqual(now, before)
    assert.equal(await shareCardNamed(gawai, before), undefined)
    assert.equal((await shareCardNamed(gawai, now))?.title, 'Baru')
    await unpublish(gawai, { article: id, why: 'keliru' })
    assert.equal(await shareCardNamed(gawai, now), undefined)
  })

  it('follows the colours of the site, and its old address leads to it', async (test) => {
    const newsroom = await openNewsroom(test)
    const { gawai, publish: begin } = newsroom
    const { see, warm } = await openReader(test, newsroom)
    const { id, path } = await begin({})
    await warm([path])
    const before = cardIn((await see(path)).text)
    await gawai.write((unit) => gawai.settings.set(unit, lookTokens, { light: { accent: '#005a8c' }, measure: 44 }))
    const now = cardIn((await see(path)).text)
    assert.notEqual(now, before)
    assert.equal((await shareCardNamed(gawai, now))?.colours.accent, '#005a8c')
    const led = await see(`/media/cards/${before}`)
    assert.deepEqual([led.status, led.headers['location']], [302, `/media/cards/${now}`])
    // What no card shows changes no address, and what is taken back brings the old one back.
    await gawai.write((unit) => gawai.settings.set(unit, lookTokens, { light: { accent: '#005a8c' }, text: 'large' }))
    assert.equal(cardIn((await see(path)).text), now)
    await gawai.write((unit) => gawai.settings.set(unit, lookTokens, {}))
    assert.equal(cardIn((await see(path)).text), before)
    assert.equal((await see(`/media/cards/${before}`)).status, 200)
    await unpublish(gawai, { article: id, why: 'keliru' })
    assert.equal((await see(`/media/cards/${now}`)).status, 404)
  })

  it('is not there under any other name', async (test) => {
    const { get, publish: begin } = await openNewsroom(test)
    const { id } = await begin({})
    for (const name of [
      `${id}.jpg`,
      `${id}-0.jpg`,
      `${id}-9999999999999999.jpg`,
      `9999999999999999-1.jpg`,
      `${id}-1.png`,
      '-.jpg',
      '..%2f1-1.jpg',
    ])
      assert.equal((await get(`/media/cards/${name}`)).status, 404, name)
  })
})

import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { unpublish } from '#articles'
import { openNewsroom } from '#test/newsroom.ts'

const titlesOf = (html: string) => Array.from(html.matchAll(/<h2><a href="[^"]*">([^<]*)<\/a>/g), ([, title]) => title)

describe('a list of articles', () => {
  it('is walked from the newest to the oldest by stable addresses', async (test) => {
    const newsroom = await openNewsroom(test)
    const names = Array.from({ length: 45 }, (_, index) => `Kabar ${index + 1}`)
    for (const [index, title] of names.entries())
      await newsroom.publish({ title, slug: `kabar-${index}`, at: Date.UTC(2026, 0, 1, 0, index) })
    const seen: (string | undefined)[] = []
    const addresses: string[] = []
    for (let address: string | undefined = '/terbaru/'; address !== undefined;) {
      addresses.push(address)
      const { text, status } = await newsroom.get(address)
      assert.equal(status, 200)
      seen.push(...titlesOf(text))
      address = /<a rel="next" href="([^"]+)"/.exec(text)?.[1]
    }
    assert.deepEqual(seen, names.toReversed())
    await newsroom.publish({ title: 'Yang terbaru', slug: 'terbaru-sekali', at: Date.UTC(2026, 0, 2) })
    assert.equal(titlesOf((await newsroom.get(addresses[1] ?? '')).text)[0], 'Kabar 25')
  })

  it('keeps older pages out of search engines, and the first in', async (test) => {
    const newsroom = await openNewsroom(test)
    for (let minute = 0; minute < 21; minute += 1)
      await newsroom.publish({ title: `K ${minute}`, slug: `k-${minute}`, at: Date.UTC(2026, 0, 1, 0, minute) })
    const first = (await newsroom.get('/terbaru/')).text
    const older = await newsroom.get(/rel="next" href="([^"]+)"/.exec(first)?.[1] ?? '')
    assert.doesNotMatch(first, /noindex/)
    assert.match(older.text, /<meta name="robots" content="noindex"/)
    assert.match(older.text, /Kembali ke yang terbaru|<a href="\/terbaru\/">/)
  })

  it('stays out of search engines while it is empty', async (test) => {
    const { get, publish, pasar } = await openNewsroom(test)
    for (const place of ['/terbaru/', '/rubrik/pasar/', '/penulis/wulan-sasmita/'])
      assert.match((await get(place)).text, /<meta name="robots" content="noindex"/, place)
    await publish({ section: pasar })
    for (const place of ['/terbaru/', '/rubrik/pasar/']) assert.doesNotMatch((await get(place)).text, /noindex/, place)
  })

  it('says where it stands in both languages on its first page, and on no older one', async (test) => {
    const { get, publish } = await openNewsroom(test)
    await publish({ lang: 'en' })
    for (let minute = 0; minute < 21; minute += 1)
      await publish({ slug: `k-${minute}`, at: Date.UTC(2026, 0, 1, 0, minute) })
    const { text } = await get('/terbaru/')
    assert.match(text, /<link rel="alternate" hreflang="id" href="https:\/\/gawai\.example\/terbaru\/" \/>/)
    assert.match(text, /<link rel="alternate" hreflang="en" href="https:\/\/gawai\.example\/en\/latest\/" \/>/)
    const [, path = ''] = /rel="next" href="([^"]+)"/.exec(text) ?? []
    const older = (await get(path)).text
    assert.doesNotMatch(older, /<link rel="alternate" hreflang/)
    assert.match(older, new RegExp(`<link rel="canonical" href="https://gawai.example${path}"`))
    assert.match(older, /<title>Berita terbaru: berita yang lebih lama – Gawai<\/title>/)
  })

  it('leads to the other edition as soon as there is something to read in it', async (test) => {
    const newsroom = await openNewsroom(test)
    assert.doesNotMatch((await newsroom.get('/')).text, /hreflang="en"/)
    const { id } = await newsroom.publish({ title: 'First', slug: 'first', lang: 'en' })
    assert.match((await newsroom.get('/')).text, /<a href="\/en\/" hreflang="en"/)
    await unpublish(newsroom.gawai, { article: id, why: 'wrong' })
    assert.doesNotMatch((await newsroom.get('/')).text, /hreflang="en"/)
  })

  it('leaves its addresses to an article that is called like one of them', async (test) => {
    const newsroom = await openNewsroom(test)
    const { path } = await newsroom.publish({ title: 'Feed', slug: 'feed' })
    assert.match((await newsroom.get(path)).text, /<h1>Feed<\/h1>/)
  })

  it('has no page for a key that is none', async (test) => {
    const { get } = await openNewsroom(test)
    for (const key of ['x', '1-2-3', 'abc-', '%20-1', 'zzzzzzzzzzzzzzzz-1', '01-1'])
      assert.equal((await get(`/terbaru/sebelum/${key}/`)).status, 404, key)
    // One that could have been a place leads to the list, and nothing is kept of it.
    assert.equal((await get('/terbaru/sebelum/zzzzzzzzz-1/')).headers.get('location'), '/terbaru/')
  })

  it('says so when there is nothing in it', async (test) => {
    const { get } = await openNewsroom(test)
    for (const place of ['/', '/terbaru/', '/rubrik/pasar/']) assert.match((await get(place)).text, /Belum ada berita/)
  })
})

import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { unpublish } from '#articles'
import { openNewsroom } from '#test/newsroom.ts'

describe('an address where nobody lives', () => {
  it('gets a 404 that names what begins alike and what is new', async (test) => {
    const newsroom = await openNewsroom(test)
    const { path } = await newsroom.publish({ title: 'Harga Mi A1 turun', slug: 'harga-mi-a1-turun' })
    const { status, text } = await newsroom.get('/2019/harga-mi-a1-tu/')
    assert.equal(status, 404)
    assert.match(text, new RegExp(`<li>\\s*<a href="${path}">Harga Mi A1 turun</a>`))
    assert.match(text, /noindex/)
    assert.match(text, /Berita terbaru/)
  })

  it('speaks the language of the edition that was asked', async (test) => {
    const { get } = await openNewsroom(test)
    assert.match((await get('/tidak-ada/')).text, /<html lang="id">.*Halaman tidak ditemukan/s)
    assert.match((await get('/en/nothing/')).text, /<html lang="en">.*Page not found/s)
  })

  it('suggests only what can be read in that language, and nothing for a word of two letters', async (test) => {
    const { get, publish, gawai } = await openNewsroom(test)
    await publish({ title: 'Mi A1 dijual', slug: 'mi-a1-dijual' })
    await publish({ title: 'Mi A1 sold', slug: 'mi-a1-sold', lang: 'en' })
    const { id } = await publish({ title: 'Mi A1 keliru', slug: 'mi-a1-keliru' })
    await unpublish(gawai, { article: id, why: 'keliru' })
    const near = async (path: string) => {
      const [, list = ''] = /(?:Mungkin yang|Perhaps you).*?<ul>(.*?)<\/ul>/s.exec((await get(path)).text) ?? []
      return Array.from(list.matchAll(/>([^<]+)<\/a>/g), ([, title]) => title)
    }
    assert.deepEqual(await near('/2019/mi-a1-/'), ['Mi A1 dijual'])
    assert.deepEqual(await near('/en/2019/mi-a1-/'), ['Mi A1 sold'])
    assert.deepEqual(await near('/mi/'), [])
  })

  it('offers to search in its own edition', async (test) => {
    const { get } = await openNewsroom(test)
    assert.match((await get('/tidak-ada/')).text, /<form class="search" role="search" action="\/cari\/">/)
    assert.match((await get('/en/nothing/')).text, /<form class="search" role="search" action="\/en\/search\/">/)
  })

  it('shows nothing of what it was asked for', async (test) => {
    const { get } = await openNewsroom(test)
    const { text } = await get('/%3Cscript%3Ealert(1)%3C%2Fscript%3E/')
    assert.doesNotMatch(text, /alert/)
  })

  it('is led to the same address with the other slash', async (test) => {
    const newsroom = await openNewsroom(test)
    const { path } = await newsroom.publish({ slug: 'kabar' })
    for (const whole of [path, '/rubrik/gadget/ponsel/', '/rubrik/pasar/feed/']) {
      const { status, headers } = await newsroom.get(whole.slice(0, -1))
      assert.equal(status, 301)
      assert.equal(headers.get('location'), whole)
    }
  })
})

import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { DatabaseGone } from '#platform/database/gone.ts'
import { openNewsroom } from '#test/newsroom.ts'
import { serveNewsroom } from '#test/reader.ts'

const titlesOf = (html: string) => Array.from(html.matchAll(/<h2><a href="[^"]*">([^<]*)<\/a>/g), ([, title]) => title)
const asked = (question: string) => `/cari/?q=${encodeURIComponent(question)}`

describe('a search', () => {
  it('begins with a form that needs no script, and a page that may be found', async (test) => {
    const { get } = await openNewsroom(test)
    const { text, status } = await get('/cari/')
    assert.equal(status, 200)
    assert.match(text, /<form class="search" role="search" action="\/cari\/">/)
    assert.match(text, /<label for="q">[^]*<input type="search" id="q" name="q" value="" maxlength="200"/)
    assert.match(text, /<link rel="canonical" href="https:\/\/gawai\.example\/cari\/"/)
    assert.doesNotMatch(text, /noindex|role="status"/)
    assert.match((await get('/en/search/')).text, /action="\/en\/search\/"/)
  })

  it('finds what holds every word, in any order and case, the newest first, in its own language', async (test) => {
    const { get, publish } = await openNewsroom(test)
    await publish({ title: 'Ponsel lipat Samsung', slug: 'a', at: Date.UTC(2026, 0, 1) })
    await publish({ title: 'Harga ponsel', slug: 'b', summary: 'Samsung melipat harga.', at: Date.UTC(2026, 0, 2) })
    await publish({ title: 'Samsung sendiri', slug: 'c' })
    await publish({ title: 'Samsung ponsel lipat', slug: 'd', lang: 'en' })
    const { text } = await get(asked('SAMSUNG lipat'))
    assert.deepEqual(titlesOf(text), ['Harga ponsel', 'Ponsel lipat Samsung'])
    assert.match(text, /<p role="status" class="quiet">2 berita untuk “SAMSUNG lipat”\./)
    assert.match(text, /noindex/)
    assert.match(text, /value="SAMSUNG lipat"/)
    assert.doesNotMatch(text, /rel="canonical"/)
  })

  it('says when nothing holds all the words, and where else to look', async (test) => {
    const { get, publish } = await openNewsroom(test)
    await publish({ title: 'Ponsel' })
    const { text } = await get(asked('ponsel terbang'))
    assert.match(text, /<p role="status">Tidak ada judul atau ringkasan yang memuat “ponsel terbang”\.<\/p>/)
    assert.match(text, /<a href="\/terbaru\/">[^]*<a href="\/rubrik\/">/)
    assert.deepEqual(titlesOf(text), [])
  })

  it('counts no further than it shows', async (test) => {
    const { get, publish } = await openNewsroom(test)
    for (let place = 0; place < 31; place += 1) await publish({ title: `Ponsel ${place}`, slug: `p-${place}` })
    const { text } = await get(asked('ponsel'))
    assert.match(text, /Sedikitnya 30 berita/)
    assert.equal(titlesOf(text).length, 30)
  })

  it('is kept by nobody: each question gets its own answer, however often and by whom it is asked', async (test) => {
    const { ask, get, gawai, publish } = await serveNewsroom(test)
    await publish({ title: 'Ponsel', slug: 'ponsel' })
    await publish({ title: 'Laptop', slug: 'laptop' })
    for (const [question, found] of [
      ['ponsel', ['Ponsel']],
      ['laptop', ['Laptop']],
      ['ponsel', ['Ponsel']],
    ] as const) {
      const { text, headers } = await ask(asked(question))
      assert.deepEqual(titlesOf(text), found)
      assert.equal(headers['cache-control'], 'no-store')
    }
    assert.doesNotMatch((await ask('/cari/')).text, /value="[^"]/)
    const both = await Promise.all(['ponsel', 'laptop'].map((question) => get(asked(question))))
    assert.deepEqual(
      both.map(({ text }) => titlesOf(text)),
      [['Ponsel'], ['Laptop']],
    )
    const away = async () => {
      throw new DatabaseGone('away')
    }
    const again = new Request('https://gawai.example/cari/?q=laptop')
    await assert.rejects(gawai.pages.open(again, away, '/cari/?q=laptop'), DatabaseGone)
    await publish({ title: 'Ponsel baru', slug: 'baru' })
    assert.deepEqual(titlesOf((await ask(asked('ponsel'))).text), ['Ponsel baru', 'Ponsel'])
  })

  it('answers a HEAD like a GET, without its text', async (test) => {
    const { ask } = await serveNewsroom(test)
    const { status, raw, headers } = await ask(asked('ponsel'), 'HEAD')
    assert.deepEqual([status, raw.length, headers['cache-control']], [200, 0, 'no-store'])
  })

  it('shows a hostile question as words, and finds nothing by the signs of a database', async (test) => {
    const { get, publish } = await openNewsroom(test)
    await publish({ title: 'Ponsel', slug: 'ponsel' })
    for (const question of [
      '"><script>alert(1)</script>',
      "' onfocus=alert(1) autofocus='",
      '%',
      '_____',
      "'; DROP TABLE publication; --",
      '\u0000\u202e',
      '!',
      'a'.repeat(5000),
    ]) {
      const { status, text } = await get(asked(question))
      assert.equal(status, 200, question)
      assert.deepEqual(titlesOf(text), [], question)
      assert.doesNotMatch(text, /<script>|value="[^"]*"[^>]* on\w+=/)
      assert.ok(!text.includes('a'.repeat(201)))
    }
    assert.deepEqual(titlesOf((await get('/cari/?q=%E0%A4%A&q=ponsel')).text), [])
    assert.deepEqual(titlesOf((await get(asked('ponsel'))).text), ['Ponsel'])
  })

  it('leads to its form from the address without the last slash, with the question', async (test) => {
    const { ask } = await serveNewsroom(test)
    for (const [from, to] of [
      ['/cari', '/cari/'],
      ['/cari?q=ponsel%20lipat', '/cari/?q=ponsel%20lipat'],
      ['/cari?q=laptop', '/cari/?q=laptop'],
      ['/en/search?q=%22', '/en/search/?q=%22'],
    ] as const) {
      const { status, headers } = await ask(from)
      assert.deepEqual([status, headers.location], [301, to])
    }
  })
})

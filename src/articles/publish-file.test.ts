import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { openNewsroom } from '#test/newsroom.ts'

const about = `---
title: Tentang kami
slug: tentang
kind: page
section: Pasar
topics: [Redaksi]
brands: [Lentera]
writer: Wulan Sasmita
---
Kami menulis tentang gawai.`

describe('a file of a page', () => {
  it('stands at an address of its own and in no list', async (test) => {
    const { file, get } = await openNewsroom(test)
    const { path } = await file(about)
    assert.equal(path, '/tentang/')
    const { status, text } = await get('/tentang/')
    assert.equal(status, 200)
    assert.match(text, /<h1>Tentang kami<\/h1>[^]*Kami menulis tentang gawai\./)
    assert.doesNotMatch(text, /class="bylines"/)
    const lists = [
      '/',
      '/terbaru/',
      '/feed/',
      '/rubrik/pasar/',
      '/topik/redaksi/',
      '/merek/lentera/',
      '/penulis/wulan-sasmita/',
      '/arsip/',
      '/cari/?q=tentang',
      '/sitemap-news.xml',
    ]
    for (const list of lists) {
      const { text: shown } = await get(list)
      assert.doesNotMatch(/<main[^]*<\/main>/.exec(shown)?.[0] ?? shown, /\/tentang\//, list)
    }
    assert.equal((await get('/2026/')).status, 404)
    assert.match((await get('/sitemaps/0.xml')).text, /gawai\.example\/tentang\//)
  })

  it('is the partner of its page in the other language, not of an article with that slug', async (test) => {
    const { file, get } = await openNewsroom(test)
    await file('---\ntitle: About phones\nslug: about\nlang: en\n---\nAn article.')
    await file(about)
    const english = await file('---\ntitle: About us\nslug: about\nkind: page\nlang: en\npair: tentang\n---\nWe write.')
    assert.equal(english.path, '/en/about/')
    assert.match((await get('/tentang/')).text, /<a href="\/en\/about\/" hreflang="en"/)
    assert.match((await get('/en/about/')).text, /<a href="\/tentang\/" hreflang="id"/)
    assert.doesNotMatch((await get('/en/2026/01/about/')).text, /<a href="\/tentang\/" hreflang="id"/)
  })

  it('is found again by its slug, and keeps its address', async (test) => {
    const { file, get, gawai } = await openNewsroom(test)
    const first = await file(about)
    const again = await file(about.replace('Kami menulis', 'Kami memeriksa'))
    assert.deepEqual([again.article, again.path], [first.article, '/tentang/'])
    assert.match((await get('/tentang/')).text, /Kami memeriksa/)
    assert.equal((await gawai.db.selectFrom('article').select('id').execute()).length, 1)
  })

  it('may not take an address of the program, and nothing of it is kept', async (test) => {
    const { file, gawai } = await openNewsroom(test)
    await assert.rejects(file(about.replace('slug: tentang', 'slug: arsip')), /"\/arsip" belongs to the program/)
    assert.deepEqual(await gawai.db.selectFrom('organisation').select('id').execute(), [])
  })
})

describe('a file that names brands', () => {
  it('is on each brand’s page and leads there; a brand that is a topic too is named once', async (test) => {
    const { file, get } = await openNewsroom(test)
    const { path = '' } = await file('---\ntitle: Kabar\nbrands: [Xiaomi, Lentera]\ntopics: [Xiaomi, Harga]\n---\nIsi.')
    const { text } = await get(path)
    const named = Array.from(text.matchAll(/<a href="([^"]+)" rel="tag">/g), ([, href]) => href)
    assert.deepEqual(named, ['/merek/lentera/', '/merek/xiaomi/', '/topik/harga/'])
    for (const brand of ['/merek/lentera/', '/merek/xiaomi/'])
      assert.match((await get(brand)).text, new RegExp(path), brand)
    assert.match((await get('/merek/')).text, /\/merek\/lentera\/[^]*\/merek\/xiaomi\//)
  })

  it('leaves a brand that it no longer names', async (test) => {
    const { file, get } = await openNewsroom(test)
    const naming = (brands: string) => file(`---\ntitle: Kabar\nslug: kabar\n${brands}---\nIsi.`)
    await file('---\ntitle: Lain\nbrands: Lentera\n---\nIsi.')
    await naming('brands: Lentera\n')
    assert.match((await get('/merek/lentera/')).text, /\/2026\/01\/kabar\//)
    await naming('')
    assert.doesNotMatch((await get('/merek/lentera/')).text, /\/2026\/01\/kabar\//)
    assert.doesNotMatch((await get('/2026/01/kabar/')).text, /\/merek\/lentera\//)
  })
})

describe('a file’s summary', () => {
  const description = (text: string) => /<meta name="description" content="([^"]*)"/.exec(text)?.[1]

  it('stands below the headline, in lists and for search engines', async (test) => {
    const { file, get } = await openNewsroom(test)
    const { path = '' } = await file('---\ntitle: Kabar\nsummary: Ringkasnya begini.\n---\nKalimat pertama.')
    const { text } = await get(path)
    assert.equal(description(text), 'Ringkasnya begini.')
    assert.match(text, /<p class="summary">Ringkasnya begini\.<\/p>/)
    assert.match((await get('/terbaru/')).text, /<p>Ringkasnya begini\.<\/p>/)
  })

  it('is how the text begins when it is left out, which the page does not say twice', async (test) => {
    const { file, get } = await openNewsroom(test)
    const { path = '' } = await file('---\ntitle: Kabar\n---\n## Judul\n\nKalimat pertama. Kalimat kedua.\n\nLagi.')
    const { text } = await get(path)
    assert.equal(description(text), 'Kalimat pertama. Kalimat kedua.')
    assert.doesNotMatch(text, /<p class="summary">/)
    assert.match((await get('/terbaru/')).text, /<p>Kalimat pertama\. Kalimat kedua\.<\/p>/)
  })
})

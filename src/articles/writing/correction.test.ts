import assert from 'node:assert/strict'
import { describe, it, type TestContext } from 'node:test'
import { openNewsroom } from '#test/newsroom.ts'
import { openReader } from '#test/reader.ts'
import { correctArticle, takeBackCorrection } from './correction.ts'
import { correctionsPage } from './corrections.ts'

const sitemap = '/sitemaps/0.xml'

/** A published article, and everything that tells of its corrections, held by the page store. */
async function openCorrected(test: TestContext) {
  const newsroom = await openNewsroom(test)
  const { gawai, wulan: by } = newsroom
  const { see, warm } = await openReader(test, newsroom)
  const { id: article, path } = await newsroom.publish({ title: 'Harga Redmi' })
  const places = [path, '/koreksi/', '/feed/', sitemap]
  await warm(places)
  const tell = (words: string) =>
    gawai.write((unit) => correctArticle(unit, { article, kind: 'correction', words, by }))
  const takeBack = (correction: number) => gawai.write((unit) => takeBackCorrection(unit, { article, correction }))
  const tellingOf = async (words: string) => {
    const texts = await Promise.all(places.map(async (place) => [place, (await see(place)).text] as const))
    return texts.filter(([, text]) => text.includes(words)).map(([place]) => place)
  }
  return { ...newsroom, see, warm, path, places, tell, takeBack, tellingOf }
}

describe('a correction that is told', () => {
  it('reaches every page that the store holds, and goes from each when it is taken back', async (test) => {
    const { path, places, warm, tell, takeBack, tellingOf } = await openCorrected(test)
    const correction = await tell('Harganya dua juta.')
    assert.deepEqual(await tellingOf('Harganya dua juta.'), [path, '/koreksi/', '/feed/'])
    await warm(places)
    await takeBack(correction)
    assert.deepEqual(await tellingOf('Harganya dua juta.'), [])
  })

  it('makes the article younger for search engines', async (test) => {
    const { clock, see, tell } = await openCorrected(test)
    const before = (await see(sitemap)).text
    clock.move(24 * 60 * 60_000)
    await tell('Harganya dua juta.')
    assert.notEqual((await see(sitemap)).text, before)
  })

  it('stays when another of the same article is taken back', async (test) => {
    const { clock, path, tell, takeBack, tellingOf } = await openCorrected(test)
    await tell('Harganya dua juta.')
    clock.move(60_000)
    await takeBack(await tell('Salah ketik.'))
    assert.deepEqual(await tellingOf('Harganya dua juta.'), [path, '/koreksi/', '/feed/'])
  })
})

describe('the corrections of a language', () => {
  it('are told page by page, the newest first, and none of the other language', async (test) => {
    const { gawai, clock, publish, tell, wulan: by } = await openCorrected(test)
    const { id: english } = await publish({ title: 'Price', slug: 'price', lang: 'en' })
    await gawai.write((unit) => correctArticle(unit, { article: english, kind: 'update', words: 'Now.', by }))
    for (const words of ['Satu.', 'Dua.', 'Tiga.']) {
      clock.move(1000)
      await tell(words)
    }
    const first = await correctionsPage(gawai, { lang: 'id', limit: 2 })
    const next = await correctionsPage(gawai, { lang: 'id', limit: 2, before: first.older })
    const words = [first, next].map(({ items }) => items.map((one) => one.words))
    assert.deepEqual(words, [['Tiga.', 'Dua.'], ['Satu.']])
  })
})

import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { pairArticles, publish, revise, unpublish } from '#articles'
import { plainContent } from '#test/content.ts'
import { openNewsroom } from '#test/newsroom.ts'

describe('a "Baca juga" line', () => {
  it('follows its article to another title and address, and goes when that is taken back', async (test) => {
    const newsroom = await openNewsroom(test)
    const { gawai } = newsroom
    const target = await newsroom.publish({ title: 'Nota Microsoft', slug: 'nota' })
    const { path = '' } = await newsroom.file(
      `---\ntitle: Pembaca\n---\nAwal.\n\nBaca juga: [apa saja](${target.path})\n\nAkhir.`,
    )
    assert.match((await newsroom.get(path)).text, /Baca juga.*href="\/2026\/01\/nota\/">Nota Microsoft</s)

    await gawai.write((unit) =>
      revise(unit, target.id, plainContent('Isi.', { title: 'Nota baru', slug: 'nota-baru' })),
    )
    await publish(gawai, { article: target.id })
    assert.match((await newsroom.get(path)).text, /href="\/2026\/01\/nota-baru\/">Nota baru</)

    await unpublish(gawai, { article: target.id, why: 'keliru' })
    const { text } = await newsroom.get(path)
    assert.doesNotMatch(text, /nota/i)
    assert.match(text, /Awal\..*Akhir\./s)
  })
})

describe('a story in two languages', () => {
  it('names its partner on each page, with the title that it has now', async (test) => {
    const newsroom = await openNewsroom(test)
    const { gawai } = newsroom
    const one = await newsroom.publish({ title: 'Xiaomi masuk Amerika', slug: 'xiaomi' })
    const other = await newsroom.publish({ title: 'Xiaomi enters the US', slug: 'xiaomi-us', lang: 'en' })
    assert.equal(other.path, '/en/2026/01/xiaomi-us/')
    await newsroom.get(one.path)
    await gawai.write((unit) => pairArticles(unit, one.id, other.id))
    assert.match((await newsroom.get(one.path)).text, /hreflang="en" href="[^"]*\/en\/2026\/01\/xiaomi-us\/"/)
    assert.match((await newsroom.get(other.path)).text, /Xiaomi masuk Amerika/)
    await unpublish(gawai, { article: other.id, why: 'keliru' })
    assert.doesNotMatch((await newsroom.get(one.path)).text, /xiaomi-us/)
  })

  it('stands in the lists of its own language only', async (test) => {
    const newsroom = await openNewsroom(test)
    await newsroom.publish({ title: 'Xiaomi enters the US', slug: 'xiaomi-us', lang: 'en' })
    assert.doesNotMatch((await newsroom.get('/terbaru/')).text, /enters/)
    assert.match((await newsroom.get('/en/')).text, /enters/)
    assert.match((await newsroom.get('/en/feed/')).text, /enters/)
    assert.match((await newsroom.get('/en/')).text, /<html lang="en"/)
  })
})

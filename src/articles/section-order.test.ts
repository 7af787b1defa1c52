import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { keepSection, placeSections, placeSectionsBySize, sectionTree } from '#articles'
import { importWordPress } from '#interchange'
import { type Newsroom, openNewsroom } from '#test/newsroom.ts'
import { openReader } from '#test/reader.ts'
import { wxrFile } from '#test/wxr.ts'

const order = async ({ gawai }: Newsroom) => (await sectionTree(gawai, 'id')).map(({ name }) => name)

describe('the order of sections', () => {
  it('is that in which they came, until somebody says another; what is not named follows', async (test) => {
    const newsroom = await openNewsroom(test)
    const { gawai, gadget, ponsel, pasar } = newsroom
    assert.deepEqual(await order(newsroom), ['Gadget', 'Ponsel', 'Pasar'])
    await gawai.write((unit) => placeSections(unit, [pasar, pasar]))
    assert.deepEqual(await order(newsroom), ['Pasar', 'Gadget', 'Ponsel'])
    await gawai.write((unit) => placeSections(unit, [ponsel, gadget, pasar]))
    assert.deepEqual(await order(newsroom), ['Ponsel', 'Gadget', 'Pasar'])
    await gawai.write((unit) => placeSections(unit, []))
    assert.deepEqual(await order(newsroom), ['Ponsel', 'Gadget', 'Pasar'])
    await gawai.write((unit) => keepSection(unit, gawai.settings, { lang: 'id', name: 'Audio' }))
    assert.deepEqual(await order(newsroom), ['Ponsel', 'Gadget', 'Pasar', 'Audio'])
  })

  it('may be that of their size, with what lies below them', async (test) => {
    const newsroom = await openNewsroom(test)
    const { gawai, ponsel, pasar, publish } = newsroom
    await gawai.write((unit) => keepSection(unit, gawai.settings, { lang: 'id', name: 'Audio' }))
    for (const section of [pasar, ponsel, pasar, pasar, ponsel]) await publish({ section })
    await gawai.write(placeSectionsBySize)
    assert.deepEqual(await order(newsroom), ['Pasar', 'Gadget', 'Ponsel', 'Audio'])
  })

  it('is that of their size after a first import', async (test) => {
    const newsroom = await openNewsroom(test)
    const inSection = (id: number, slug: string) => ({ id, terms: [{ domain: 'category', slug, name: slug }] })
    const file = await wxrFile(newsroom.data, {
      categories: ['berita', 'ulasan', 'tips'].map((slug) => ({ slug, name: slug })),
      items: [
        inSection(1, 'ulasan'),
        inSection(2, 'tips'),
        inSection(3, 'tips'),
        inSection(4, 'tips'),
        inSection(5, 'ulasan'),
        inSection(6, 'berita'),
      ],
    })
    await importWordPress(newsroom.gawai, file)
    assert.deepEqual((await order(newsroom)).slice(0, 3), ['tips', 'ulasan', 'berita'])
  })

  it('reaches every page that the store holds, and so does a new section', async (test) => {
    const newsroom = await openNewsroom(test)
    const { gawai, gadget, ponsel, pasar, publish } = newsroom
    for (const section of [ponsel, pasar, gadget, ponsel, pasar, gadget, ponsel, pasar]) await publish({ section })
    const { see, warm } = await openReader(test, newsroom)
    const pages = ['/', '/rubrik/', '/rubrik/gadget/', '/terbaru/']
    await warm(pages)
    await gawai.write((unit) => placeSections(unit, [pasar]))
    // Another page has rendered the frame anew by then.
    for (const path of pages.toReversed())
      assert.match((await see(path)).text, /"\/rubrik\/pasar\/"[^]*"\/rubrik\/gadget\/"/, path)
    assert.match((await see('/')).text, /<main[^]*"\/rubrik\/pasar\/"[^]*"\/rubrik\/gadget\/"[^]*<\/main>/)

    await warm(pages)
    await gawai.write(async (unit) => {
      await keepSection(unit, gawai.settings, { lang: 'id', name: 'Tablet', parent: gadget })
      await keepSection(unit, gawai.settings, { lang: 'id', name: 'Audio' })
    })
    await see('/terbaru/')
    for (const path of ['/rubrik/', '/rubrik/gadget/'])
      assert.match((await see(path)).text, /"\/rubrik\/gadget\/tablet\/"/, path)
    for (const path of pages) assert.match((await see(path)).text, /"\/rubrik\/audio\/"/, path)
    await warm(pages)
  })
})

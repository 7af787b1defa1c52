import assert from 'node:assert/strict'
import { describe, it, type TestContext } from 'node:test'
import { sectionTree } from '#articles'
import { importWordPress } from '#interchange'
import { openNewsroom } from '#test/newsroom.ts'
import { type ExportWish, wxrFile } from '#test/wxr.ts'

async function imported(test: TestContext, wish: ExportWish) {
  const newsroom = await openNewsroom(test)
  const { facts } = await importWordPress(newsroom.gawai, await wxrFile(newsroom.data, wish))
  const tree = await sectionTree(newsroom.gawai, 'id')
  const named = (name: string) => tree.find((section) => section.name === name)
  return { ...newsroom, facts, named }
}

describe('categories', () => {
  it('stand below their parents, also when those come later in the file', async (test) => {
    const { get, named } = await imported(test, {
      categories: [
        { slug: 'jam', name: 'Jam', parent: 'pakai' },
        { slug: 'pakai', name: 'Pakai' },
      ],
    })
    assert.equal(named('Jam')?.parent, named('Pakai')?.id)
    assert.equal((await get('/category/pakai/jam/')).status, 200)
    assert.equal((await get('/category/jam/')).headers.get('location'), '/category/pakai/jam/')
  })

  it('in a ring, or without anything to make a slug of, stop nothing', async (test) => {
    const { get, facts } = await imported(test, {
      categories: [
        { slug: 'a', name: 'Satu', parent: 'b' },
        { slug: 'b', name: 'Dua', parent: 'a' },
        { slug: '', name: '!!!' },
      ],
      items: [{ id: 1, terms: [{ domain: 'category', slug: 'a', name: 'Satu' }] }],
    })
    assert.equal((await get('/kabar-1/')).status, 200)
    assert.deepEqual(
      facts.refused.map(({ id, title }) => [id, title]),
      [['category', '!!!']],
    )
    assert.equal(facts.imported['category'], 2)
  })

  it('that the site has already answer at their old address too', async (test) => {
    const { get, named, ponsel } = await imported(test, { categories: [{ slug: 'ponsel', name: 'Ponsel Lama' }] })
    assert.equal(named('Ponsel Lama'), undefined)
    assert.equal(named('Ponsel')?.id, ponsel)
    assert.equal((await get('/category/ponsel/')).headers.get('location'), '/rubrik/gadget/ponsel/')
  })

  it('have one slug in whatever hex case it is written', async (test) => {
    const { get, named } = await imported(test, {
      categories: [{ slug: '%E5%B0%8F', name: 'Kecil' }],
      items: [{ id: 1, terms: [{ domain: 'category', slug: '%e5%b0%8f', name: 'lain' }] }],
    })
    assert.equal(named('Kecil')?.slug, '小')
    assert.match((await get('/category/%E5%B0%8F/')).text, /<h1>Kecil<\/h1>.*kabar-1/s)
    assert.equal(named('lain'), undefined)
  })
})

describe('a term that only items name', () => {
  it('is made of that, also when it has no slug', async (test) => {
    const { get } = await imported(test, {
      items: [
        {
          id: 1,
          terms: [
            { domain: 'post_tag', slug: 'lima-g', name: '5G &amp; lain' },
            { domain: 'category', slug: '', name: 'Tanpa Slug' },
          ],
        },
      ],
    })
    assert.match((await get('/tag/lima-g/')).text, /<h1>5G &amp; lain<\/h1>/)
    assert.match((await get('/category/tanpa-slug/')).text, /<h1>Tanpa Slug<\/h1>.*kabar-1/s)
  })

  it('of a list that has no like here is told', async (test) => {
    const { facts } = await imported(test, {
      items: [{ id: 1, terms: [{ domain: 'merek', slug: 'x', name: 'Xiaomi' }] }],
    })
    assert.deepEqual(
      facts.notes.map(({ id, why }) => [id, why]),
      [['1', 'its merek "Xiaomi" has no place here yet']],
    )
  })
})

describe('the section whose label an article carries', () => {
  const both = [
    { domain: 'category', slug: 'aksesori', name: 'Aksesori' },
    { domain: 'category', slug: 'tablet', name: 'Tablet' },
  ]

  it('is the one in its address, else the first', async (test) => {
    const { get } = await imported(test, {
      items: [
        { id: 1, link: 'https://kabar.example/tablet/satu/', terms: both },
        { id: 2, terms: both },
      ],
    })
    assert.match((await get('/tablet/satu/')).text, /class="label"><a href="\/category\/tablet\/">/)
    assert.match((await get('/kabar-2/')).text, /class="label"><a href="\/category\/aksesori\/">/)
  })
})

import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { allBrands, describeOrganisation, findBrand, keepOrganisation, nameOrganisation } from '#organisations'
import { openNewsroom } from '#test/newsroom.ts'
import { openReader } from '#test/reader.ts'

describe('a brand', () => {
  it('is an organisation that devices are named after, with words in each language', async (test) => {
    const { gawai } = await openNewsroom(test)
    const [xiaomi] = await gawai.write(async (unit) => [
      await keepOrganisation(unit, { name: 'Xiaomi', kind: 'company', isBrand: true, url: 'https://mi.example/' }),
      await keepOrganisation(unit, { name: 'Huawei', kind: 'company', isBrand: true }),
      await keepOrganisation(unit, { name: 'The Verge', kind: 'outlet' }),
    ])
    const words = { organisation: xiaomi ?? 0, lang: 'id', about: 'Pembuat ponsel.' } as const
    await gawai.write((unit) => describeOrganisation(unit, { ...words, about: 'Pembuat.' }))
    await gawai.write((unit) => describeOrganisation(unit, words))
    const known = { id: xiaomi, slug: 'xiaomi', name: 'Xiaomi', url: 'https://mi.example/' }
    assert.deepEqual(await findBrand(gawai, 'xiaomi', 'id'), { ...known, about: 'Pembuat ponsel.' })
    assert.deepEqual(await findBrand(gawai, 'xiaomi', 'en'), { ...known, about: '' })
    for (const slug of ['the-verge', 'Xiaomi', '']) assert.equal(await findBrand(gawai, slug, 'id'), undefined, slug)
    const every = await allBrands(gawai, 'id')
    assert.deepEqual(
      every.map(({ name, about }) => [name, about]),
      [
        ['Huawei', ''],
        ['Xiaomi', 'Pembuat ponsel.'],
      ],
    )
    assert.ok(every[0] && !('url' in every[0]))
  })

  it('changes on the pages that the store holds: its list, every brand’s, and the articles about it', async (test) => {
    const newsroom = await openNewsroom(test)
    const { gawai } = newsroom
    const { path } = await newsroom.file('---\ntitle: Kabar\nbrands: [xiaomi]\n---\nIsi.')
    const { see, warm } = await openReader(test, newsroom)
    const pages = ['/merek/', '/merek/xiaomi/', path ?? '']
    await warm(pages)
    const { id = 0 } = (await findBrand(gawai, 'xiaomi', 'id')) ?? {}
    await gawai.write((unit) => describeOrganisation(unit, { organisation: id, lang: 'id', about: 'Pembuat ponsel.' }))
    for (const page of pages.slice(0, 2)) assert.match((await see(page)).text, /Pembuat ponsel\./, page)
    await warm(pages)
    await gawai.write((unit) => nameOrganisation(unit, id, { name: 'Xiaomi', url: 'https://mi.example/' }))
    for (const page of pages) assert.match((await see(page)).text, /Xiaomi/, page)
    assert.match((await see('/merek/xiaomi/')).text, /https:\/\/mi\.example\//)
    // Saying it again drops no page.
    const drops = () => gawai.db.selectFrom('change_log').selectAll().execute()
    const before = await drops()
    await gawai.write((unit) => nameOrganisation(unit, id, { name: 'Xiaomi' }))
    await gawai.write((unit) => describeOrganisation(unit, { organisation: id, lang: 'id', about: 'Pembuat ponsel.' }))
    assert.deepEqual(await drops(), before)
  })
})

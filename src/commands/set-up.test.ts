import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { frontArticles, type Section, sectionTree } from '#articles'
import { allBrands, findBrand } from '#organisations'
import { findPerson } from '#people'
import { Conflict, Invalid } from '#platform/refusals.ts'
import { siteDescription, siteName, siteZone } from '#platform/settings.ts'
import { type Newsroom, openNewsroom } from '#test/newsroom.ts'
import { openReader } from '#test/reader.ts'
import { readNewsroomFile } from './newsroom-file.ts'
import { setUp, setUpFront } from './set-up.ts'

/** Does what `gawai newsroom newsroom.yaml` does. */
async function made({ gawai }: Newsroom, text: string): Promise<void> {
  const file = readNewsroomFile('newsroom.yaml', text)
  await setUp(gawai, 'newsroom.yaml', file)
  await setUpFront(gawai, 'newsroom.yaml', file)
}

const first = `
name: Kabar Gawai
zone: Asia/Makassar
description: {id: Kabar., en: News.}
sections:
  - id: {name: Laptop, description: Komputer.}
    en: {name: Laptops, description: Computers.}
    below:
      - {id: {name: Tablet}, en: {name: Tablets}}
  - {id: {name: Audio}, en: {name: Sound}}
topics:
  - {id: {name: Harga, description: Berapa?}, en: {name: Prices, description: How much?}}
people:
  - {name: Ratri Kinasih, initials: RK2, id: {post: Penulis, about: Menulis.}, en: {post: Writer, about: Writes.}}
brands:
  - {name: Lentera, url: "https://lentera.example/", id: {about: Pembuat.}, en: {about: Maker.}}
`

const namesOf = (tree: readonly Section[]) => tree.map(({ name }) => name)
/** Those that the file names: the fixture has sections of its own, in Indonesian. */
const own = (tree: readonly Section[]) => namesOf(tree).filter((name) => !['Gadget', 'Ponsel', 'Pasar'].includes(name))

describe('setting up a newsroom', () => {
  it('names everything in both languages, each thing once', async (test) => {
    const newsroom = await openNewsroom(test)
    const { gawai, get } = newsroom
    await made(newsroom, first)
    assert.equal(gawai.settings.get(siteName), 'Kabar Gawai')
    assert.equal(gawai.settings.get(siteZone), 'Asia/Makassar')
    assert.deepEqual(
      [gawai.settings.get(siteDescription.id), gawai.settings.get(siteDescription.en)],
      ['Kabar.', 'News.'],
    )

    const [ours, theirs] = [await sectionTree(gawai, 'id'), await sectionTree(gawai, 'en')]
    assert.deepEqual(namesOf(ours).slice(0, 3), ['Laptop', 'Tablet', 'Audio'])
    assert.deepEqual(namesOf(theirs), ['Laptops', 'Tablets', 'Sound'])
    assert.deepEqual(
      theirs.map(({ id, parent }) => [id, parent]),
      ours.slice(0, 3).map(({ id, parent }) => [id, parent]),
    )
    assert.deepEqual(
      theirs.map(({ path }) => path),
      ['/en/sections/laptops/', '/en/sections/laptops/tablets/', '/en/sections/sound/'],
    )
    const topics = await gawai.db.selectFrom('topic_name').select(['topic_id', 'name']).orderBy('name').execute()
    assert.deepEqual(
      topics.map(({ name }) => name),
      ['Harga', 'Prices'],
    )
    assert.equal(topics[0]?.topic_id, topics[1]?.topic_id)

    for (const [lang, post, about, maker] of [
      ['id', 'Penulis', 'Menulis.', 'Pembuat.'],
      ['en', 'Writer', 'Writes.', 'Maker.'],
    ] as const) {
      const person = await findPerson(gawai, 'ratri-kinasih', lang)
      assert.deepEqual([person?.initials, person?.post, person?.about], ['RK2', post, about])
      const brand = await findBrand(gawai, 'lentera', lang)
      assert.deepEqual([brand?.url, brand?.about], ['https://lentera.example/', maker])
    }
    assert.match((await get('/en/sections/laptops/')).text, /Computers\..*href="\/rubrik\/laptop\/"/s)
  })

  it('changes nothing when it is done again', async (test) => {
    const newsroom = await openNewsroom(test)
    const { gawai } = newsroom
    await newsroom.publish({ slug: 'kabar' })
    const text = `${first}front: {id: [kabar]}\n`
    await made(newsroom, text)
    const tables = [
      'section',
      'section_name',
      'topic',
      'topic_name',
      'person',
      'person_words',
      'organisation',
      'organisation_words',
      'front_slot',
      'setting',
      'address',
      'change_log',
    ] as const
    const rows = () => Promise.all(tables.map((table) => gawai.db.selectFrom(table).selectAll().execute()))
    const before = await rows()
    newsroom.clock.move(60_000)
    await made(newsroom, text)
    assert.deepEqual(await rows(), before)
  })

  it('renames and puts in another order what a second file says so of, and leaves the rest', async (test) => {
    const newsroom = await openNewsroom(test)
    const { gawai } = newsroom
    await made(newsroom, first)
    const before = await sectionTree(gawai, 'id')
    await made(
      newsroom,
      `
sections:
  - {id: {name: Suara, slug: audio}, en: {name: Sound and watches}}
  - {id: {name: Laptop}, en: {name: Portable computers}}
  - {id: {name: Sabak}, en: {name: Tablets}}
topics:
  - {id: {name: Harga}, en: {name: What it costs}}
people:
  - {name: Ratri Kinasih, initials: RK, id: {post: Penyunting}}
brands:
  - {name: LENTERA, id: {about: Pembuat ponsel.}}
`,
    )
    const after = await sectionTree(gawai, 'id')
    assert.deepEqual(own(after), ['Suara', 'Laptop', 'Sabak'])
    assert.deepEqual(namesOf(await sectionTree(gawai, 'en')), ['Sound and watches', 'Portable computers', 'Tablets'])
    const paths = (tree: readonly Section[]) => new Map(tree.map(({ id, path }) => [id, path]))
    assert.deepEqual(new Set(paths(after)), new Set(paths(before)))
    const topics = await gawai.db.selectFrom('topic_name').select(['topic_id', 'name']).orderBy('name').execute()
    assert.deepEqual(
      topics.map(({ name }) => name),
      ['Harga', 'What it costs'],
    )
    const ratri = await findPerson(gawai, 'ratri-kinasih', 'id')
    assert.deepEqual([ratri?.initials, ratri?.post, ratri?.about], ['RK', 'Penyunting', ''])
    assert.equal((await findPerson(gawai, 'ratri-kinasih', 'en'))?.post, 'Writer')
    const [brand] = await allBrands(gawai, 'id')
    assert.deepEqual(
      [brand?.name, brand?.url, brand?.about],
      ['LENTERA', 'https://lentera.example/', 'Pembuat ponsel.'],
    )
    assert.equal(gawai.settings.get(siteName), 'Kabar Gawai')
  })

  it('takes up what articles brought before: the words go to the section, brand and person that are there', async (test) => {
    const newsroom = await openNewsroom(test)
    const { gawai, get } = newsroom
    await newsroom.file(
      '---\ntitle: Kabar\nslug: kabar\nsection: Audio\nbrands: [lentera]\nwriter: Ratri Kinasih\n---\nIsi.',
    )
    await made(newsroom, first)
    assert.equal(own(await sectionTree(gawai, 'id')).length, 3)
    assert.deepEqual(
      (await allBrands(gawai, 'en')).map(({ name, url }) => [name, url]),
      [['Lentera', 'https://lentera.example/']],
    )
    assert.match((await get('/2026/01/kabar/')).text, /\[RK2\].*href="\/merek\/lentera\/" rel="tag">Lentera/s)
  })

  it('refuses one name for two things that are there already, and nothing of the file is kept', async (test) => {
    const newsroom = await openNewsroom(test)
    const { gawai } = newsroom
    await newsroom.file('---\ntitle: News\nlang: en\nsection: Markets\ntopics: [Cost]\n---\nText.')
    await newsroom.file('---\ntitle: Kabar\ntopics: [Harga]\n---\nIsi.')
    for (const [what, entry] of [
      ['sections', '{id: {name: Pasar}, en: {name: Markets}}'],
      ['topics', '{id: {name: Harga}, en: {name: Cost}}'],
    ] as const)
      await assert.rejects(
        made(newsroom, `name: Lain\n${what}: [${entry}]`),
        (error) => error instanceof Conflict && /^newsroom\.yaml: "\w+" and "\w+" are two /.test(error.message),
        what,
      )
    assert.equal(gawai.settings.get(siteName), 'Gawai')
    assert.deepEqual(namesOf(await sectionTree(gawai, 'en')), ['Markets'])
  })

  it('puts stories on the front pages, and refuses a slug that no article has', async (test) => {
    const newsroom = await openNewsroom(test)
    const { gawai } = newsroom
    for (const slug of ['satu', 'dua', 'tiga']) await newsroom.publish({ slug })
    await newsroom.publish({ slug: 'one', lang: 'en' })
    const slugs = async (lang: 'id' | 'en') =>
      (await frontArticles(gawai, lang)).map(({ path }) => path.split('/').at(-2))
    await made(newsroom, 'front: {id: [dua, satu], en: [one]}')
    assert.deepEqual([await slugs('id'), await slugs('en')], [['dua', 'satu'], ['one']])
    for (const [front, field] of [
      ['{id: [tiga, empat]}', 'front.id names "empat"'],
      ['{id: [tiga], en: [satu]}', 'front.en names "satu"'],
    ] as const)
      await assert.rejects(
        made(newsroom, `front: ${front}`),
        (error) =>
          error instanceof Invalid && error.message.startsWith(`newsroom.yaml: ${field}, and no article has that slug`),
      )
    assert.deepEqual([await slugs('id'), await slugs('en')], [['dua', 'satu'], ['one']])
    await made(newsroom, 'front: {id: []}')
    assert.deepEqual([await slugs('id'), await slugs('en')], [[], ['one']])
  })

  it('shows on every page that the store holds', async (test) => {
    const newsroom = await openNewsroom(test)
    await newsroom.file(
      '---\ntitle: Kabar\nslug: kabar\nsection: Audio\nbrands: [lentera]\nwriter: Ratri Kinasih\n---\nIsi.',
    )
    const { see, warm } = await openReader(test, newsroom)
    const pages: [string, RegExp][] = [
      ['/', /Laptop/],
      ['/rubrik/', /Laptop.*Tablet/s],
      ['/merek/lentera/', /Pembuat\./],
      ['/penulis/ratri-kinasih/', /Menulis\./],
      ['/2026/01/kabar/', /\[RK2\]/],
    ]
    await warm(pages.map(([path]) => path))
    for (const [path, expected] of pages) assert.doesNotMatch((await see(path)).text, expected, path)
    // Without the site's name: a changed setting would drop every page by itself.
    await made(newsroom, first.replace(/^(name|zone|description):.*$/gm, ''))
    for (const [path, expected] of pages) assert.match((await see(path)).text, expected, path)
  })
})

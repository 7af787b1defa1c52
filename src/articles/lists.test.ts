import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import fc from 'fast-check'
import {
  directoryKeys,
  directoryPage,
  inList,
  inPeriod,
  keepTopic,
  latest,
  type ListPage,
  pairArticles,
  slugsLike,
  unpublish,
} from '#articles'
import { keepOrganisation } from '#organisations'
import { Invalid, NotFound } from '#platform/refusals.ts'
import { openNewsroom } from '#test/newsroom.ts'
import { pngOf } from '#test/pictures.ts'
import { isPlaceKey, placeKey } from './place-key.ts'

/** Many articles at few instants, some of them long before computers counted time. */
const instants = [Date.UTC(1960, 4, 1), 0, Date.UTC(2018, 2, 5), Date.UTC(2018, 2, 5, 0, 0, 0, 1)]

async function walk(page: (before?: string) => Promise<ListPage>): Promise<number[]> {
  const seen: number[] = []
  for (let before: string | undefined, isFirst = true; isFirst || before !== undefined; isFirst = false) {
    const { items, older } = await page(before)
    assert.notEqual(items.length, 0)
    seen.push(...items.map(({ id }) => id))
    before = older
    assert.ok(before === undefined || isPlaceKey(before))
  }
  return seen
}

describe('a list', () => {
  it('gives every article exactly once, the newest first, however long its pages are', async (test) => {
    const { gawai, publish, gadget, ponsel } = await openNewsroom(test)
    const topic = await gawai.write((unit) => keepTopic(unit, gawai.settings, { lang: 'id', name: 'Xiaomi' }))
    const made: { id: number; at: number; place: number }[] = []
    for (let place = 0; place < 24; place += 1) {
      const at = instants[place % 4] ?? 0
      const lists = { ...(place % 3 > 0 && { section: ponsel }), topics: place % 2 > 0 ? [topic] : [] }
      const { id } = await publish({ slug: `kabar-${place}`, at, ...lists })
      made.push({ id, at, place })
    }
    await publish({ slug: 'lain', lang: 'en' })
    const expected = (isIn: (place: number) => boolean) =>
      made
        .filter(({ place }) => isIn(place))
        .toSorted((a, b) => b.at - a.at || b.id - a.id)
        .map(({ id }) => id)
    await fc.assert(
      fc.asyncProperty(fc.integer({ min: 1, max: 25 }), async (limit) => {
        const wanted = { lang: 'id', limit } as const
        assert.deepEqual(
          await walk((before) => latest(gawai, { ...wanted, before })),
          expected(() => true),
        )
        assert.deepEqual(
          await walk((before) => inList(gawai, { ...wanted, kind: 'section', id: gadget, before })),
          expected((place) => place % 3 > 0),
        )
        assert.deepEqual(
          await walk((before) => inList(gawai, { ...wanted, kind: 'topic', id: topic, before })),
          expected((place) => place % 2 > 0),
        )
      }),
      { numRuns: 8, examples: [[1], [24]] },
    )
  })

  it('takes a word for the top when it is no key', async (test) => {
    const { gawai, publish } = await openNewsroom(test)
    const { id } = await publish({ slug: 'kabar' })
    for (const before of ['bukan!kunci', '-', "1-1' or '1'='1"]) {
      assert.equal(isPlaceKey(before), false, before)
      assert.deepEqual(
        (await latest(gawai, { lang: 'id', limit: 5, before })).items.map((one) => one.id),
        [id],
      )
    }
    assert.deepEqual((await latest(gawai, { lang: 'id', limit: 5, before: '-1-1' })).items, [])
    assert.ok(isPlaceKey(placeKey({ at: -1, id: Number.MAX_SAFE_INTEGER })))
  })
})

describe('the list of a brand and of a person', () => {
  it('holds what is about the maker and what they signed in any role, once, in one language', async (test) => {
    const { gawai, publish, wulan, hanif } = await openNewsroom(test)
    const [xiaomi, huawei] = await gawai.write(async (unit) => [
      await keepOrganisation(unit, { name: 'Xiaomi', kind: 'company', isBrand: true }),
      await keepOrganisation(unit, { name: 'Huawei', kind: 'company', isBrand: true }),
    ])
    const [writer, editor] = [
      { person: wulan, role: 'writer' as const },
      { person: hanif, role: 'editor' as const },
    ]
    const one = await publish({ slug: 'satu', brands: [xiaomi, huawei, xiaomi], bylines: [writer, editor] })
    const two = await publish({ slug: 'dua', brands: [xiaomi], bylines: [writer, { ...writer, role: 'photo' }] })
    const news = await publish({ slug: 'news', lang: 'en', brands: [xiaomi], bylines: [editor] })
    await publish({ slug: 'tiga' })
    const ids = async (kind: 'brand' | 'person', id: number, lang: 'id' | 'en' = 'id') =>
      walk((before) => inList(gawai, { kind, id, lang, limit: 1, before }))
    assert.deepEqual(await ids('brand', xiaomi), [two.id, one.id])
    assert.deepEqual(await ids('brand', huawei), [one.id])
    assert.deepEqual(await ids('person', wulan), [two.id, one.id])
    assert.deepEqual(await ids('person', hanif), [one.id])
    assert.deepEqual(await ids('brand', xiaomi, 'en'), [news.id])
    assert.deepEqual(await ids('person', hanif, 'en'), [news.id])
    assert.deepEqual((await inList(gawai, { kind: 'person', id: xiaomi, lang: 'id', limit: 5 })).items, [])
  })

  it('shows of an article what a card needs', async (test) => {
    const { gawai, file, publish, hanif } = await openNewsroom(test)
    const story =
      '---\ntitle: Foto\nsection: Pasar\neditor: Hanif Bayu Saputra\nimage: {src: a.png, alt: Kotak}\n---\nTeks.'
    const { article } = await file(story, 'story.md', async () => pngOf(8, 4))
    await publish({ slug: 'polos', at: 0, bylines: [{ person: hanif, role: 'editor' }] })
    const { items } = await inList(gawai, { kind: 'person', id: hanif, lang: 'id', limit: 5 })
    const [shown, bare] = items
    assert.equal(shown?.id, article)
    assert.deepEqual({ ...shown?.section }, { name: 'Pasar', path: '/rubrik/pasar/' })
    const { src, colour, ...picture } = { ...shown?.picture }
    assert.deepEqual(picture, { alt: 'Kotak', width: 8, height: 4 })
    assert.match(`${src} ${colour}`, /^\/media\/[0-9a-f]{32}\.png #[0-9a-f]{6}$/)
    assert.equal(shown?.summary, 'Teks.')
    assert.ok(bare && !('section' in bare) && !('picture' in bare))
  })
})

describe('the list of a stretch of time', () => {
  it('gives exactly what was published in it, wherever its pages begin', async (test) => {
    const { gawai, publish } = await openNewsroom(test)
    const made: { id: number; at: number }[] = []
    for (let number = 0; number < 16; number += 1) {
      const at = instants[number % 4] ?? 0
      made.push({ id: (await publish({ slug: `kabar-${number}`, at })).id, at })
    }
    await publish({ slug: 'news', lang: 'en', at: instants[2] ?? 0 })
    const newest = made.toSorted((a, b) => b.at - a.at || b.id - a.id)
    const edge = fc.constantFrom(
      ...instants,
      (instants[2] ?? 0) + 1,
      -1,
      Number.MIN_SAFE_INTEGER,
      Number.MAX_SAFE_INTEGER,
    )
    const start = fc.option(fc.constantFrom(...made), { nil: undefined })
    await fc.assert(
      fc.asyncProperty(edge, edge, start, fc.integer({ min: 1, max: 17 }), async (from, until, after, limit) => {
        const expected = newest
          .filter(({ at }) => from <= at && at < until)
          .filter(({ at, id }) => !after || at < after.at || (at === after.at && id < after.id))
        const seen: number[] = []
        let before = after && placeKey(after)
        do {
          const { items, older } = await inPeriod(gawai, { lang: 'id', from, until, limit, before })
          seen.push(...items.map(({ id }) => id))
          before = older
        } while (before !== undefined)
        assert.deepEqual(
          seen,
          expected.map(({ id }) => id),
        )
      }),
      { numRuns: 60 },
    )
  })
})

describe('the directory', () => {
  it('holds everything public in pages by key, with the partner in the other language', async (test) => {
    const { gawai, publish } = await openNewsroom(test)
    const made: number[] = []
    for (let place = 0; place < 5; place += 1)
      made.push((await publish({ slug: `kabar-${place}`, lang: place > 2 ? 'en' : 'id' })).id)
    const gone = await publish({ slug: 'ditarik' })
    await unpublish(gawai, { article: gone.id, why: 'keliru' })
    const [one = 0, , , first = 0, second = 0] = made
    await gawai.write((unit) => pairArticles(unit, one, first))

    const keys = await directoryKeys(gawai, 2)
    assert.deepEqual(keys, [made[1], made[3]])
    const pages = await Promise.all([0, ...keys].map((after) => directoryPage(gawai, { after, limit: 2 })))
    assert.deepEqual(
      pages.flat().map(({ id }) => id),
      made,
    )
    assert.deepEqual(pages[0]?.[0]?.partner, { lang: 'en', path: '/en/2026/01/kabar-3/' })

    await gawai.write((unit) => pairArticles(unit, one, second))
    const again = await directoryPage(gawai, { after: 0, limit: 10 })
    assert.deepEqual(
      again.map(({ id, partner }) => [id, partner?.path]).filter(([, path]) => path),
      [
        [one, '/en/2026/01/kabar-4/'],
        [second, '/2026/01/kabar-0/'],
      ],
    )
    assert.deepEqual(
      again.map(({ id }) => id),
      made,
    )
  })

  it('follows a pair at once on the sitemap', async (test) => {
    const { gawai, publish, get } = await openNewsroom(test)
    const one = await publish({ slug: 'satu' })
    const other = await publish({ slug: 'one', lang: 'en' })
    assert.doesNotMatch((await get('/sitemaps/0.xml')).text, /hreflang/)
    await gawai.write((unit) => pairArticles(unit, one.id, other.id))
    assert.match((await get('/sitemaps/0.xml')).text, /hreflang="en"/)
    await assert.rejects(
      gawai.write((unit) => pairArticles(unit, one.id, one.id)),
      Invalid,
    )
    await assert.rejects(
      gawai.write((unit) => pairArticles(unit, one.id, 1)),
      NotFound,
    )
  })
})

describe('what may have been meant', () => {
  it('begins like the word, is public, and comes newest first', async (test) => {
    const { gawai, publish, clock } = await openNewsroom(test)
    for (const slug of ['xiaomi-masuk-amerika', 'xiaomi-masuk-eropa', 'xiaomi-masuk-mars', 'vivo']) {
      const { id } = await publish({ slug, title: slug })
      clock.move(1000)
      if (slug.endsWith('mars')) await unpublish(gawai, { article: id, why: 'keliru' })
    }
    const titles = async (word: string, limit = 5) =>
      (await slugsLike(gawai, { word, lang: 'id', limit })).map(({ title }) => title)
    assert.deepEqual(await titles('xiaomi-masuk-amerka'), ['xiaomi-masuk-eropa', 'xiaomi-masuk-amerika'])
    assert.deepEqual(await titles('xiaomi-masuk-amerka', 1), ['xiaomi-masuk-eropa'])
    assert.deepEqual(await titles('viv'), ['vivo'])
    assert.deepEqual(await titles('%'), [])
  })
})

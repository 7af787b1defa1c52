import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import fc from 'fast-check'
import {
  directoryKeys,
  directoryPage,
  inList,
  keepTopic,
  latest,
  type ListPage,
  pairArticles,
  slugsLike,
  unpublish,
} from '#articles'
import { Invalid, NotFound } from '#platform/refusals.ts'
import { openNewsroom } from '#test/newsroom.ts'
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
    assert.deepEqual((await latest(gawai, { lang: 'id', limit: 5, before: '-zzzzzzzzzzz-zzzzzzzzzzz' })).items, [])
    assert.ok(isPlaceKey(placeKey({ at: -1, id: Number.MAX_SAFE_INTEGER })))
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

import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import fc from 'fast-check'
import { monthsWithArticles, periodNamed, unpublish } from '#articles'
import type { Instant } from '#platform/database/tables.ts'
import { siteZone } from '#platform/settings.ts'
import { openNewsroom } from '#test/newsroom.ts'
import { periodsOf } from './archive.ts'

const hour = 60 * 60 * 1000
const instant = fc.integer({ min: Date.UTC(1, 0, 3), max: Date.UTC(9999, 11, 28) })
/** Whole hours, half hours, a summer time that begins at midnight, and a day that was left out. */
const zone = fc.constantFrom(
  'Asia/Jakarta',
  'Europe/Berlin',
  'Asia/Kolkata',
  'America/Sao_Paulo',
  'Pacific/Apia',
  'UTC',
)
const named = (name: string, inZone: string) => periodNamed(name.split('-'), inZone)
const hoursOf = (name: string, inZone: string) => {
  const { from = 0, until = 0 } = named(name, inZone) ?? {}
  return (until - from) / hour
}

describe('a period', () => {
  it('begins and ends when the site’s day does', () => {
    assert.deepEqual(named('2018', 'Asia/Jakarta'), {
      name: '2018',
      from: Date.UTC(2017, 11, 31, 17),
      until: Date.UTC(2018, 11, 31, 17),
    })
    assert.deepEqual(named('2018-12', 'Asia/Jakarta'), {
      name: '2018-12',
      from: Date.UTC(2018, 10, 30, 17),
      until: Date.UTC(2018, 11, 31, 17),
    })
    assert.deepEqual(named('2018-12-31', 'America/New_York'), {
      name: '2018-12-31',
      from: Date.UTC(2018, 11, 31, 5),
      until: Date.UTC(2019, 0, 1, 5),
    })
  })

  it('is as long as its day was where clocks were moved', () => {
    assert.equal(hoursOf('2018-03-25', 'Europe/Berlin'), 23)
    assert.equal(hoursOf('2018-10-28', 'Europe/Berlin'), 25)
    assert.equal(hoursOf('2018-03', 'Europe/Berlin'), 31 * 24 - 1)
    assert.equal(hoursOf('2018', 'Europe/Berlin'), 365 * 24)
    assert.equal(hoursOf('2016-02', 'Asia/Jakarta'), 29 * 24)
    // Midnight itself was left out.
    assert.equal(hoursOf('2018-11-04', 'America/Sao_Paulo'), 23)
  })

  it('is none when the calendar has no such day', () => {
    for (const name of ['2018-02-29', '2018-13', '2018-00', '2018-04-31', 'maret', '2018-maret'])
      assert.equal(named(name, 'Asia/Jakarta'), undefined, name)
    assert.equal(periodNamed([], 'Asia/Jakarta'), undefined)
  })

  it('holds every instant that names it, and none of its neighbours’', () =>
    fc.assert(
      fc.property(instant, zone, (at, inZone) => {
        for (const name of periodsOf(at, inZone)) {
          const { from, until } = named(name, inZone) ?? { from: Infinity, until: -Infinity }
          assert.ok(from <= at && at < until, name)
          const around = (other: Instant) => periodsOf(other, inZone)
          assert.ok(around(from).includes(name) && around(until - 1).includes(name), name)
          assert.ok(!around(from - 1).includes(name) && !around(until).includes(name), name)
        }
      }),
    ))
})

describe('the months with articles', () => {
  it('are those of the site’s zone, each once, the newest first, in one language', async (test) => {
    const { gawai, publish } = await openNewsroom(test)
    const jakartaNewYear = Date.UTC(2018, 11, 31, 17)
    for (const at of [jakartaNewYear, jakartaNewYear - 1, jakartaNewYear + hour, Date.UTC(2016, 1, 29), 0, -1])
      await publish({ slug: `kabar-${at}`, at })
    await publish({ slug: 'news', lang: 'en', at: Date.UTC(2020, 5, 1) })
    assert.deepEqual(await monthsWithArticles(gawai, 'id'), ['2019-01', '2018-12', '2016-02', '1970-01'])
    assert.deepEqual(await monthsWithArticles(gawai, 'en'), ['2020-06'])

    await gawai.write((unit) => gawai.settings.set(unit, siteZone, 'America/New_York'))
    assert.deepEqual(await monthsWithArticles(gawai, 'id'), ['2018-12', '2016-02', '1969-12'])
  })

  it('leave out pages and what was taken back', async (test) => {
    const { gawai, publish, file } = await openNewsroom(test)
    assert.deepEqual(await monthsWithArticles(gawai, 'id'), [])
    const { id } = await publish({ slug: 'salah', at: Date.UTC(2018, 2, 6) })
    await file('---\ntitle: Tentang\nkind: page\npublished: 2017-01-01\n---\nKami.')
    assert.deepEqual(await monthsWithArticles(gawai, 'id'), ['2018-03'])
    await unpublish(gawai, { article: id, why: 'keliru' })
    assert.deepEqual(await monthsWithArticles(gawai, 'id'), [])
  })

  it('lead each to its page, also around New Year', async (test) => {
    const { publish, get } = await openNewsroom(test)
    const midnight = Date.UTC(2018, 11, 31, 17)
    await publish({ title: 'Ponsel lama', slug: 'lama', at: midnight - 1 })
    await publish({ title: 'Ponsel baru', slug: 'baru', at: midnight })
    for (const path of ['/2018/', '/2018/12/', '/2018/12/31/', '/2019/', '/2019/01/', '/2019/01/01/']) {
      const { text } = await get(path)
      assert.equal(/<main[^]*Ponsel lama/.test(text), path.startsWith('/2018/'), path)
      assert.equal(/<main[^]*Ponsel baru/.test(text), path.startsWith('/2019/'), path)
    }
    const { text } = await get('/arsip/')
    assert.match(text, /href="\/2019\/".*href="\/2019\/01\/".*href="\/2018\/".*href="\/2018\/12\/"/s)
  })
})

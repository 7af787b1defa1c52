import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import fc from 'fast-check'
import { markupOf } from '#platform/html.ts'
import { dayInWords, dayView, machineTime, periodInWords, timeView } from './time.ts'

const jakarta = { lang: 'id', zone: 'Asia/Jakarta' }
const english = { ...jakarta, lang: 'en' }
/** In Jakarta it is the next day already. */
const evening = Date.UTC(2018, 2, 5, 18, 5)

describe('a time in words', () => {
  it('has its minute and the zone, as Indonesians write both', async () => {
    const spoken = async (style: typeof jakarta) => (await markupOf(timeView(evening, style))).replace(/\s/g, ' ')
    const machine = (rest: string) => `<time datetime="2018-03-06T${rest}</time>`
    assert.equal(await spoken(jakarta), machine('01:05:00+07:00">6 Maret 2018 pukul 01.05 WIB'))
    assert.equal(await spoken(english), machine('01:05:00+07:00">6 March 2018 at 01:05 WIB'))
    assert.match(await spoken({ lang: 'en', zone: 'Asia/Makassar' }), /02:05 WITA</)
    assert.match(await spoken({ lang: 'id', zone: 'Asia/Jayapura' }), /03\.05 WIT</)
    assert.match(await spoken({ lang: 'en', zone: 'Europe/Berlin' }), /5 March 2018 at 19:05 CET</)
  })

  it('is only its day in lists, the day that the site’s zone had', async () => {
    assert.equal(
      await markupOf(dayView(evening, jakarta)),
      '<time datetime="2018-03-06T01:05:00+07:00">6 Maret 2018</time>',
    )
    assert.equal(dayInWords(evening, english), '6 March 2018')
    assert.equal(dayInWords(evening, { lang: 'id', zone: 'Europe/Berlin' }), '5 Maret 2018')
  })

  it('keeps the offset that the zone had then', () => {
    const berlin = { zone: 'Europe/Berlin' }
    assert.equal(machineTime(Date.UTC(2018, 0, 1), berlin), '2018-01-01T01:00:00+01:00')
    assert.equal(machineTime(Date.UTC(2018, 6, 1), berlin), '2018-07-01T02:00:00+02:00')
  })

  it('is the same instant when a program reads it', () => {
    const seconds = fc.integer({ min: -2_000_000_000, max: 4_000_000_000 })
    const zones = fc.constantFrom('Asia/Jakarta', 'Europe/Berlin', 'America/St_Johns', 'UTC')
    fc.assert(
      fc.property(seconds, zones, (second, zone) => {
        // RFC 3339 has no seconds in an offset, which zones had before they had minutes.
        const shown = Date.parse(machineTime(second * 1000, { zone }))
        assert.ok(Math.abs(shown - second * 1000) < 60_000)
      }),
    )
  })
})

describe('a period in words', () => {
  it('is a year, a month or a day, and the same in every zone', () => {
    for (const zone of ['Asia/Jakarta', 'America/Los_Angeles']) {
      const words = (name: string) => ['id', 'en'].map((lang) => periodInWords(name, { lang, zone }))
      assert.deepEqual(words('2018'), ['2018', '2018'])
      assert.deepEqual(words('2018-03'), ['Maret 2018', 'March 2018'])
      assert.deepEqual(words('2018-03-01'), ['1 Maret 2018', '1 March 2018'])
    }
  })
})

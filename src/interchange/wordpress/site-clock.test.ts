import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import type { Scan } from './scan.ts'
import { siteClock } from './site-clock.ts'

function dated(date: string, dateUtc: string): Scan['samples'][number] {
  return { id: '1', link: '', slug: '', date, dateUtc, terms: [], creator: '' }
}

const jakarta = dated('2018-03-06 10:30:00', '2018-03-06 03:30:00')
const makassar = dated('2018-03-06 11:30:00', '2018-03-06 03:30:00')
const zeros = dated('2018-03-06 11:30:00', '0000-00-00 00:00:00')

describe('the clock of a site', () => {
  it('is read off its posts', () => {
    assert.equal(siteClock({ samples: [jakarta, jakarta] }), 'Asia/Jakarta')
    assert.equal(siteClock({ samples: [makassar] }), 'Asia/Makassar')
  })

  it('is unknown when they disagree or tell nothing', () => {
    for (const samples of [[], [jakarta, makassar], [zeros], [dated(jakarta.date, jakarta.date)]])
      assert.equal(siteClock({ samples }), undefined)
  })
})

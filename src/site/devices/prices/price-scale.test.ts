import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import fc from 'fast-check'
import { monthsBetween, scaleOf } from './price-scale.ts'

describe('a scale', () => {
  it('has round steps around what it shows', () => {
    assert.deepEqual(
      scaleOf(4_199_000, 4_999_000).ticks,
      [4_000_000, 4_200_000, 4_400_000, 4_600_000, 4_800_000, 5_000_000],
    )
    assert.deepEqual(scaleOf(100, 100).ticks, [100, 105])
    assert.deepEqual(scaleOf(1, 1).ticks, [1, 2])
  })

  it('holds all of it between few lines, whatever it is', () =>
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 1e12 }), fc.integer({ min: 0, max: 1e12 }), (lowest, more) => {
        const { low, high, ticks } = scaleOf(lowest, lowest + more)
        assert.ok(low <= lowest && high >= lowest + more && low >= 0)
        assert.ok(ticks.length >= 2 && ticks.length <= 7, `${ticks.length}`)
        assert.ok(ticks.every(Number.isInteger))
      }),
    ))
})

describe('the months of a scale', () => {
  const day = (text: string) => Date.parse(text)
  const names = (first: string, last: string, most: number) =>
    monthsBetween(day(first), day(last), most).map((at) => new Date(at).toISOString().slice(0, 10))
  it('are their first days, no more than there is space for', () => {
    assert.deepEqual(names('2017-12-02', '2018-03-01', 5), ['2018-01-01', '2018-02-01', '2018-03-01'])
    assert.deepEqual(names('2018-01-01', '2018-12-31', 4), ['2018-01-01', '2018-04-01', '2018-07-01', '2018-10-01'])
    assert.deepEqual(names('2018-01-05', '2018-01-20', 4), [])
  })
})

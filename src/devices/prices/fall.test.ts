import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { fallOf } from './fall.ts'

const aDay = 86_400_000
const now = 100 * aDay + 5000
/** Amounts of the days before today, the newest last. */
const days = (...amounts: number[]) =>
  amounts.map((amount, index) => ({ at: (100 - amounts.length + index) * aDay, amount }))

describe('a fall of a price', () => {
  it('is counted from the lowest of the thirty days before, since the day on which it came', () => {
    assert.deepEqual(fallOf(days(100, 95, 120, 80, 80), 80, now), { since: 98 * aDay, before: 95, fall: 158 })
    assert.deepEqual(fallOf(days(100, 100), 80, now), { since: 100 * aDay, before: 100, fall: 200 })
  })

  it('is none when it was raised to be lowered again', () =>
    assert.equal(fallOf(days(80, ...Array<number>(10).fill(120)), 80, now).fall, 0))

  it('does not look further back than thirty days', () =>
    assert.equal(fallOf(days(50, ...Array<number>(31).fill(100)), 80, now).before, 100))

  it('is none where nobody looked before', () => {
    assert.deepEqual(fallOf([], 80, now), { since: 100 * aDay, fall: 0 })
    assert.deepEqual(fallOf(days(80, 70), 80, now), { since: 98 * aDay, fall: 0 })
  })
})

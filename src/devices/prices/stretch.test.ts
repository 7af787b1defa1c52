import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import fc from 'fast-check'
import { longestGap, type Observation, type Stretch, withObservation } from './stretch.ts'

const seen = (at: number, amount: number): Observation => ({ at, amount, stock: null, provenance: 1 })
const heard = (all: readonly Observation[]) => all.reduce<Stretch[]>(withObservation, [])
const short = (stretches: Stretch[]) => stretches.map(({ at, until, amount }) => [at, until, amount])

describe('the prices of an offer', () => {
  it('are one stretch as long as they are the same', () =>
    assert.deepEqual(short(heard([seen(1, 5), seen(2, 5), seen(3, 6), seen(4, 6), seen(9, 5)])), [
      [1, 2, 5],
      [3, 4, 6],
      [9, 9, 5],
    ]))

  it('are not said for a time in which nobody looked', () =>
    assert.deepEqual(short(heard([seen(0, 5), seen(longestGap, 5), seen(2 * longestGap + 1, 5)])), [
      [0, longestGap, 5],
      [2 * longestGap + 1, 2 * longestGap + 1, 5],
    ]))

  it('take up one that comes late, between two stretches and inside one', () => {
    assert.deepEqual(short(heard([seen(1, 5), seen(9, 5), seen(4, 5)])), [[1, 9, 5]])
    assert.deepEqual(short(heard([seen(1, 5), seen(9, 5), seen(4, 6)])), [
      [1, 3, 5],
      [4, 4, 6],
      [5, 9, 5],
    ])
    assert.deepEqual(short(heard([seen(9, 5), seen(4, 5)])), [[4, 9, 5]])
  })

  const days = fc.integer({ min: 0, max: 40 }).map((day) => day * 86_400_000)
  const observations = fc.array(fc.record({ at: days, amount: fc.integer({ min: 1, max: 3 }) }), { maxLength: 40 })
  it('say at each instant what was told last of it, in order and without overlap, in whatever order they come', () =>
    fc.assert(
      fc.property(observations, (told) => {
        const stretches = heard(told.map(({ at, amount }) => seen(at, amount)))
        stretches.forEach(({ at, until }, index) => {
          assert.ok(at <= until)
          assert.ok(until < (stretches[index + 1]?.at ?? Infinity))
        })
        const last = new Map(told.map(({ at, amount }) => [at, amount]))
        for (const [at, amount] of last)
          assert.equal(stretches.find((one) => one.at <= at && one.until >= at)?.amount, amount)
      }),
    ))
})

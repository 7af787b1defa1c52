import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { setImmediate } from 'node:timers/promises'
import { NotNow } from '#platform/refusals.ts'
import { counterWith } from './counter.ts'

describe('the counter where pictures are handed in', () => {
  it('works on two at once; others wait in turn, and who comes when too many wait is told to come again', async () => {
    const counter = counterWith(2, 1)
    const begun: number[] = []
    const ends: (() => void)[] = []
    const hand = (number: number) =>
      counter.take(async () => {
        begun.push(number)
        await new Promise<void>((resolve) => void ends.push(resolve))
        return number
      })
    const all = [hand(1), hand(2), hand(3)]
    await assert.rejects(hand(4), (error) => error instanceof NotNow && error.status === 503 && error.retryAfter === 60)
    await setImmediate()
    assert.deepEqual(begun, [1, 2])
    ends.shift()?.()
    assert.equal(await all[0], 1)
    await setImmediate()
    assert.deepEqual(begun, [1, 2, 3])
    for (const end of ends) end()
    assert.deepEqual(await Promise.all(all), [1, 2, 3])
  })

  it('is free again after a piece of work that fails', async () => {
    const counter = counterWith(1, 0)
    await assert.rejects(
      counter.take(async () => Promise.reject(new Error('rusak'))),
      /rusak/,
    )
    assert.equal(await counter.take(async () => 'ya'), 'ya')
  })
})

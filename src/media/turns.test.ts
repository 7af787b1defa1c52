import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import fc from 'fast-check'
import { takeTurns, type Turn } from './turns.ts'

const rank = { editor: 0, reader: 1, job: 2 }
const turn = fc.constantFrom<Turn>('editor', 'reader', 'job')

describe('turns', () => {
  it('come one at a time, editors before readers before jobs, each in the order in which they came', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(turn, { minLength: 1, maxLength: 12 }), async (wished) => {
        let atWork = 0
        const done: number[] = []
        const taken = takeTurns()
        const work = (index: number) => async () => {
          assert.equal(++atWork, 1)
          await Promise.resolve()
          atWork--
          done.push(index)
        }
        await Promise.all(wished.map((one, index) => taken.take(one, work(index))))
        const [, ...others] = wished.map((one, index) => ({ index, rank: rank[one] }))
        const expected = others.toSorted((a, b) => a.rank - b.rank || a.index - b.index)
        // The first found nobody there.
        assert.deepEqual(done, [0, ...expected.map(({ index }) => index)])
      }),
    )
  })

  it('go on after work that fails', async () => {
    const taken = takeTurns()
    const failed = taken.take('reader', () => Promise.reject(new Error('x')))
    const next = taken.take('reader', async () => 'done')
    await assert.rejects(failed, /^Error: x/)
    assert.equal(await next, 'done')
  })

  it('tell how many go before', () => {
    const taken = takeTurns()
    const never = () => new Promise<void>(() => {})
    for (const one of ['job', 'job', 'editor', 'reader'] as const) void taken.take(one, never)
    assert.deepEqual([taken.ahead('editor'), taken.ahead('reader'), taken.ahead('job')], [2, 3, 4])
  })
})

import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { openNewsroom } from '#test/newsroom.ts'
import { answerKeptFor, answerOnce, forgetAnswers } from './answered.ts'
import { Conflict } from './refusals.ts'

describe('a request with a key', () => {
  it('is done once and answered the same, also when two of them come at a time', async (test) => {
    const { gawai } = await openNewsroom(test)
    let done = 0
    const ask = (key?: string, request: unknown = { a: 1 }) =>
      gawai.write((unit) => answerOnce(unit, key, request, async () => ({ number: (done += 1) })))
    assert.deepEqual(await Promise.all([ask('k'), ask('k')]), [{ number: 1 }, { number: 1 }])
    assert.deepEqual(await ask('other'), { number: 2 })
    await assert.rejects(ask('k', { a: 2 }), Conflict)
    assert.deepEqual([await ask(), await ask()], [{ number: 3 }, { number: 4 }])
  })

  it('is remembered for a day and then forgotten, and at once when it failed', async (test) => {
    const { gawai, clock } = await openNewsroom(test)
    const refused = () => gawai.write((unit) => answerOnce(unit, 'k', {}, () => Promise.reject(new Conflict('taken'))))
    await assert.rejects(refused(), Conflict)
    let done = 0
    const ask = () => gawai.write((unit) => answerOnce(unit, 'k', {}, async () => (done += 1)))
    await ask()
    clock.move(answerKeptFor)
    await gawai.write(forgetAnswers)
    assert.equal(await ask(), 1)
    clock.move(1)
    await gawai.write(forgetAnswers)
    assert.equal(await ask(), 2)
  })
})

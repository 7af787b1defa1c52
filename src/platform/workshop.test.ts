import assert from 'node:assert/strict'
import { describe, it, type TestContext } from 'node:test'
import { openWorkshop } from './workshop.ts'
import type { Told, WorkshopProcess } from './workshop-process.ts'

const limits = { longest: 30_000, idle: 60_000 }

/** A workshop whose processes answer when and what the test says. */
function openSeen(test: TestContext) {
  const started: { isAlive: boolean }[] = []
  const asked: { work: object; answer(told: Told): void }[] = []
  const start = (): WorkshopProcess => {
    const seen = { isAlive: true }
    started.push(seen)
    return {
      pid: started.length,
      isAlive: () => seen.isAlive,
      ask: (work) =>
        new Promise((answer) => {
          asked.push({
            work,
            answer: (told) => {
              if ('lost' in told) seen.isAlive = false
              answer(told)
            },
          })
        }),
      end: async () => void (seen.isAlive = false),
    }
  }
  test.mock.timers.enable({ apis: ['setTimeout'] })
  return { workshop: openWorkshop(start, limits), started, asked }
}

/** Lets everything go on that waits for nothing but its turn. */
const settled = () => new Promise((resolve) => setImmediate(resolve))

describe('a workshop', () => {
  it('works on one piece at a time, in their order, in one process that starts with the first', async (test) => {
    const { workshop, started, asked } = openSeen(test)
    assert.equal(started.length, 0)
    const answers = [workshop.ask({ piece: 1 }), workshop.ask({ piece: 2 })]
    await settled()
    assert.deepEqual(
      asked.map(({ work }) => work),
      [{ piece: 1 }],
    )
    asked[0]?.answer({ told: 'one' })
    await settled()
    asked[1]?.answer({ told: 'two' })
    assert.deepEqual(await Promise.all(answers), [{ told: 'one' }, { told: 'two' }])
    assert.equal(started.length, 1)
  })

  it('says how many pieces go before the next', async (test) => {
    const { workshop, asked } = openSeen(test)
    const first = workshop.ask({})
    const second = workshop.ask({})
    assert.equal(workshop.ahead(), 2)
    await settled()
    asked[0]?.answer({ told: 1 })
    await first
    assert.equal(workshop.ahead(), 1)
    await settled()
    asked[1]?.answer({ told: 2 })
    await second
    assert.equal(workshop.ahead(), 0)
  })

  it('tries a piece again in another process when one has died, but only once', async (test) => {
    const { workshop, started, asked } = openSeen(test)
    const answer = workshop.ask({ piece: 1 })
    await settled()
    asked[0]?.answer({ lost: 'died' })
    await settled()
    assert.deepEqual(asked[1]?.work, { piece: 1 })
    asked[1]?.answer({ lost: 'died' })
    assert.deepEqual(await answer, { lost: 'died' })
    assert.equal(started.length, 2)
  })

  it('gives up a piece that took too long, and does the next in another process', async (test) => {
    const { workshop, started, asked } = openSeen(test)
    const [slow, next] = [workshop.ask({ piece: 'slow' }), workshop.ask({ piece: 'next' })]
    await settled()
    asked[0]?.answer({ lost: 'late' })
    await settled()
    assert.deepEqual(
      asked.map(({ work }) => work),
      [{ piece: 'slow' }, { piece: 'next' }],
    )
    asked[1]?.answer({ told: 'done' })
    assert.deepEqual(await Promise.all([slow, next]), [{ lost: 'late' }, { told: 'done' }])
    assert.equal(started.length, 2)
  })

  it('gives its memory back when nothing came for a while, and counts that while anew with each piece', async (test) => {
    const { workshop, started, asked } = openSeen(test)
    const work = async () => {
      const answer = workshop.ask({})
      await settled()
      asked.at(-1)?.answer({ told: 'done' })
      await answer
    }
    await work()
    test.mock.timers.tick(limits.idle - 1)
    await work()
    test.mock.timers.tick(limits.idle - 1)
    assert.equal(started[0]?.isAlive, true)
    test.mock.timers.tick(1)
    assert.equal(started[0]?.isAlive, false)
    await work()
    assert.equal(started.length, 2)
  })

  it('starts nothing once it is closed, and tells so to whoever still waits', async (test) => {
    const { workshop, started, asked } = openSeen(test)
    const [first, second] = [workshop.ask({}), workshop.ask({})]
    await settled()
    await workshop.close()
    assert.equal(started[0]?.isAlive, false)
    asked[0]?.answer({ lost: 'closed' })
    await settled()
    assert.equal(asked.length, 1)
    assert.deepEqual(await Promise.all([first, second]), [{ lost: 'closed' }, { lost: 'closed' }])
    assert.deepEqual(await workshop.ask({}), { lost: 'closed' })
    assert.equal(started.length, 1)
  })
})

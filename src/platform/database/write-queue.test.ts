import assert from 'node:assert/strict'
import { it } from 'node:test'
import { writeQueue } from './write-queue.ts'

it('a unit whose savepoint fails is refused, and nothing of it goes off later', async (test) => {
  test.mock.timers.enable({ apis: ['setTimeout'] })
  const broken = new Error('The database connection is closed')
  const write = writeQueue(
    {
      run: async (sql) => {
        if (sql === 'savepoint unit') throw broken
        return { rows: [], changes: 0 }
      },
      close: async () => {},
    },
    { now: () => 0 },
    () => 1,
    () => {},
  )
  await assert.rejects(
    write(async () => 'never'),
    broken,
  )
  // A rejection that nobody hears would end the whole program, and this test.
  test.mock.timers.tick(60_000)
  await new Promise(setImmediate)
})

import assert from 'node:assert/strict'
import { readFile } from 'node:fs/promises'
import { describe, it, type TestContext } from 'node:test'
import { setTimeout } from 'node:timers/promises'
import { pngOf } from '#test/pictures.ts'
import type { WorkshopProcess } from '#platform/workshop-process.ts'
import { type Darkroom, darkroomWith, startDarkroomProcess } from './darkroom.ts'
import { cleanSchema } from './darkroom-work.ts'

const limits = { longest: 30_000, idle: 30_000, ahead: { editor: 60, reader: 60, job: 60 } }
const work = { kind: 'clean', bytes: pngOf(3, 2), ending: 'png' } as const

const killHard = (seen?: WorkshopProcess) => seen?.pid !== undefined && process.kill(seen.pid, 'SIGKILL')

/** A darkroom whose processes can be looked at. What stands in `asked` happens to the next that are asked, in turn. */
function openSeen(test: TestContext, some: Partial<typeof limits> = {}) {
  const started: WorkshopProcess[] = []
  const asked: ((seen: WorkshopProcess) => unknown)[] = []
  const start = () => {
    const seen = startDarkroomProcess()
    started.push(seen)
    const ask: WorkshopProcess['ask'] = (...question) => {
      const answer = seen.ask(...question)
      asked.shift()?.(seen)
      return answer
    }
    return { ...seen, ask }
  }
  const room = darkroomWith({ ...limits, ...some }, start)
  test.after(() => room.close())
  return { room, started, asked }
}

const develop = (room: Darkroom) => room.develop(work, cleanSchema, 'reader')
const isDone = async (room: Darkroom) => 'print' in (await develop(room))

describe('the darkroom', () => {
  it('works in one process, started when it is first needed', async (test) => {
    const { room, started } = openSeen(test)
    assert.equal(started.length, 0)
    assert.deepEqual(await Promise.all([isDone(room), isDone(room), isDone(room)]), [true, true, true])
    assert.equal(started.length, 1)
  })

  it('gives its process nothing of the program’s environment', { skip: process.platform !== 'linux' }, async (test) => {
    const { room, started } = openSeen(test)
    process.env['GAWAI_DATABASE'] = 'postgres://rahasia@localhost/gawai'
    test.after(() => delete process.env['GAWAI_DATABASE'])
    assert.equal(await isDone(room), true)
    const told = (await readFile(`/proc/${started[0]?.pid}/environ`, 'latin1'))
      .split('\0')
      .map((line) => line.replace(/=.*/s, ''))
    const plain = ['', 'PATH', 'HOME', 'NODE_CHANNEL_FD', 'NODE_CHANNEL_SERIALIZATION_MODE']
    assert.deepEqual(
      told.filter((name) => !plain.includes(name)),
      [],
    )
  })

  it('starts another process when one dies at rest', async (test) => {
    const { room, started } = openSeen(test)
    assert.equal(await isDone(room), true)
    killHard(started[0])
    assert.equal(await isDone(room), true)
    assert.equal(started.length, 2)
  })

  it('tries once more when its process dies at work, and goes on when that dies too', async (test) => {
    const { room, started, asked } = openSeen(test)
    asked.push(killHard)
    assert.equal(await isDone(room), true)
    asked.push(killHard, killHard)
    assert.deepEqual(await develop(room), { trouble: 'died' })
    assert.equal(await isDone(room), true)
    assert.equal(started.length, 4)
  })

  it('ends its process when there is no more work', async (test) => {
    const { room, started } = openSeen(test, { idle: 0 })
    assert.equal(await isDone(room), true)
    while (started[0]?.isAlive()) await setTimeout(5)
    assert.equal(await isDone(room), true)
    assert.equal(started.length, 2)
  })

  it('gives up a piece of work that takes too long, and goes on with the next', async (test) => {
    const { room, started } = openSeen(test, { longest: 0 })
    assert.deepEqual(await Promise.all([develop(room), develop(room)]), [{ trouble: 'late' }, { trouble: 'late' }])
    assert.equal(started.length, 2)
  })

  it('refuses work when too much waits, and all work when it is closed', async (test) => {
    const { room } = openSeen(test, { ahead: { editor: 1, reader: 1, job: 1 } })
    const [, , third] = await Promise.all([develop(room), develop(room), develop(room)])
    assert.deepEqual(third, { trouble: 'busy' })
    const [, , readers, editor] = await Promise.all([
      develop(room),
      develop(room),
      develop(room),
      room.develop(work, cleanSchema, 'editor'),
    ])
    assert.deepEqual([readers, editor && 'print' in editor], [{ trouble: 'busy' }, true])
    const waiting = Promise.all([develop(room), develop(room)])
    await room.close()
    assert.deepEqual(await waiting, [{ trouble: 'closed' }, { trouble: 'closed' }])
    assert.deepEqual(await develop(room), { trouble: 'closed' })
  })
})

import assert from 'node:assert/strict'
import { readdir, readFile } from 'node:fs/promises'
import { constants } from 'node:os'
import { describe, it, type TestContext } from 'node:test'
import { setTimeout } from 'node:timers/promises'
import { NotNow } from '#platform/refusals.ts'
import type { WorkshopProcess } from '#platform/workshop-process.ts'
import { type Hashing, hashingWith, startHashingProcess } from './hashing.ts'

const limits = { longest: 10_000, idle: 60_000, wait: 60_000 }
/** Costs nothing: how it is hashed is the same. */
const asked = {
  message: 'tiga ekor merpati',
  nonce: Buffer.from('0123456789abcdef'),
  tagLength: 32,
  memory: 64,
  passes: 1,
  parallelism: 1,
}

/** Takes so long that whoever is killed just after being asked has not answered. */
const slow = { memory: 19_456, passes: 10 }

const killHard = ({ pid }: WorkshopProcess) => pid !== undefined && process.kill(pid, 'SIGKILL')

/** Hashing whose processes can be looked at. The next that are asked are killed while they work, `deaths` of them. */
function openSeen(test: TestContext, some: Partial<typeof limits> = {}) {
  const started: WorkshopProcess[] = []
  const seen = { started, deaths: 0 }
  const start = () => {
    const one = startHashingProcess()
    started.push(one)
    const ask: WorkshopProcess['ask'] = (...question) => {
      const answer = one.ask(...question)
      if (seen.deaths > 0) killHard(one)
      seen.deaths = Math.max(0, seen.deaths - 1)
      return answer
    }
    return { ...one, ask }
  }
  const hashing = hashingWith({ ...limits, ...some }, start)
  test.after(() => hashing.close())
  return { hashing, seen }
}

const hash = async (hashing: Hashing, cost = {}) =>
  Buffer.from(await hashing.hash({ ...asked, ...cost })).toString('hex')

const noWork = async () => {}

describe('hashing', () => {
  it('is done by one process, started with the first password', async (test) => {
    const { hashing, seen } = openSeen(test)
    assert.equal(seen.started.length, 0)
    const hashes = await Promise.all(Array.from({ length: 12 }, () => hash(hashing)))
    assert.deepEqual([new Set(hashes).size, seen.started.length], [1, 1])
  })

  it('gives way to readers with every thread', { skip: process.platform !== 'linux' }, async (test) => {
    const { hashing, seen } = openSeen(test)
    await hash(hashing)
    const threads = `/proc/${seen.started[0]?.pid}/task`
    const stats = await Promise.all((await readdir(threads)).map((id) => readFile(`${threads}/${id}/stat`, 'utf8')))
    // The nineteenth field (proc_pid_stat(5)); the second ends with the bracket and may hold spaces.
    const priorities = stats.map((stat) => Number(stat.split(') ')[1]?.split(' ')[16]))
    assert.deepEqual([...new Set(priorities)], [constants.priority.PRIORITY_BELOW_NORMAL])
  })

  it('goes on in another process when one dies, at rest or at work', async (test) => {
    const { hashing, seen } = openSeen(test)
    const first = await hash(hashing, slow)
    for (const one of seen.started) killHard(one)
    assert.equal(await hash(hashing, slow), first)
    seen.deaths = 1
    assert.equal(await hash(hashing, slow), first)
    assert.equal(seen.started.length, 3)
  })

  it('is a bug, and no wrong password, when a second process dies of the same', async (test) => {
    const { hashing, seen } = openSeen(test)
    seen.deaths = 2
    await assert.rejects(hash(hashing, slow), (error) => error instanceof Error && !(error instanceof NotNow))
    assert.equal((await hash(hashing)).length, 64, 'the next is hashed')
  })

  it('ends its process when nobody has signed in for a while', async (test) => {
    const { hashing, seen } = openSeen(test, { idle: 0 })
    await hash(hashing)
    while (seen.started[0]?.isAlive()) await setTimeout(5)
    await hash(hashing)
    assert.equal(seen.started.length, 2)
  })

  it('refuses one that would wait too long, says when to come again, and then there is room', async (test) => {
    const { hashing } = openSeen(test, { wait: 1000 })
    const hashes = Array.from({ length: 21 }, () => hash(hashing))
    await assert.rejects(hashing.withRoom(noWork), NotNow)
    await assert.rejects(
      hash(hashing),
      (error) => error instanceof NotNow && error.status === 503 && error.retryAfter === 2,
    )
    await Promise.all(hashes)
    await hashing.withRoom(noWork)
  })

  it('lets fewer wait where one takes long', async (test) => {
    const { hashing } = openSeen(test, { wait: 1000 })
    // Each takes ten times as long as a password.
    for (let time = 0; time < 3; time += 1) await hash(hashing, { memory: 19_456, passes: 20 })
    const settled = Promise.allSettled(Array.from({ length: 21 }, () => hash(hashing)))
    assert.ok((await settled).some(({ status }) => status === 'rejected'))
  })

  it('puts off what takes too long', async (test) => {
    const { hashing } = openSeen(test, { longest: 0 })
    await assert.rejects(hash(hashing), NotNow)
  })

  it('ends with the program, and puts off whoever waited', async (test) => {
    const { hashing, seen } = openSeen(test)
    await hash(hashing)
    const outcomes = Promise.allSettled([hash(hashing, { memory: 19_456, passes: 200 }), hash(hashing)])
    await setTimeout()
    await hashing.close()
    assert.deepEqual(
      (await outcomes).map((one) => one.status === 'rejected' && one.reason instanceof NotNow),
      [true, true],
    )
    assert.equal(seen.started[0]?.isAlive(), false)
    await assert.rejects(hash(hashing), NotNow)
  })
})

import assert from 'node:assert/strict'
import { describe, it, type TestContext } from 'node:test'
import { jobRunner } from '#platform/jobs.ts'
import { silentLog } from '#platform/log.ts'
import { reactionsOver } from '#platform/reactions.ts'
import { adapters, openFresh } from './open.ts'

declare module '#platform/events.ts' {
  interface Events {
    'test.happened': { number: number }
  }
}

const noon = Date.UTC(2026, 2, 20, 5)

for (const { name, skip, url } of adapters) {
  describe(`jobs on ${name}`, { skip }, () => {
    const open = async (test: TestContext) => {
      const clock = { time: noon, now: () => clock.time }
      const { database } = await openFresh(test, url, clock)
      const site = { zone: 'Asia/Jakarta' }
      const other = () => jobRunner(database, clock, silentLog, () => site.zone)
      return { database, jobs: other(), clock, site, other }
    }

    it('are done once they are due, and then gone', async (test) => {
      const { database, jobs, clock } = await open(test)
      const done: unknown[] = []
      jobs.handle('print', async (payload) => void done.push(payload))
      await database.write((unit) => jobs.add(unit, { kind: 'print', payload: { page: 1 }, due: noon + 1000 }))
      await jobs.settle()
      assert.deepEqual(done, [])
      clock.time += 1000
      await jobs.settle()
      assert.deepEqual(done, [{ page: 1 }])
      assert.equal((await database.db.selectFrom('job').selectAll().execute()).length, 0)
    })

    it('are not added when the write that adds them fails', async (test) => {
      const { database, jobs } = await open(test)
      const failing = database.write(async (unit) => {
        await jobs.add(unit, { kind: 'print' })
        throw new Error('no')
      })
      await assert.rejects(failing)
      assert.equal((await database.db.selectFrom('job').selectAll().execute()).length, 0)
    })

    it('come back later when they fail, with their reason, and are set aside after ten tries', async (test) => {
      const { database, jobs, clock } = await open(test)
      jobs.handle('print', async () => {
        throw new Error('the printer is on fire')
      })
      await database.write((unit) => jobs.add(unit, { kind: 'print' }))
      await jobs.settle()
      const [job] = await database.db.selectFrom('job').selectAll().execute()
      assert.equal(job?.last_error, 'the printer is on fire')
      assert.ok(job.due_at > clock.time)
      for (let day = 0; day < 12; day += 1) {
        clock.time += 24 * 60 * 60 * 1000
        await jobs.settle()
      }
      const [failed] = await database.db.selectFrom('job').select(['attempts', 'failed_at']).execute()
      assert.equal(failed?.attempts, 10)
      assert.notEqual(failed.failed_at, null)
    })

    it('are taken by one runner only, and by another when that one is gone', async (test) => {
      const { database, jobs, clock, other } = await open(test)
      const done: string[] = []
      const second = other()
      let die: (() => void) | undefined
      jobs.handle('print', () => {
        done.push('first')
        return new Promise((_, reject) => {
          die = () => reject(new Error('gone'))
        })
      })
      second.handle('print', async () => void done.push('second'))
      await database.write((unit) => jobs.add(unit, { kind: 'print' }))
      const stuck = jobs.settle()
      while (done.length === 0) await new Promise((resolve) => setImmediate(resolve))
      await second.settle()
      assert.deepEqual(done, ['first'])
      clock.time += 10 * 60 * 1000
      await second.settle()
      assert.deepEqual(done, ['first', 'second'])
      die?.()
      await stuck
    })

    it('come due again by the calendar, in the zone of the site', async (test) => {
      const { database, jobs, clock } = await open(test)
      let times = 0
      jobs.onCalendar('nightly', '0 3 * * *', async () => void (times += 1))
      await jobs.start()
      test.after(() => jobs.stop())
      const due = async () => (await database.db.selectFrom('job').select('due_at').executeTakeFirst())?.due_at ?? 0
      assert.equal(new Date(await due()).toISOString(), '2026-03-20T20:00:00.000Z')
      clock.time = await due()
      await jobs.settle()
      assert.equal(times, 1)
      assert.equal(new Date(await due()).toISOString(), '2026-03-21T20:00:00.000Z')
    })

    it('follow the site to another zone at the next look, and after a start', async (test) => {
      const { database, jobs, site, other } = await open(test)
      const due = async () => (await database.db.selectFrom('job').select('due_at').execute()).map((row) => row.due_at)
      const at = (instant: string) => [Date.parse(instant)]
      jobs.onCalendar('nightly', '0 3 * * *', async () => {})
      await jobs.start()
      site.zone = 'Asia/Jayapura'
      await jobs.settle()
      assert.deepEqual(await due(), at('2026-03-20T18:00:00Z'))
      await jobs.stop()
      site.zone = 'Europe/Berlin'
      const next = other()
      next.onCalendar('nightly', '0 3 * * *', async () => {})
      await next.start()
      test.after(() => next.stop())
      assert.deepEqual(await due(), at('2026-03-21T02:00:00Z'))
    })

    it('that are owed are done whatever the zone has become', async (test) => {
      const { database, jobs, clock, site, other } = await open(test)
      jobs.onCalendar('nightly', '0 3 * * *', async () => {})
      await jobs.start()
      await jobs.stop()
      clock.time += 24 * 60 * 60 * 1000
      site.zone = 'Asia/Jayapura'
      const next = other()
      let times = 0
      next.onCalendar('nightly', '0 3 * * *', async () => {
        times += 1
        if (times === 1) throw new Error('no')
      })
      await next.start()
      test.after(() => next.stop())
      await next.settle()
      assert.equal(times, 1)
      site.zone = 'Asia/Jakarta'
      await next.settle()
      clock.time += 60_000
      await next.settle()
      assert.equal(times, 2, 'one that failed is tried again soon')
      const waiting = await database.db.selectFrom('job').select('due_at').execute()
      assert.deepEqual(
        waiting.map((row) => row.due_at),
        [Date.parse('2026-03-21T20:00:00Z')],
      )
    })

    it('come due again by the calendar however often they failed', async (test) => {
      const { database, jobs, clock } = await open(test)
      let times = 0
      jobs.onCalendar('hourly', '0 * * * *', async () => {
        times += 1
        throw new Error('no')
      })
      await jobs.start()
      test.after(() => jobs.stop())
      for (let day = 0; day < 14; day += 1) {
        clock.time += 24 * 60 * 60 * 1000
        await jobs.settle()
      }
      assert.ok(times > 10, `${times} times`)
      const waiting = await database.db.selectFrom('job').select('id').where('failed_at', 'is', null).execute()
      assert.equal(waiting.length, 1)
    })

    it('have one handler a kind', async (test) => {
      const { jobs } = await open(test)
      jobs.handle('print', async () => {})
      assert.throws(() => jobs.handle('print', async () => {}), /Two handlers for jobs of kind print/)
    })

    it('follow from events that are told while others are being delivered', async (test) => {
      const { database, jobs } = await open(test)
      const reactions = reactionsOver(database, jobs)
      const seen: number[] = []
      reactions.on('test.happened', 'count', async ({ number }) => void seen.push(number))
      const tell = async (number: number) => {
        await database.write(async (unit) => unit.tell({ kind: 'test.happened', number }))
        void reactions.deliver()
      }
      for (let burst = 0; burst < 30; burst += 1)
        await Promise.all([tell(burst * 3), tell(burst * 3 + 1), tell(burst * 3 + 2)])
      await reactions.idle()
      await jobs.settle()
      assert.equal(new Set(seen).size, 90)
    })

    it('follow from events, each reaction by itself', async (test) => {
      const { database, jobs, clock } = await open(test)
      const reactions = reactionsOver(database, jobs)
      const seen: string[] = []
      let isBroken = true
      reactions
        .on('test.happened', 'count', async ({ number }) => void seen.push(`count ${number}`))
        .on('test.happened', 'tell', async ({ number }) => {
          if (isBroken) throw new Error('not now')
          seen.push(`tell ${number}`)
        })
      await database.write(async (unit) => unit.tell({ kind: 'test.happened', number: 7 }))
      await reactions.deliver()
      await jobs.settle()
      assert.deepEqual(seen, ['count 7'])
      isBroken = false
      clock.time += 60 * 60 * 1000
      await jobs.settle()
      assert.deepEqual(seen, ['count 7', 'tell 7'])
    })
  })
}

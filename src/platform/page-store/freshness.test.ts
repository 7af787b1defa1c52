import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import fc from 'fast-check'
import { silentLog } from '../log.ts'
import type { PagePlan } from './page.ts'
import { openPageStore } from './page-store.ts'
import { systemClock } from '../clock.ts'

/** Reads, writes and requests of four subjects; the pages `/0` … `/3` show their own subject and those beside it. */
const step = fc.oneof(
  { weight: 3, arbitrary: fc.record({ kind: fc.constant('ask' as const), subject: fc.nat(3) }) },
  { weight: 2, arbitrary: fc.record({ kind: fc.constant('write' as const), subject: fc.nat(3) }) },
)
const around = (page: number) => [page, (page + 1) % 4, (page + 2) % 4]

describe('a request begun after a write was acknowledged', () => {
  it('never sees what stood before it, however reads, renderings and writes fall together', () =>
    fc.assert(
      fc.asyncProperty(
        fc.scheduler(),
        fc.array(step, { minLength: 2, maxLength: 40 }),
        fc.constantFrom(2000, 1_000_000),
        async (scheduler, steps, memory) => {
          const store = openPageStore({ file: undefined, clock: systemClock, log: silentLog, memory })
          const committed = [0, 0, 0, 0]
          const acknowledged = [0, 0, 0, 0]
          const read = (subject: number) => scheduler.schedule(Promise.resolve(), 'read').then(() => committed[subject])

          const plan = (page: number) => async (): Promise<PagePlan> => {
            // The page's own subject is read by the plan, the others by their parts.
            const own = await read(page)
            await scheduler.schedule(Promise.resolve(), 'plan')
            return {
              subject: String(page),
              status: 200,
              parts: around(page).map((subject) => ({
                subject: String(subject),
                view: 'v',
                render: async () => {
                  await scheduler.schedule(Promise.resolve(), 'render')
                  return { body: `${subject}=${subject === page ? own : await read(subject)};` }
                },
              })),
            }
          }
          const ask = async (page: number) => {
            const least = [...acknowledged]
            const text = await (await store.open(new Request(`http://x/${page}`), plan(page))).text()
            for (const [, subject, seen] of text.matchAll(/(\d)=(\d+);/g))
              assert.ok(
                Number(seen) >= (least[Number(subject)] ?? 0),
                `page ${page} shows ${text}, known was ${least.join()}`,
              )
          }
          const write = async (subject: number) => {
            await scheduler.schedule(Promise.resolve(), 'commit')
            const value = (committed[subject] = (committed[subject] ?? 0) + 1)
            await scheduler.schedule(Promise.resolve(), 'sync')
            store.drop([String(subject)])
            acknowledged[subject] = Math.max(acknowledged[subject] ?? 0, value)
          }
          const { task } = scheduler.scheduleSequence(
            steps.map(
              ({ kind, subject }) =>
                async () =>
                  void running.push(kind === 'ask' ? ask(subject) : write(subject)),
            ),
          )
          const running: Promise<void>[] = []
          await scheduler.waitFor(task)
          await scheduler.waitFor(Promise.all(running))
          // And what stayed in the store is the newest of everything.
          for (const page of committed.keys()) await scheduler.waitFor(ask(page))
        },
      ),
      { numRuns: 150 },
    ))
})

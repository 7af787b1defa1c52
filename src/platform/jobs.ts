import { randomUUID } from 'node:crypto'
import type { Clock } from './clock.ts'
import type { Database } from './database/open.ts'
import type { Id, Instant } from './database/tables.ts'
import type { Unit } from './database/unit.ts'
import { jobCalendar } from './job-calendar.ts'
import { claimJobs, dropLease, finishJob, keepJob, type LeasedJob, postponeJob, renewLease } from './job-table.ts'
import type { Log } from './log.ts'

/** Does one job. It may run twice (the process can die between doing and noting), so it must not mind. */
export type JobHandler = (payload: unknown, job: { id: Id; attempts: number }) => Promise<void>

export interface NewJob {
  kind: string
  payload?: unknown
  due?: Instant
  /** A second job with the same key is not added while the first waits. */
  uniqueKey?: string
}

/** Work that is done later, surely, by whichever node takes it: durable, leased, retried. */
export interface Jobs {
  /** @param options how often it is tried before it is set aside; by default ten times, which takes a quarter of an hour */
  handle(kind: string, handler: JobHandler, options?: { tries?: number }): void
  /** A handler that also comes due by itself: `at` is a cron pattern in the site's zone, also after that changes. */
  onCalendar(name: string, at: string, handler: () => Promise<void>): void
  add(unit: Unit, job: NewJob): Promise<void>
  /** Looks for due jobs now rather than at the next look. */
  nudge(): void
  /** @throws when the database is away; the jobs begin nevertheless, as soon as it is back */
  start(): Promise<void>
  /** Does everything that is due and returns when nothing is; for tests and commands that end. */
  settle(): Promise<void>
  stop(): Promise<void>
}

const lookEvery = 1000
const leaseFor = 60_000
const atOnce = 4
/** After so many tries a job is set aside with its last error, for a person to see. */
const usualTries = 10

/** @param zone by whose clock the calendar is read, asked each time */
export function jobRunner(database: Database, clock: Clock, log: Log, zone: () => string): Jobs {
  const runner = randomUUID()
  const handlers = new Map<string, { handler: JobHandler; tries: number }>()
  const calendar = jobCalendar(zone)
  let timer: NodeJS.Timeout | undefined
  let looking: Promise<void> | undefined
  let isStopped = true
  let isNudged = false
  let isUnreachable = false

  async function lookOnce(): Promise<number> {
    const now = clock.now()
    const jobs = await claimJobs(database, {
      runner,
      kinds: [...handlers.keys()],
      now,
      until: now + leaseFor,
      most: atOnce,
    })
    await Promise.all(jobs.map(work))
    return jobs.length
  }

  async function work(job: LeasedJob): Promise<void> {
    const renewing = setInterval(
      () => void renewLease(database, job.id, clock.now() + leaseFor).catch(() => {}),
      leaseFor / 3,
    )
    try {
      await handlers.get(job.kind)?.handler(job.payload, { id: job.id, attempts: job.attempts })
      await database.write(async (unit) => {
        if (await finishJob(unit, job.id, runner)) await calendar.planNext(unit, job.kind)
      })
    } catch (error) {
      log.error('A job failed', { kind: job.kind, id: job.id, attempts: job.attempts, error })
      await database.write((unit) => comeAgain(unit, job, error)).catch(() => {})
    } finally {
      clearInterval(renewing)
    }
  }

  /** What the calendar asks for is asked again, however often it failed. */
  async function comeAgain(unit: Unit, job: LeasedJob, error: unknown): Promise<void> {
    const most = handlers.get(job.kind)?.tries ?? usualTries
    if ((await postponeJob(unit, { job, runner, most }, error)) === 'given up') await calendar.planNext(unit, job.kind)
  }

  function handle(kind: string, handler: JobHandler, { tries = usualTries } = {}): void {
    if (handlers.has(kind)) throw new Error(`Two handlers for jobs of kind ${kind}`)
    handlers.set(kind, { handler, tries })
  }

  async function planCalendar(): Promise<void> {
    if (!isStopped) await calendar.planAll(database)
  }

  async function lookUntilNothing(): Promise<void> {
    try {
      do {
        isNudged = false
        await planCalendar()
      } while ((await lookOnce()) > 0 || isNudged)
      isUnreachable = false
    } catch (error) {
      // Said once, not every second: the page store and the health page tell the rest.
      if (!isUnreachable) log.warn('Jobs wait: the database does not answer', { error })
      isUnreachable = true
    }
  }

  function look(): Promise<void> {
    isNudged = true
    looking ??= lookUntilNothing().finally(() => {
      looking = undefined
    })
    return looking
  }

  return {
    handle,
    onCalendar(name, at, handler) {
      calendar.add(name, at)
      handle(name, handler)
    },
    add: (unit, job) => keepJob(unit, job),
    nudge() {
      if (!isStopped) void look()
    },
    async start() {
      isStopped = false
      calendar.forgetPlans()
      // Before anything that needs the database: when that is away, the next looks try again.
      timer = setInterval(() => void look(), lookEvery)
      await planCalendar()
      void look()
    },
    settle: look,
    async stop() {
      isStopped = true
      clearInterval(timer)
      await looking
      await dropLease(database, runner).catch(() => {})
    },
  }
}

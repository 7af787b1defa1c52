import { Cron } from 'croner'
import type { Database } from './database/open.ts'
import type { Instant } from './database/tables.ts'
import type { Unit } from './database/unit.ts'
import { keepJob, moveJob } from './job-table.ts'

/** What comes due by itself, and when. */
export interface JobCalendar {
  /** @param at a cron pattern */
  add(kind: string, at: string): void
  /** Plans the next run of one kind, if it comes due by itself; twice is once. */
  planNext(unit: Unit, kind: string): Promise<void>
  /** Plans the next run of each, once for each zone that the site has. */
  planAll(database: Pick<Database, 'write'>): Promise<void>
  /** Nothing counts as planned any more. */
  forgetPlans(): void
}

/** @param zone by whose clock the patterns are read, asked each time */
export function jobCalendar(zone: () => string): JobCalendar {
  const patterns = new Map<string, string>()
  /** The zone for which all were planned. */
  let plannedFor: string | undefined

  const nextRun = (kind: string, after: Instant): Instant | undefined => {
    const at = patterns.get(kind)
    return at === undefined ? undefined : new Cron(at, { timezone: zone() }).nextRun(new Date(after))?.getTime()
  }

  async function planNext(unit: Unit, kind: string): Promise<Instant | undefined> {
    const due = nextRun(kind, unit.now)
    if (due !== undefined) await keepJob(unit, { kind, due, uniqueKey: keyOf(kind) })
    return due
  }

  /** What waits already may wait for an hour of the zone that the site had before. */
  async function planAnew(unit: Unit, kind: string): Promise<void> {
    const due = await planNext(unit, kind)
    if (due !== undefined) await moveJob(unit, keyOf(kind), due)
  }

  return {
    add: (kind, at) => void patterns.set(kind, at),
    planNext: async (unit, kind) => void (await planNext(unit, kind)),
    async planAll(database) {
      const wanted = zone()
      if (plannedFor === wanted) return
      await database.write(async (unit) => {
        for (const kind of patterns.keys()) await planAnew(unit, kind)
      })
      plannedFor = wanted
    },
    forgetPlans: () => void (plannedFor = undefined),
  }
}

const keyOf = (kind: string): string => `calendar:${kind}`

import { Cron } from 'croner'
import type { Database } from './database/open.ts'
import type { Instant } from './database/tables.ts'
import type { Unit } from './database/unit.ts'
import { keepJob } from './job-table.ts'

/** What comes due by itself, and when. */
export interface JobCalendar {
  /** @param at a cron pattern in that zone */
  add(kind: string, at: string, zone: string): void
  /** Plans the next run of one kind, if it comes due by itself; twice is once. */
  planNext(unit: Unit, kind: string): Promise<void>
  /** The same for all of them. */
  planAll(database: Pick<Database, 'write'>): Promise<void>
}

export function jobCalendar(): JobCalendar {
  const patterns = new Map<string, { at: string; zone: string }>()

  const nextRun = (kind: string, after: Instant): Instant | undefined => {
    const pattern = patterns.get(kind)
    return pattern && new Cron(pattern.at, { timezone: pattern.zone }).nextRun(new Date(after))?.getTime()
  }

  async function planNext(unit: Unit, kind: string): Promise<void> {
    const due = nextRun(kind, unit.now)
    if (due !== undefined) await keepJob(unit, { kind, due, uniqueKey: `calendar:${kind}` })
  }

  return {
    add: (kind, at, zone) => void patterns.set(kind, { at, zone }),
    planNext,
    planAll: (database) =>
      database.write(async (unit) => {
        for (const kind of patterns.keys()) await planNext(unit, kind)
      }),
  }
}

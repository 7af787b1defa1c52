import type { Clock } from '../clock.ts'
import type { Database } from '../database/open.ts'
import type { Id, Instant } from '../database/tables.ts'
import type { Unit } from '../database/unit.ts'
import type { Log } from '../log.ts'
import type { PageStore } from './page-store.ts'

/** Keeps this node's page store in step with what other programs write into the database. */
export interface ChangeFollower {
  /** Drops what was changed since the store was last in step: needed before anybody is answered from it. */
  catchUp(): Promise<void>
  /** Catches up several times a second. */
  start(): void
  stop(): Promise<void>
  /** This program's own change: its subjects are dropped already. */
  applied(id: Id): void
}

const lookEvery = 250
/** On PostgreSQL a row may become visible after younger ones; nothing stays invisible longer than this. */
const overlap = 60_000
const keptFor = 7 * 24 * 60 * 60 * 1000

export function followChanges({
  database,
  store,
  drop,
  returned,
  clock,
  log,
}: {
  database: Database
  store: PageStore
  /** Told the subjects of each foreign change. */
  drop: (subjects: readonly string[]) => void
  /** Runs when the database answers again, before anybody is answered as if it had never been away. */
  returned: () => Promise<void>
  clock: Clock
  log: Log
}): ChangeFollower {
  const known = new Map<Id, Instant>()
  let timer: NodeJS.Timeout | undefined
  let looking: Promise<void> = Promise.resolve()
  let isCaughtUp = false

  async function look(): Promise<void> {
    try {
      const now = clock.now()
      if ((await database.hasForeignChanges()) || !isCaughtUp) await apply(store.confirmedAt - overlap)
      isCaughtUp = true
      if (store.isDegraded) {
        await returned()
        log.info('The database is back')
      }
      store.isDegraded = false
      store.confirm(now)
    } catch (error) {
      if (!store.isDegraded) log.warn('The database is away: readers get what was kept', { error })
      store.isDegraded = true
      isCaughtUp = false
    }
  }

  async function apply(since: Instant): Promise<void> {
    // Rows older than a week are trimmed: a store that was away for longer cannot know what changed.
    if (since < clock.now() - keptFor) return store.dropAll()
    const rows = await database.db
      .selectFrom('change_log')
      .select(['id', 'at', 'subjects'])
      .where('at', '>', since)
      .orderBy('id')
      .execute()
    for (const row of rows) {
      if (known.has(row.id)) continue
      known.set(row.id, row.at)
      drop(JSON.parse(row.subjects) as string[]) // oxlint-disable-line typescript/no-unsafe-type-assertion -- written by runUnit
    }
    for (const [id, at] of known) if (at < clock.now() - 2 * overlap) known.delete(id)
  }

  const tick = () => {
    looking = look().finally(() => {
      if (timer !== undefined) timer = setTimeout(tick, lookEvery)
    })
  }
  return {
    catchUp: look,
    start() {
      timer = setTimeout(tick, lookEvery)
    },
    async stop() {
      clearTimeout(timer)
      timer = undefined
      await looking
    },
    applied: (id) => void known.set(id, clock.now()),
  }
}

/** Forgets changes that every node has seen. */
export async function trimChanges(unit: Unit): Promise<void> {
  await unit.tx
    .deleteFrom('change_log')
    .where('at', '<', unit.now - keptFor)
    .execute()
}

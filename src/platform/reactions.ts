import { z } from 'zod'
import type { Database } from './database/open.ts'
import type { Events, Reaction } from './events.ts'
import type { Jobs } from './jobs.ts'

/** What follows from which event. Each reaction is a job of its own, so one that fails is retried alone. */
export interface Reactions {
  on<Kind extends keyof Events>(kind: Kind, name: string, reaction: Reaction<Kind>): Reactions
  /** Turns the events that were told into jobs. Called after commits and at the start. */
  deliver(): Promise<void>
  /** Settles when no delivery is under way. */
  idle(): Promise<void>
}

const deliverAtOnce = 200
const toldEvent = z.object({ id: z.number(), event: z.looseObject({ kind: z.string() }) })

export function reactionsOver(database: Database, jobs: Jobs): Reactions {
  const names = new Map<string, string[]>()
  let delivering: Promise<void> | undefined
  let isAskedAgain = false

  async function deliverBatch(): Promise<number> {
    const known = await database.db.selectFrom('outbox').select('id').limit(1).execute()
    if (known.length === 0) return 0
    return database.write(async (unit) => {
      const told = await unit.tx
        .selectFrom('outbox')
        .select(['id', 'kind', 'payload'])
        .orderBy('id')
        .limit(deliverAtOnce)
        .execute()
      for (const { id, kind, payload } of told) {
        for (const name of names.get(kind) ?? []) {
          const event: unknown = JSON.parse(payload)
          await jobs.add(unit, { kind: jobKind(kind, name), payload: { id, event }, uniqueKey: `${name}:${id}` })
        }
      }
      const ids = told.map(({ id }) => id)
      if (ids.length > 0) await unit.tx.deleteFrom('outbox').where('id', 'in', ids).execute()
      return told.length
    })
  }

  const reactions: Reactions = {
    on(kind, name, reaction) {
      names.set(kind, [...(names.get(kind) ?? []), name])
      jobs.handle(jobKind(kind, name), async (payload) => {
        const { id, event } = toldEvent.parse(payload)
        await reaction(event as unknown as Parameters<typeof reaction>[0], { id }) // oxlint-disable-line typescript/no-unsafe-type-assertion -- the outbox row was written from this very type
      })
      return reactions
    },
    deliver() {
      // Events told after the batch under way was read would wait for the next one.
      isAskedAgain = true
      delivering ??= (async () => {
        do isAskedAgain = false
        while ((await deliverBatch()) === deliverAtOnce || isAskedAgain)
        jobs.nudge()
      })().finally(() => {
        delivering = undefined
      })
      return delivering
    },
    // Whoever began it hears of its failure.
    idle: async () => delivering?.catch(() => {}),
  }
  return reactions
}

const jobKind = (event: string, name: string) => `reaction:${event}:${name}`

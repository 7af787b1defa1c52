import { Kysely } from 'kysely'
import type { Clock } from '../clock.ts'
import { crashPoint } from '../crash-point.ts'
import { sqliteDialect } from './sqlite-dialect.ts'
import type { Id, Tables } from './tables.ts'
import { type Aftermath, runUnit, type Unit } from './unit.ts'
import type { WorkerConnection } from './worker-connection.ts'

/** Longer than this no transaction stays open while more units wait: the first caller in it is waiting for its sync. */
const longestTransaction = 5
/** A unit that asks the database nothing for this long awaits something else, which units must not do. */
const longestSilence = 10_000

interface Waiting {
  run(): Promise<Done>
  refuse(error: unknown): void
}
interface Done {
  aftermath: Aftermath
  acknowledge(): void
}

export type WriteQueue = <T>(work: (unit: Unit) => Promise<T>) => Promise<T>

/**
 * Group commit. Units run one after the other as savepoints of one transaction; the transaction is committed
 * when no unit waits or after 5 ms, and only after that sync are its callers answered. `committed` runs between
 * the commit and the answers: there the dropped fragments go.
 */
export function writeQueue(
  connection: WorkerConnection,
  clock: Clock,
  newId: () => Id,
  committed: (aftermaths: readonly Aftermath[]) => void,
): WriteQueue {
  const waiting: Waiting[] = []
  let isDraining = false

  async function drain(): Promise<void> {
    if (isDraining) return
    isDraining = true
    while (waiting.length > 0) await transaction()
    isDraining = false
  }

  async function transaction(): Promise<void> {
    const done: Done[] = []
    const taken: Waiting[] = []
    try {
      await connection.run('begin immediate')
      const openedAt = performance.now()
      do {
        const next = waiting.shift()
        if (!next) break
        taken.push(next)
        const result = await next.run().catch((error: unknown) => {
          next.refuse(error)
          if (error instanceof LostTransaction) throw error
        })
        if (result) done.push(result)
      } while (waiting.length > 0 && performance.now() - openedAt < longestTransaction)
      await connection.run('commit')
    } catch (error) {
      // Whatever the reason, nothing of this transaction may be acknowledged.
      for (const unit of taken) unit.refuse(error)
      if (taken.length === 0) waiting.shift()?.refuse(error)
      await connection.run('rollback').catch(() => {})
      return
    }
    crashPoint('write.committed')
    const aftermaths = done.map(({ aftermath }) => aftermath)
    committed(aftermaths)
    for (const unit of done) unit.acknowledge()
  }

  return (work) =>
    new Promise((resolve, reject) => {
      waiting.push({
        refuse: reject,
        async run() {
          const { value, aftermath } = await asSavepoint(connection, (tx) => runUnit(tx, clock.now(), newId, work))
          return { aftermath, acknowledge: () => resolve(value) }
        },
      })
      void drain()
    })
}

/** The transaction around the unit is gone or unknown, so no unit in it can be kept. */
class LostTransaction extends Error {}

async function asSavepoint<T>(connection: WorkerConnection, work: (tx: Kysely<Tables>) => Promise<T>): Promise<T> {
  await connection.run('savepoint unit')
  const silence = watchSilence()
  let isOpen = true
  const tx = new Kysely<Tables>({
    dialect: sqliteDialect((sql, parameters) => {
      if (!isOpen) throw new Error('This write unit is over: nothing more can be written with its tx')
      return silence.during(connection.run(sql, parameters))
    }),
  })
  try {
    const value = await Promise.race([work(tx), silence.tooLong])
    isOpen = false
    await connection.run('release unit')
    return value
  } catch (error) {
    isOpen = false
    try {
      await connection.run('rollback to unit')
      await connection.run('release unit')
    } catch (cause) {
      throw new LostTransaction('The transaction was lost', { cause })
    }
    throw error
  } finally {
    silence.end()
  }
}

function watchSilence() {
  let timer: NodeJS.Timeout | undefined
  let give: (error: Error) => void
  const tooLong = new Promise<never>((_, reject) => {
    give = reject
  })
  const listen = () => {
    timer = setTimeout(
      () =>
        give(
          new Error(
            `A write unit asked the database nothing for ${longestSilence / 1000} s and was rolled back: await only its tx inside a unit`,
          ),
        ),
      longestSilence,
    )
  }
  listen()
  return {
    tooLong,
    end: () => clearTimeout(timer),
    async during<R>(question: Promise<R>): Promise<R> {
      clearTimeout(timer)
      try {
        return await question
      } finally {
        listen()
      }
    },
  }
}

import type { TestContext } from 'node:test'
import { type Clock, systemClock } from '#platform/clock.ts'
import { type Database, openDatabase } from '#platform/database/open.ts'
import type { Aftermath } from '#platform/database/unit.ts'
import { idMaker } from '#platform/ids.ts'
import { postgresUrl } from '#test/postgres.ts'
import { temporaryFolder } from '#test/temporary.ts'

/** The two databases that every contract holds on; a skip carries its reason. */
export const adapters = [
  { name: 'SQLite', skip: false, url: async () => undefined },
  { name: 'PostgreSQL', skip: !(await postgresUrl()) && 'no PostgreSQL server is installed', url: postgresUrl },
] as const

export interface Opened {
  database: Database
  committed: Aftermath[]
  /** Opens the same database once more. */
  again(): Promise<Database>
}

/** A fresh database of that kind, closed when the test ends. */
export async function openFresh(
  test: TestContext,
  url: () => Promise<string | undefined>,
  clock: Clock = systemClock,
): Promise<Opened> {
  const committed: Aftermath[] = []
  const data = await temporaryFolder(test)
  const address = await url()
  const wiring = {
    clock,
    newId: idMaker(() => clock.now()),
    committed: (all: readonly Aftermath[]) => void committed.push(...all),
  }
  const again = async () => {
    const database = await openDatabase(data, address, wiring)
    test.after(() => database.close())
    return database
  }
  return { database: await again(), committed, again }
}

import { standingAmong } from '#organisations'
import type { Id } from '#platform/database/tables.ts'
import type { Gawai } from '#platform/gawai.ts'
import type { References } from './document/index.ts'

type Organisations = References['organisations']

/**
 * Whoever documents point to: the one that they name, or the one that this became since they were written. Asks only
 * when one is missing, which is seldom.
 */
export async function withMerged(
  db: Gawai['db'],
  known: Organisations,
  pointed: readonly Id[],
): Promise<Organisations> {
  const missing = pointed.filter((id) => !known.has(id))
  if (missing.length === 0) return known
  const all = new Map(known)
  for (const [before, now] of await standingAmong(db, missing)) {
    const organisation = known.get(now)
    if (organisation) all.set(before, organisation)
  }
  return all
}

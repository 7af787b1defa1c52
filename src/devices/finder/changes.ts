import { brandsSubject } from '#organisations'
import { compileOnce } from '#platform/database/compile-once.ts'
import type { Id, Instant } from '#platform/database/tables.ts'
import type { Gawai } from '#platform/gawai.ts'
import { everythingSubject } from '#platform/page-store/page.ts'
import { deviceSubject } from '../subjects.ts'

/** What was written since somebody looked last, by whatever program on this database. */
export interface Changes {
  devices: ReadonlySet<Id>
  /** Whether a brand may be called otherwise now. */
  hasBrands: boolean
  /** Whether so much time has passed that some of it may be forgotten. */
  isUnsure: boolean
}

/** On PostgreSQL a row may become visible after younger ones; nothing stays invisible longer than this. */
const overlap = 60_000
/** The log is kept for a week. */
const longest = 6 * 86_400_000

const idsSince = compileOnce<{ at: Instant }>()((db, blank) =>
  db.selectFrom('change_log').select(['id', 'at']).where('at', '>', blank.at),
)
const subjectsOf = compileOnce<{ id: Id }>()((db, blank) =>
  db.selectFrom('change_log').select('subjects').where('id', '=', blank.id),
)

/** Follows the change log: what drops what readers see of a device is a change of it. */
export function followDevices(): (gawai: Pick<Gawai, 'db' | 'clock'>) => Promise<Changes> {
  const known = new Map<Id, Instant>()
  let lookedAt: Instant | undefined

  return async ({ db, clock }) => {
    const now = clock.now()
    const isUnsure = lookedAt === undefined || now - lookedAt > longest
    const rows = await idsSince(db, { at: (isUnsure ? now : (lookedAt ?? now)) - overlap })
    const subjects = new Set<string>()
    for (const { id, at } of rows) {
      if (!known.has(id) && !isUnsure) for (const subject of await spelledIn(db, id)) subjects.add(subject)
      known.set(id, at)
    }
    for (const [id, at] of known) if (at < now - 2 * overlap) known.delete(id)
    lookedAt = now
    return {
      devices: new Set([...subjects].flatMap(deviceIn)),
      hasBrands: subjects.has(brandsSubject) || subjects.has(everythingSubject),
      isUnsure,
    }
  }
}

async function spelledIn(db: Gawai['db'], id: Id): Promise<string[]> {
  const [row] = await subjectsOf(db, { id })
  return row ? (JSON.parse(row.subjects) as string[]) : [] // oxlint-disable-line typescript/no-unsafe-type-assertion -- written by runUnit
}

const prefix = deviceSubject(0).slice(0, -1)

/** A subject is spelled with `!` before it when it must be forgotten. */
function deviceIn(subject: string): Id[] {
  const plain = subject.replace(/^!/, '')
  return plain.startsWith(prefix) ? [Number(plain.slice(prefix.length))] : []
}

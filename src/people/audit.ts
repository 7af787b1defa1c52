import { createHash } from 'node:crypto'
import type { Id, Instant } from '#platform/database/tables.ts'
import type { Unit } from '#platform/database/unit.ts'
import type { Gawai } from '#platform/gawai.ts'

interface AuditTable {
  /** 1, 2, 3 ... without gaps. */
  position: number
  at: Instant
  by_account: Id | null
  action: string
  object: string
  details: string
  previous: string
  hash: string
}

declare module '#platform/database/tables.ts' {
  interface Tables {
    audit: AuditTable
    /** One row: where the chain ends. */
    audit_end: { id: number; position: number; hash: string }
  }
}

export type Details = Record<string, string | number | boolean | null>

/** What somebody did in the newsroom. No secrets among the details, and of a person no more than a name. */
export interface Deed {
  /** The account; undefined for the program itself and for who is not known yet. */
  by: Id | undefined
  /** `picture.replaced` */
  action: string
  /** `picture:17` */
  object: string
  details?: Details
}

const only = 1
const beginning = ''

/** Writes down what is done in the same unit, behind everything that was done before. Nothing ever changes an entry. */
export async function record(unit: Unit, { by, action, object, details = {} }: Deed): Promise<void> {
  const end = await endOf(unit)
  const entry = {
    position: end.position + 1,
    at: unit.now,
    by_account: by ?? null,
    action,
    object,
    details: JSON.stringify(details),
    previous: end.hash,
  }
  const hash = hashOf(entry)
  await unit.tx
    .insertInto('audit')
    .values({ ...entry, hash })
    .execute()
  await unit.tx.updateTable('audit_end').set({ position: entry.position, hash }).where('id', '=', only).execute()
}

/** Touched before it is read: on PostgreSQL a write beside this one waits here for its turn. */
async function endOf(unit: Unit): Promise<{ position: number; hash: string }> {
  return unit.tx
    .insertInto('audit_end')
    .values({ id: only, position: 0, hash: beginning })
    .onConflict((conflict) => conflict.column('id').doUpdateSet({ id: only }))
    .returning(['position', 'hash'])
    .executeTakeFirstOrThrow()
}

/** Of everything in the entry and of the entry before it: no line can be changed, left out or moved. */
function hashOf({ position, at, by_account, action, object, details, previous }: Omit<AuditTable, 'hash'>): string {
  const line = JSON.stringify([position, at, by_account, action, object, details, previous])
  return createHash('sha256').update(line).digest('hex')
}

const atOnce = 1000

/**
 * Reads the whole chain.
 *
 * @returns the position of the first entry that is not as it was written, or undefined when all are; how many there are
 */
export async function proveAudit({ reports }: Pick<Gawai, 'reports'>): Promise<{ entries: number; broken?: number }> {
  let last = { position: 0, hash: beginning }
  for (;;) {
    const rows = await reports
      .selectFrom('audit')
      .selectAll()
      .where('position', '>', last.position)
      .orderBy('position')
      .limit(atOnce)
      .execute()
    for (const row of rows) {
      if (row.position !== last.position + 1 || row.previous !== last.hash || row.hash !== hashOf(row))
        return { entries: last.position, broken: last.position + 1 }
      last = row
    }
    if (rows.length < atOnce) break
  }
  const end = await reports.selectFrom('audit_end').selectAll().executeTakeFirst()
  const isCutOff = (end?.position ?? 0) !== last.position || (end?.hash ?? beginning) !== last.hash
  return { entries: last.position, ...(isCutOff && { broken: last.position + 1 }) }
}

/** One entry as the newsroom reads it. */
export interface AuditEntry {
  position: number
  at: Instant
  by?: { account: Id; name: string }
  action: string
  object: string
  details: Details
}

/**
 * The newest entries, or those before a position; of one account or object if it is given.
 *
 * @param kinds with which its action begins: `picture` for `picture.replaced`
 */
export async function auditPage(
  { db }: Pick<Gawai, 'db'>,
  wanted: { before?: number; by?: Id; object?: string; kinds?: readonly string[]; limit: number },
): Promise<AuditEntry[]> {
  let query = db
    .selectFrom('audit')
    .leftJoin('account', 'account.id', 'audit.by_account')
    .leftJoin('person', 'person.id', 'account.person_id')
    .select(['position', 'at', 'by_account', 'name', 'action', 'object', 'details'])
    .orderBy('position', 'desc')
    .limit(wanted.limit)
  if (wanted.before !== undefined) query = query.where('position', '<', wanted.before)
  if (wanted.by !== undefined) query = query.where('by_account', '=', wanted.by)
  if (wanted.object !== undefined) query = query.where('object', '=', wanted.object)
  const { kinds } = wanted
  if (kinds !== undefined) query = query.where((row) => row.or(kinds.map((kind) => row('action', 'like', `${kind}.%`))))
  return (await query.execute()).map(({ by_account, name, details, ...entry }) => ({
    ...entry,
    ...(by_account !== null && { by: { account: by_account, name: name ?? '' } }),
    details: JSON.parse(details) as Details, // oxlint-disable-line typescript/no-unsafe-type-assertion -- written by `record`
  }))
}

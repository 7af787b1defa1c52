import { z } from 'zod'
import type { Id, Instant } from '#platform/database/tables.ts'
import type { Unit } from '#platform/database/unit.ts'
import type { Gawai } from '#platform/gawai.ts'
import { Conflict, NotFound, type Said, saidSchema } from '#platform/refusals.ts'

interface NoticeTable {
  id: Id
  account_id: Id
  at: Instant
  /** JSON of `Said`. */
  said: string
  /** JSON of `UndoStep`. */
  undo: string | null
  undone_at: Instant | null
}

declare module '#platform/database/tables.ts' {
  interface Tables {
    notice: NoticeTable
  }
}

const stepSchema = z.object({ kind: z.string(), payload: z.unknown() })

/** How a thing that was done is taken back: see `Undo.step`. One that was kept may be an older program's. */
export type UndoStep = z.infer<typeof stepSchema>

/** What stays undoable, and how long a notice is kept. */
const lastsFor = 24 * 60 * 60 * 1000

/** Writes down for somebody what they did, in the unit that does it. @returns the notice's id, for `Onward` */
export async function tellDone(unit: Unit, account: Id, said: Said, undo?: UndoStep): Promise<Id> {
  const id = unit.newId()
  const row = { id, account_id: account, at: unit.now, said: JSON.stringify(said), undone_at: null }
  await unit.tx
    .insertInto('notice')
    .values({ ...row, undo: undo === undefined ? null : JSON.stringify(undo) })
    .execute()
  return id
}

/** What somebody reads of what they did. */
export interface Notice {
  id: Id
  said: Said
  /** The kind of the step that takes it back; undefined when there is none, or it was taken back. */
  undo?: string
}

/** A notice of that account; undefined for another's and for an old one. */
export async function findNotice(
  { db, clock }: Pick<Gawai, 'db' | 'clock'>,
  { id, account }: { id: Id; account: Id },
): Promise<Notice | undefined> {
  const row = await db
    .selectFrom('notice')
    .selectAll()
    .where('id', '=', id)
    .where('account_id', '=', account)
    .where('at', '>', clock.now() - lastsFor)
    .executeTakeFirst()
  if (!row) return undefined
  const said = saidSchema.parse(JSON.parse(row.said))
  const step = row.undo === null || row.undone_at !== null ? undefined : stepSchema.parse(JSON.parse(row.undo))
  return { id, said, ...(step && { undo: step.kind }) }
}

/**
 * Takes a notice's step for taking back, once.
 *
 * @throws NotFound when there is none for this account
 * @throws Conflict when it was taken back already
 */
export async function takeUndo(unit: Unit, { id, account }: { id: Id; account: Id }): Promise<UndoStep> {
  const row = await unit.tx
    .selectFrom('notice')
    .select('undo')
    .where('id', '=', id)
    .where('account_id', '=', account)
    .where('at', '>', unit.now - lastsFor)
    .executeTakeFirst()
  if (!row || row.undo === null) throw new NotFound('There is nothing to take back here', { key: 'undo.nothing' })
  // Of two that take it back at once, the second finds it taken.
  const taken = await unit.tx
    .updateTable('notice')
    .set({ undone_at: unit.now })
    .where('id', '=', id)
    .where('undone_at', 'is', null)
    .returning('id')
    .execute()
  if (taken.length === 0) throw new Conflict('This was taken back already', { key: 'undo.already' })
  return stepSchema.parse(JSON.parse(row.undo))
}

/** Takes out what nobody can take back any more. */
export async function forgetNotices(unit: Unit): Promise<void> {
  await unit.tx
    .deleteFrom('notice')
    .where('at', '<', unit.now - lastsFor)
    .execute()
}

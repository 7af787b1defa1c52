import type { Id } from '#platform/database/tables.ts'
import type { Unit } from '#platform/database/unit.ts'
import type { Document } from '../document/index.ts'
import { quotesIn } from './note-place.ts'

/** Where the block of a note stands now; null where it was taken out. */
export interface NotePlace {
  note: Id
  block: number | null
}

/** A script followed each block while somebody wrote: its word is taken. */
export async function placeNotes(unit: Unit, article: Id, places: readonly NotePlace[]): Promise<void> {
  for (const { note, block } of places)
    await unit.tx
      .updateTable('note')
      .set({ block })
      .where('id', '=', note)
      .where('article_id', '=', article)
      .where('quote', '!=', '')
      .execute()
}

/** Where nobody followed the blocks, each is the one that holds the note's quote. */
export async function findNotesAgain(unit: Unit, article: Id, document: Document): Promise<void> {
  const rows = await unit.tx
    .selectFrom('note')
    .select(['id', 'block', 'quote'])
    .where('article_id', '=', article)
    .where('quote', '!=', '')
    .execute()
  const placeOf = quotesIn(document)
  const moved = rows
    .map((row) => ({ note: row.id, before: row.block, block: placeOf(row) }))
    .filter(({ before, block }) => before !== block)
  await placeNotes(unit, article, moved)
}

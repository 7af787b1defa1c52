import type { Id, Instant } from '#platform/database/tables.ts'
import type { Unit } from '#platform/database/unit.ts'
import type { Gawai } from '#platform/gawai.ts'
import { articleInTurn } from '../article.ts'
import { type Content, parseUnfinished } from '../content.ts'
import { newestRevision, readRevision, rewriteRevision, writeRevision } from '../revision.ts'
import { type Held, holdOn, type Seat } from './edit-lock.ts'
import { findNotesAgain, type NotePlace, placeNotes } from './note-places.ts'

/** What is being written of an article, beside what readers see of it. */
export interface Manuscript {
  article: Id
  revision: Id
  /** How often it was saved: whoever saves names the one that they began from. */
  version: number
  savedAt: Instant
  /** By name; undefined when a program did, or nobody yet. */
  savedBy: string | undefined
  content: Content
}

/** @throws NotFound when there is no such article, or it has no words */
export async function openManuscript({ db }: Pick<Gawai, 'db'>, article: Id): Promise<Manuscript> {
  const reading = { tx: db }
  const revision = await newestRevision(reading, article)
  const row = await rowOf(reading, article)
  const content = await readRevision(reading, article, revision)
  return {
    article,
    revision,
    version: row?.version ?? 0,
    savedAt: row?.saved_at ?? 0,
    savedBy: row?.saver ?? undefined,
    content,
  }
}

export interface Save {
  article: Id
  /** What this was written on. */
  on: Pick<Manuscript, 'version' | 'revision'>
  /** Or what makes it, records for new names among them: asked only when it is saved. */
  content: Content | (() => Promise<Content>)
  seat: Seat
  /** Another for each save; the same one sent again changes nothing. */
  key: string
  /** Where the blocks of notes stand now, from a script that followed them; without it they are found by their quotes. */
  notes?: readonly NotePlace[] | undefined
}

export type Saved =
  | { outcome: 'saved'; version: number; revision: Id; at: Instant }
  /** It says something else by now; `by` is null when a program did that. Nothing is written. */
  | { outcome: 'behind'; version: number; revision: Id; by: Id | null; at: Instant }
  /** Somebody else writes it at this moment: nothing is written. */
  | Extract<Held, { outcome: 'held' }>

/** Saves of one person within this become one revision. */
export const oneRevision = 10 * 60_000

/**
 * Saves what somebody has written. Nothing that another has saved is ever overwritten: a save that does not know of it
 * is told so, and changes nothing.
 *
 * @throws NotFound, Invalid
 */
export async function saveManuscript(unit: Unit, { article, on, content, seat, key, notes }: Save): Promise<Saved> {
  await articleInTurn(unit, article)
  const row = await rowOf(unit, article)
  if (row?.save_key === key) return savedOf(row)
  const held = await holdOn(unit, { article, seat })
  if (held.outcome === 'held') return held
  const claimed = await claimVersion(unit, { article, on, person: seat.person, key })
  if (!claimed) return behindOf(unit, article, key)
  const proven = parseUnfinished(typeof content === 'function' ? await content() : content)
  const revision = await saveInto(unit, article, proven, seat.person)
  await unit.tx.updateTable('manuscript').set({ revision_id: revision }).where('article_id', '=', article).execute()
  await (notes ? placeNotes(unit, article, notes) : findNotesAgain(unit, article, proven.document))
  return { outcome: 'saved', version: claimed.version, revision, at: unit.now }
}

/**
 * Of two who save on the same version, one has it: the other waits for the row and finds it gone.
 *
 * @returns undefined when somebody else has saved on that version
 */
export async function claimVersion(
  unit: Unit,
  { article, on, person, key }: { article: Id; on: Save['on']; person: Id; key: string | null },
): Promise<{ version: number } | undefined> {
  const next = { version: on.version + 1, save_key: key, saved_at: unit.now, saved_by: person }
  if (on.version > 0)
    return unit.tx
      .updateTable('manuscript')
      .set(next)
      .where('article_id', '=', article)
      .where('version', '=', on.version)
      .returning('version')
      .executeTakeFirst()
  // Nobody has written it here yet; a file or an import may have.
  if ((await newestRevision(unit, article)) !== on.revision) return undefined
  return unit.tx
    .insertInto('manuscript')
    .values({ article_id: article, revision_id: on.revision, ...next })
    .onConflict((conflict) => conflict.column('article_id').doNothing())
    .returning('version')
    .executeTakeFirst()
}

type Row = NonNullable<Awaited<ReturnType<typeof rowOf>>>

const savedOf = ({ version, revision_id: revision, saved_at: at }: Row): Saved => ({
  outcome: 'saved',
  version,
  revision,
  at,
})

async function behindOf(unit: Unit, article: Id, key: string): Promise<Saved> {
  const row = await rowOf(unit, article)
  // The same save came twice at once.
  if (row?.save_key === key) return savedOf(row)
  const revision = row?.revision_id ?? (await newestRevision(unit, article))
  return { outcome: 'behind', version: row?.version ?? 0, revision, by: row?.saved_by ?? null, at: row?.saved_at ?? 0 }
}

/** The newest revision when it is still this person's to write on, or a new one. */
async function saveInto(unit: Unit, article: Id, content: Content, person: Id): Promise<Id> {
  const newest = await unit.tx
    .selectFrom('revision')
    .select(['id', 'made_at', 'made_by', 'kept_at'])
    .where('article_id', '=', article)
    .orderBy('id', 'desc')
    .limit(1)
    .executeTakeFirst()
  const isOpen =
    newest && newest.kept_at === null && newest.made_by === person && unit.now - newest.made_at < oneRevision
  if (!isOpen) return writeRevision(unit, article, content, { by: person, isKept: false })
  await rewriteRevision(unit, { article, revision: newest.id }, content)
  return newest.id
}

async function rowOf({ tx }: Pick<Unit, 'tx'>, article: Id) {
  return tx
    .selectFrom('manuscript')
    .leftJoin('person', 'person.id', 'manuscript.saved_by')
    .selectAll('manuscript')
    .select('person.name as saver')
    .where('article_id', '=', article)
    .executeTakeFirst()
}

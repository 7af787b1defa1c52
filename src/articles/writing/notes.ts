import type { Actor } from '#people'
import type { Id, Instant } from '#platform/database/tables.ts'
import type { Unit } from '#platform/database/unit.ts'
import { Conflict, Invalid, NotFound } from '#platform/refusals.ts'
import type { Document } from '../document/index.ts'
import { openManuscript } from './manuscript.ts'
import type { House } from './letters.ts'
import { tellMentioned } from './mentions.ts'
import { asQuote, quoteOf } from './note-place.ts'

export interface NewNote {
  article: Id
  /** The place of the block that it is about, from 0; without one it is about the whole. */
  block?: number | undefined
  /** Of the block's words; by default how it begins. */
  quote?: string | undefined
  words: string
  by: Pick<Actor, 'person' | 'name'>
}

const longest = 2000
/** Whoever saves says of each where its block stands, so there must be an end. */
const mostNotes = 1000

/** Says something about a block or the whole. Who is named with an `@` hears of it. @throws Invalid */
export async function addNote(unit: Unit, house: House, { article, block, quote, words, by }: NewNote): Promise<Id> {
  const { content } = await openManuscript({ db: unit.tx }, article)
  const about = block === undefined ? { block: null, quote: '' } : aboutBlock(content.document, block, quote)
  return writeNote(unit, house, { article, answers: null, ...about, words, by })
}

function aboutBlock(document: Document, block: number, quote = '') {
  const said = document.content[block]
  const words = asQuote(quote) || (said && quoteOf(said))
  if (words === undefined)
    throw new Invalid('The block that this note is about is not there any more: choose another', {
      key: 'note.noBlock',
    })
  return { block, quote: words }
}

/** Answers a note, or what was answered to it. @throws Invalid, NotFound */
export async function answerNote(
  unit: Unit,
  house: House,
  { article, note, words, by }: { article: Id; note: Id; words: string; by: NewNote['by'] },
): Promise<Id> {
  const { id, answers } = await noteRow(unit, article, note)
  return writeNote(unit, house, { article, answers: answers ?? id, block: null, quote: '', words, by })
}

interface NewRow extends Pick<NewNote, 'article' | 'words' | 'by'> {
  answers: Id | null
  block: number | null
  quote: string
}

async function writeNote(unit: Unit, house: House, { article, words, by, ...place }: NewRow): Promise<Id> {
  const said = words.trim()
  if (said === '' || said.length > longest)
    throw new Invalid(`A note has one to ${longest} characters`, { key: 'note.length', values: { most: longest } })
  await refuseMany(unit, article)
  const note = unit.newId()
  await unit.tx
    .insertInto('note')
    .values({
      id: note,
      article_id: article,
      ...place,
      words: said,
      at: unit.now,
      by: by.person,
      settled_at: null,
      settled_by: null,
    })
    .execute()
  await tellMentioned(unit, house, { note, article, words: said, by })
  return note
}

async function refuseMany({ tx }: Unit, article: Id): Promise<void> {
  const { count } = await tx
    .selectFrom('note')
    .select(({ fn }) => fn.countAll().as('count'))
    .where('article_id', '=', article)
    .executeTakeFirstOrThrow()
  if (Number(count) >= mostNotes)
    throw new Conflict(`This article has ${mostNotes} notes, and holds no more: remove some that are done`, {
      key: 'note.tooMany',
      values: { most: mostNotes },
    })
}

/** What a note was about is done, or is not done after all. @throws NotFound */
export async function settleNote(
  unit: Unit,
  { article, note, by, isSettled }: { article: Id; note: Id; by: Id; isSettled: boolean },
): Promise<void> {
  const { id, answers } = await noteRow(unit, article, note)
  await unit.tx
    .updateTable('note')
    .set(isSettled ? { settled_at: unit.now, settled_by: by } : { settled_at: null, settled_by: null })
    .where('id', '=', answers ?? id)
    .execute()
}

/** A note as it stood, for who takes its removal back. */
export interface RemovedNote {
  id: Id
  answers: Id | null
  block: number | null
  quote: string
  words: string
  at: Instant
}

/**
 * Takes out what oneself said and nobody has answered.
 *
 * @throws Conflict for another's and for one with answers, NotFound
 */
export async function removeNote(
  unit: Unit,
  { article, note, by }: { article: Id; note: Id; by: Id },
): Promise<RemovedNote> {
  const row = await noteRow(unit, article, note)
  if (row.by !== by) throw new Conflict('Only who wrote a note can remove it', { key: 'note.notOwn' })
  const answer = await unit.tx.selectFrom('note').select('id').where('answers', '=', note).executeTakeFirst()
  if (answer) throw new Conflict('Somebody has answered this note: settle it instead', { key: 'note.isAnswered' })
  await unit.tx.deleteFrom('note_mention').where('note_id', '=', note).execute()
  await unit.tx.deleteFrom('note').where('id', '=', note).execute()
  const { id, answers, block, quote, words, at } = row
  return { id, answers, block, quote, words, at }
}

/** Brings back a note that its writer had removed; nobody is told twice. @throws NotFound */
export async function restoreNote(
  unit: Unit,
  { article, by, ...note }: RemovedNote & { article: Id; by: Id },
): Promise<void> {
  // What it answered may have been removed, too, once nobody answered it any more.
  if (note.answers !== null) await noteRow(unit, article, note.answers)
  await unit.tx
    .insertInto('note')
    .values({ ...note, article_id: article, by, settled_at: null, settled_by: null })
    .execute()
}

async function noteRow({ tx }: Unit, article: Id, note: Id) {
  const row = await tx
    .selectFrom('note')
    .selectAll()
    .where('id', '=', note)
    .where('article_id', '=', article)
    .executeTakeFirst()
  if (!row) throw new NotFound('This note is not there any more', { key: 'note.gone' })
  return row
}

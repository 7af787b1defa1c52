import type { Id, Instant } from '#platform/database/tables.ts'
import type { Gawai } from '#platform/gawai.ts'

/** Something that was said about an article, and by whom. */
export interface Note {
  id: Id
  words: string
  at: Instant
  by: { person: Id; name: string }
}

/** A note with what was answered, the oldest first. */
export interface NoteThread extends Note {
  /** Where its block stands, from 0; null when it is about the whole, or its block was taken out. */
  block: number | null
  /** Of the block's words; empty when it is about the whole. */
  quote: string
  settled?: { at: Instant; by: string }
  answers: Note[]
}

/** Everything that is said about an article: by place, and what is about the whole first. */
export async function notesOf({ db }: Pick<Gawai, 'db'>, article: Id): Promise<NoteThread[]> {
  const rows = await db
    .selectFrom('note')
    .innerJoin('person', 'person.id', 'note.by')
    .leftJoin('person as settler', 'settler.id', 'note.settled_by')
    .select(['note.id', 'answers', 'block', 'quote', 'words', 'at', 'note.by', 'person.name', 'settled_at'])
    .select('settler.name as settled_by')
    .where('article_id', '=', article)
    .orderBy('note.id')
    .execute()
  const noteOf = ({ id, words, at, by, name }: (typeof rows)[number]): Note => ({
    id,
    words,
    at,
    by: { person: by, name },
  })
  const answers = Map.groupBy(rows, (row) => row.answers)
  return rows
    .filter((row) => row.answers === null)
    .map((row) => ({
      ...noteOf(row),
      block: row.block,
      quote: row.quote,
      ...(row.settled_at !== null && { settled: { at: row.settled_at, by: row.settled_by ?? '' } }),
      answers: (answers.get(row.id) ?? []).map(noteOf),
    }))
    .toSorted((one, other) => (one.block ?? -1) - (other.block ?? -1) || one.id - other.id)
}

/** How many notes nobody has settled. */
export async function unsettledNotes({ db }: Pick<Gawai, 'db'>, article: Id): Promise<number> {
  const { count } = await db
    .selectFrom('note')
    .select(({ fn }) => fn.countAll().as('count'))
    .where('article_id', '=', article)
    .where('answers', 'is', null)
    .where('settled_at', 'is', null)
    .executeTakeFirstOrThrow()
  return Number(count)
}

import { type Actor, can, everyActor } from '#people'
import type { Id, Instant } from '#platform/database/tables.ts'
import type { Unit } from '#platform/database/unit.ts'
import type { Gawai } from '#platform/gawai.ts'
import { newestOf } from '../newest.ts'
import { articleAtDesk } from './at-desk.ts'
import { type House, tellByLetter } from './letters.ts'
import { ownedBy, ownershipsOf } from './owned.ts'

type Named = Pick<Actor, 'name'>

/** So many are called by one note: each gets a letter. */
const mostCalled = 20

/** The people whom words name with an `@` before: by their whole name, or by a first name that only one has. */
export function mentionedIn<Person extends Named>(words: string, people: readonly Person[]): Person[] {
  const longestFirst = people.toSorted((one, other) => other.name.length - one.name.length)
  const calls = [...words.matchAll(/(?<![\p{L}\p{N}])@/gu)].slice(0, mostCalled)
  const found = calls.flatMap(({ index }): Person[] => {
    const rest = words.slice(index + 1)
    const whole = longestFirst.find(({ name }) => beginsWith(rest, name))
    if (whole) return [whole]
    const called = people.filter(({ name }) => beginsWith(rest, firstOf(name)))
    return called.length === 1 ? called : []
  })
  return [...new Set(found)]
}

const firstOf = (name: string): string => name.split(' ')[0] ?? name

function beginsWith(words: string, name: string): boolean {
  const [said, is] = [words.slice(0, name.length), name].map((text) => text.toLocaleLowerCase('id'))
  return said === is && !/^[\p{L}\p{N}]/u.test(words.slice(name.length))
}

interface Said {
  note: Id
  article: Id
  words: string
  by: Pick<Actor, 'person' | 'name'>
}

/** Writes down and tells whom a note names, of those who may see the article. */
export async function tellMentioned(unit: Unit, house: House, { note, article, words, by }: Said): Promise<void> {
  if (!words.includes('@')) return
  const desk = await articleAtDesk({ db: unit.tx }, article)
  const readers = (await everyActor(unit.tx)).filter((actor) => can(actor, 'articles.see', ownedBy(actor, desk)))
  for (const { person, account } of mentionedIn(words, readers).filter((one) => one.person !== by.person)) {
    await unit.tx.insertInto('note_mention').values({ person_id: person, note_id: note, seen_at: null }).execute()
    await tellByLetter(unit, house, {
      account,
      about: 'mentioned',
      by: by.name,
      title: desk.content.title,
      words,
      link: `/newsroom/articles/${article}/notes/#note-${note}`,
      key: `mention:${note}:${account}`,
    })
  }
}

/** A note that names somebody who has not looked at it yet. */
export interface Mention {
  note: Id
  article: Id
  title: string
  words: string
  by: string
  at: Instant
}

/** Whoever does not look for so long is not called by more. */
const lookedAt = 50

/** The newest of them, in articles that they may still see. */
export async function mentionsOf(
  { db }: Pick<Gawai, 'db'>,
  { actor, limit }: { actor: Actor; limit: number },
): Promise<Mention[]> {
  const rows = await unseenBy(db, actor.person)
  const standing = await ownershipsOf(
    { db },
    rows.map(({ article }) => article),
  )
  const maySee = ({ article }: Mention) => {
    const one = standing.get(article)
    return one !== undefined && can(actor, 'articles.see', ownedBy(actor, one))
  }
  return rows.filter(maySee).slice(0, limit)
}

async function unseenBy(db: Gawai['db'], person: Id): Promise<Mention[]> {
  return db
    .selectFrom('note_mention')
    .innerJoin('note', 'note.id', 'note_mention.note_id')
    .innerJoin('person', 'person.id', 'note.by')
    .innerJoin('revision', 'revision.article_id', 'note.article_id')
    .select(['note.id as note', 'note.article_id as article', 'title', 'words', 'person.name as by', 'at'])
    .where('note_mention.person_id', '=', person)
    .where('seen_at', 'is', null)
    .where('revision.id', '=', newestOf(db, 'note.article_id'))
    .orderBy('note.id', 'desc')
    .limit(lookedAt)
    .execute()
}

/** Somebody has looked at the notes of an article. */
export async function seeMentions(
  unit: Pick<Unit, 'tx' | 'now'>,
  { article, person }: { article: Id; person: Id },
): Promise<void> {
  await unit.tx
    .updateTable('note_mention')
    .set({ seen_at: unit.now })
    .where('person_id', '=', person)
    .where('seen_at', 'is', null)
    .where('note_id', 'in', (row) => row.selectFrom('note').select('id').where('article_id', '=', article))
    .execute()
}

import type { SelectQueryBuilder } from 'kysely'
import { type Actor, can } from '#people'
import type { Id, Instant, Tables } from '#platform/database/tables.ts'
import type { Gawai } from '#platform/gawai.ts'
import { detailsSchema } from '../content.ts'
import { newestOf } from '../newest.ts'
import { ownedBy } from './owned.ts'

/** An article that waits for somebody, and since when. */
export interface Waiting {
  article: Id
  title: string
  at: Instant
  /** Who handed it over or back. */
  by: string
}

/** More than this waits for nobody. */
const lookedAt = 500

/** What waits for this editor: handed over by others, in a section that they may publish in, the longest first. */
export async function waitingFor(
  { db }: Pick<Gawai, 'db'>,
  { actor, limit }: { actor: Actor; limit: number },
): Promise<Waiting[]> {
  if (!actor.grants.some(({ role }) => role === 'editor' || role === 'owner')) return []
  const ready = db.selectFrom('readiness').select(['article_id', 'at', 'by']).where('by', '!=', actor.person)
  const rows = await handed(db, ready)
  const above = await ancestors(db)
  return rows
    .filter((row) => {
      const { section, bylines } = detailsSchema.parse(JSON.parse(row.details))
      const sections = section === undefined ? [] : above(section)
      return can(actor, 'articles.publish', ownedBy(actor, { begunBy: row.begun_by, content: { bylines }, sections }))
    })
    .slice(0, limit)
    .map(lineOf)
}

/** What was handed back to somebody who writes it, the longest first. */
export async function sentBackTo(
  { db }: Pick<Gawai, 'db'>,
  { actor, limit }: { actor: Actor; limit: number },
): Promise<Waiting[]> {
  const rows = await handed(db, db.selectFrom('sent_back').select(['article_id', 'at', 'by']))
  return rows
    .filter(({ begun_by, details }) => {
      const { bylines } = detailsSchema.parse(JSON.parse(details))
      return ownedBy(actor, { begunBy: begun_by, content: { bylines }, sections: [] }).owner === actor.account
    })
    .slice(0, limit)
    .map(lineOf)
}

type Handed = SelectQueryBuilder<Tables, 'readiness' | 'sent_back', { article_id: Id; at: Instant; by: Id }>

const handed = (db: Gawai['db'], rows: Handed) =>
  db
    .selectFrom(rows.as('handed'))
    .innerJoin('article', 'article.id', 'handed.article_id')
    .innerJoin('person', 'person.id', 'handed.by')
    .innerJoin('revision', 'revision.article_id', 'article.id')
    .select(['article.id as article', 'begun_by', 'revision.title', 'details', 'handed.at', 'person.name as by'])
    .where('revision.id', '=', newestOf(db, 'article.id'))
    .orderBy('handed.at')
    .orderBy('article.id')
    .limit(lookedAt)
    .execute()

const lineOf = ({ article, title, at, by }: Waiting): Waiting => ({ article, title, at, by })

/** A section with those above it, read once for all. */
async function ancestors(db: Gawai['db']): Promise<(section: Id) => Id[]> {
  const rows = await db.selectFrom('section').select(['id', 'parent_id']).execute()
  const parents = new Map(rows.map(({ id, parent_id }) => [id, parent_id]))
  return (section) => {
    const line: Id[] = []
    for (let next: Id | null = section; next !== null && !line.includes(next); next = parents.get(next) ?? null)
      line.push(next)
    return line
  }
}

import type { Actor, Owned } from '#people'
import type { Id } from '#platform/database/tables.ts'
import type { Gawai } from '#platform/gawai.ts'
import { detailsSchema } from '../content.ts'
import { newestAmong } from '../newest.ts'
import { type DeskArticle, sectionsAbove } from './at-desk.ts'

/** Who began an article, who signs it and where it stands now: what rights ask of it. */
export type Ownership = Pick<DeskArticle, 'begunBy' | 'sections'> & {
  content: Pick<DeskArticle['content'], 'bylines' | 'section'>
}

/** Whose an article is, as far as rights ask: it belongs to who began it and to who signs it. */
export const ownedBy = (
  actor: Pick<Actor, 'account' | 'person'>,
  { begunBy, content, sections }: Ownership,
): Owned => ({
  owner: isOwn(actor, begunBy, content) ? actor.account : null,
  sections,
})

const isOwn = ({ person }: Pick<Actor, 'person'>, begunBy: Id | null, { bylines }: Ownership['content']): boolean =>
  begunBy === person || bylines.some((byline) => byline.person === person)

/** The same of several. @param ids as many as a page lists */
export async function ownershipsOf({ db }: Pick<Gawai, 'db'>, ids: readonly Id[]): Promise<Map<Id, Ownership>> {
  if (ids.length === 0) return new Map()
  const rows = await db
    .selectFrom('revision')
    .innerJoin('article', 'article.id', 'revision.article_id')
    .select(['article.id', 'begun_by', 'details'])
    .where('revision.id', 'in', newestAmong(db, ids))
    .execute()
  const above = new Map<Id | undefined, Id[]>()
  const ownerships = new Map<Id, Ownership>()
  for (const { id, begun_by: begunBy, details } of rows) {
    const { section, bylines } = detailsSchema.parse(JSON.parse(details))
    const known = above.get(section) ?? (await sectionsAbove({ tx: db }, section === undefined ? {} : { section }))
    above.set(section, known)
    ownerships.set(id, { begunBy, sections: known, content: { bylines, ...(section !== undefined && { section }) } })
  }
  return ownerships
}

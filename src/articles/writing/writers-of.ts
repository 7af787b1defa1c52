import type { Id } from '#platform/database/tables.ts'
import type { Gawai } from '#platform/gawai.ts'
import { detailsSchema } from '../content.ts'
import { type DeskArticle, sectionsAbove } from './at-desk.ts'

/** Who began each article, who signs it and where it stands now: what rights ask of a list. */
type Standing = Pick<DeskArticle, 'begunBy' | 'sections'> & {
  content: Pick<DeskArticle['content'], 'bylines' | 'section'>
}

/** @param ids as many as a page lists */
export async function writersOf({ db }: Pick<Gawai, 'db'>, ids: readonly Id[]): Promise<Map<Id, Standing>> {
  if (ids.length === 0) return new Map()
  const rows = await db
    .selectFrom('revision')
    .innerJoin('article', 'article.id', 'revision.article_id')
    .select(['article.id', 'begun_by', 'details'])
    .where('revision.id', 'in', (all) =>
      all
        .selectFrom('revision as newest')
        .select((row) => row.fn.max('newest.id').as('id'))
        .where('newest.article_id', 'in', ids)
        .groupBy('newest.article_id'),
    )
    .execute()
  const above = new Map<Id | undefined, Id[]>()
  const written = new Map<Id, Standing>()
  for (const { id, begun_by: begunBy, details } of rows) {
    const { section, bylines } = detailsSchema.parse(JSON.parse(details))
    const known = above.get(section) ?? (await sectionsAbove({ tx: db }, section === undefined ? {} : { section }))
    above.set(section, known)
    written.set(id, { begunBy, sections: known, content: { bylines, ...(section !== undefined && { section }) } })
  }
  return written
}

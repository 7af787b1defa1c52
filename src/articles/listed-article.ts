import type { Kysely } from 'kysely'
import type { Id, Instant, Tables } from '#platform/database/tables.ts'
import type { Picture } from './document/index.ts'

/** An article as a list shows it. */
export interface ListedArticle {
  id: Id
  title: string
  summary: string
  path: string
  publishedAt: Instant
  modifiedAt: Instant
  section?: { name: string; path: string }
  picture?: Picture
}

/** What readers see, each with the name of its section in its own language. */
export const publicationsOf = (db: Kysely<Tables>) =>
  db
    .selectFrom('publication')
    .leftJoin('section_name', (join) =>
      join
        .onRef('section_name.section_id', '=', 'publication.section_id')
        .onRef('section_name.lang', '=', 'publication.lang'),
    )

/** Everything of a publication (and the name of its section) that a list shows. */
export const listedColumns = [
  'publication.article_id',
  'title',
  'summary',
  'publication.path',
  'publication.published_at',
  'modified_at',
  'picture',
  'name',
  'section_name.path as section_path',
] as const

export interface ListedRow {
  article_id: Id
  title: string
  summary: string
  path: string
  published_at: Instant
  modified_at: Instant
  picture: string | null
  name: string | null
  section_path: string | null
}

export function listedOf(row: ListedRow): ListedArticle {
  const article: ListedArticle = {
    id: row.article_id,
    title: row.title,
    summary: row.summary,
    path: row.path,
    publishedAt: row.published_at,
    modifiedAt: row.modified_at,
  }
  if (row.name !== null && row.section_path !== null) article.section = { name: row.name, path: row.section_path }
  const picture = pictureOf(row.picture)
  if (picture) article.picture = picture
  return article
}

/** A picture as `publication.picture` keeps it. */
export const pictureOf = (kept: string | null): Picture | undefined =>
  kept === null ? undefined : (JSON.parse(kept) as Picture) // oxlint-disable-line typescript/no-unsafe-type-assertion -- written from a proven block by `publishRevision`

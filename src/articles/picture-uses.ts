import { countForgotten, keepUses } from '#media'
import type { Id } from '#platform/database/tables.ts'
import type { Unit } from '#platform/database/unit.ts'
import type { Gawai } from '#platform/gawai.ts'
import type { Language } from '#platform/settings.ts'
import { type Document, picturesOf } from './document/index.ts'
import { newestAmong } from './newest.ts'
import './tables.ts'

/** What of an article shows a picture: what readers see, what goes out by itself, its newest revision. */
const showing = ['publication', 'schedule', 'revision'] as const
type Showing = (typeof showing)[number]

/** Writes down which pictures the article shows there; without a document none any more. */
export const keepPictureUses = (unit: Unit, article: Id, kind: Showing, document?: Document): Promise<void> =>
  keepUses(unit, { kind, id: article }, document ? picturesOf(document) : [])

/** How many of a document's pictures were removed from the library for good: old revisions keep none. */
export const forgottenIn = (reading: Pick<Gawai, 'db'>, document: Document): Promise<number> =>
  countForgotten(reading, picturesOf(document))

/** An article that shows a picture. */
export interface PictureUser {
  id: Id
  title: string
  lang: Language
  state: 'published' | 'scheduled' | 'unpublished'
  /** Where readers find it. */
  path?: string
  /** Whether readers see the picture in it: an article can be published without what is being written. */
  isShown: boolean
}

const most = 200

/** The articles that show a picture of the library, or a file that it had, the newest first. */
export async function usesOfPicture({ db }: Pick<Gawai, 'db'>, picture: Id): Promise<PictureUser[]> {
  const rows = await db
    .selectFrom('picture_file')
    .innerJoin('picture_use', 'picture_use.file', 'picture_file.file')
    .innerJoin('article', 'article.id', 'picture_use.user_id')
    .leftJoin('publication', 'publication.article_id', 'article.id')
    .leftJoin('schedule', 'schedule.article_id', 'article.id')
    .select(['article.id', 'article.lang', 'picture_use.kind', 'publication.path', 'schedule.due_at'])
    .where('picture_file.picture_id', '=', picture)
    .where('picture_use.kind', 'in', [...showing])
    .orderBy('article.id', 'desc')
    .limit(most)
    .execute()
  const titles = await titlesOf({ db }, new Set(rows.map(({ id }) => id)))
  return [...Map.groupBy(rows, ({ id }) => id)].flatMap(([id, [first, ...more]]) =>
    first === undefined
      ? []
      : {
          id,
          title: titles.get(id) ?? '',
          lang: first.lang,
          state: first.path !== null ? 'published' : first.due_at !== null ? 'scheduled' : 'unpublished',
          ...(first.path !== null && { path: first.path }),
          isShown: [first, ...more].some(({ kind }) => kind === 'publication'),
        },
  )
}

/** How many articles show a picture of the library, or a file that it had. */
export async function countUsers({ db }: Pick<Gawai, 'db'>, picture: Id): Promise<number> {
  const { count } = await db
    .selectFrom('picture_file')
    .innerJoin('picture_use', 'picture_use.file', 'picture_file.file')
    .select(({ fn }) => fn.count<number | string>('picture_use.user_id').distinct().as('count'))
    .where('picture_file.picture_id', '=', picture)
    .where('picture_use.kind', 'in', [...showing])
    .executeTakeFirstOrThrow()
  return Number(count)
}

/** As their newest revisions call them. */
async function titlesOf({ db }: Pick<Gawai, 'db'>, articles: ReadonlySet<Id>): Promise<Map<Id, string>> {
  if (articles.size === 0) return new Map()
  const rows = await db
    .selectFrom('revision')
    .select(['article_id', 'title'])
    .where('id', 'in', newestAmong(db, [...articles]))
    .execute()
  return new Map(rows.map((row) => [row.article_id, row.title]))
}

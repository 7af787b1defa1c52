import { compileOnce } from '#platform/database/compile-once.ts'
import type { Id, Instant } from '#platform/database/tables.ts'
import type { Gawai } from '#platform/gawai.ts'
import type { Language } from '#platform/settings.ts'
import type { ArticleKind } from './content.ts'
import type { Picture } from './document/index.ts'
import { pictureOf } from './listed-article.ts'

/** One line of the sitemap. */
export interface DirectoryEntry {
  id: Id
  path: string
  lang: Language
  kind: ArticleKind
  modifiedAt: Instant
  /** The same story in the other language. */
  partner?: { lang: Language; path: string }
  picture?: Picture
}

const entriesFrom = compileOnce<{ after: Id; limit: number }>()((db, blank) =>
  db
    .selectFrom('publication')
    .innerJoin('article', 'article.id', 'publication.article_id')
    .leftJoin('article as other', (join) =>
      join.onRef('other.pair_id', '=', 'article.pair_id').onRef('other.id', '!=', 'article.id'),
    )
    .leftJoin('publication as partner', 'partner.article_id', 'other.id')
    .select([
      'publication.article_id as id',
      'publication.path',
      'publication.lang',
      'publication.kind',
      'publication.modified_at',
      'publication.picture',
      'partner.lang as partner_lang',
      'partner.path as partner_path',
    ])
    .where('publication.article_id', '>', blank.after)
    .orderBy('publication.article_id')
    .limit(blank.limit),
)

/**
 * Everything public, in the order of ids: a page by key, for sitemaps and for filling the page store. Takes
 * milliseconds, so it is asked beside the requests.
 *
 * @param after the last id of the page before; 0 for the first
 */
export async function directoryPage(
  { reports }: Pick<Gawai, 'reports'>,
  { after, limit }: { after: Id; limit: number },
): Promise<DirectoryEntry[]> {
  const rows = await entriesFrom(reports, { after, limit })
  return rows.map(({ partner_lang, partner_path, modified_at, picture: kept, ...row }) => ({
    ...row,
    modifiedAt: modified_at,
    ...pictured(kept),
    ...(partner_lang !== null && partner_path !== null && { partner: { lang: partner_lang, path: partner_path } }),
  }))
}

function pictured(kept: string | null): Pick<DirectoryEntry, 'picture'> {
  const picture = pictureOf(kept)
  return picture ? { picture } : {}
}

const one = compileOnce<{ id: Id }>()((db, blank) =>
  db.selectFrom('publication').select('article_id').where('article_id', '=', blank.id),
)

/** Whether the id can end a page of the directory: a look-up, where finding the ends reads everything. */
export async function isInDirectory({ db }: Pick<Gawai, 'db'>, id: Id): Promise<boolean> {
  return (await one(db, { id })).length > 0
}

/** The id that ends each page of the directory but the last: what the next page comes `after`. */
export async function directoryKeys({ reports }: Pick<Gawai, 'reports'>, pageSize: number): Promise<Id[]> {
  const rows = await reports
    .selectFrom(
      reports
        .selectFrom('publication')
        .select((all) => [
          'article_id',
          all.fn
            .agg<number>('row_number')
            .over((window) => window.orderBy('article_id'))
            .as('place'),
        ])
        .as('numbered'),
    )
    .select('article_id')
    .where((all) => all(all('place', '%', pageSize), '=', 0))
    .orderBy('article_id')
    .execute()
  return rows.map((row) => row.article_id)
}

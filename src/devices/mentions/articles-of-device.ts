import { listedColumns, type ListPage, pageOf, placeOf, publicationsOf } from '#articles'
import { compileOnce } from '#platform/database/compile-once.ts'
import type { Id, Instant } from '#platform/database/tables.ts'
import type { Gawai } from '#platform/gawai.ts'
import type { Language } from '#platform/settings.ts'

const written = compileOnce<{ device: Id; lang: Language; at: Instant; id: Id; limit: number }>()((db, blank) =>
  publicationsOf(db)
    .innerJoin('article_device', 'article_device.article_id', 'publication.article_id')
    .select(listedColumns)
    .where('article_device.device_id', '=', blank.device)
    .where('article_device.is_shown', '=', 1)
    .where('publication.lang', '=', blank.lang)
    .where((row) =>
      row(row.refTuple('publication.published_at', 'publication.article_id'), '<', row.tuple(blank.at, blank.id)),
    )
    .orderBy('publication.published_at', 'desc')
    .orderBy('publication.article_id', 'desc')
    .limit(blank.limit),
)

interface Wanted {
  device: Id
  lang: Language
  /** How many at the most. */
  limit: number
  /** A key from `ListPage.older`: what is older than that. */
  before?: string | undefined
}

/** The published articles that speak of a device, the newest first. */
export async function articlesOfDevice(
  { db }: Pick<Gawai, 'db'>,
  { device, lang, limit, before }: Wanted,
): Promise<ListPage> {
  return pageOf(await written(db, { device, lang, limit: limit + 1, ...placeOf(before) }), limit)
}

import { compileOnce } from '#platform/database/compile-once.ts'
import type { Id } from '#platform/database/tables.ts'
import type { Gawai } from '#platform/gawai.ts'
import { type Language, languages } from '#platform/settings.ts'
import { type Address, currentPath } from './address.ts'

const partnerPath = compileOnce<{ id: Id }>()((db, blank) =>
  db
    .selectFrom('article')
    .innerJoin('article as other', (join) =>
      join.onRef('other.pair_id', '=', 'article.pair_id').onRef('other.id', '!=', 'article.id'),
    )
    .innerJoin('publication', 'publication.article_id', 'other.id')
    .select('publication.path')
    .where('article.id', '=', blank.id),
)

/** Where the same can be read in the other language: the partner of an article, a section's or topic's own list. */
export async function pathOfPair(gawai: Pick<Gawai, 'db'>, address: Address): Promise<string | undefined> {
  const { kind, target, lang } = address
  if (kind === 'article') return (await partnerPath(gawai.db, { id: target }))[0]?.path
  const other = languages.find((one) => one !== lang)
  return other && currentPath(gawai, { kind, target, lang: other })
}

/** How many articles and standing pages are published in a language. */
export async function publishedIn({ reports }: Pick<Gawai, 'reports'>, lang: Language): Promise<number> {
  const { count } = await reports
    .selectFrom('publication')
    .select((fields) => fields.fn.countAll<number | string>().as('count'))
    .where('lang', '=', lang)
    .executeTakeFirstOrThrow()
  return Number(count)
}

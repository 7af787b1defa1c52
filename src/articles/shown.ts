import { compileOnce } from '#platform/database/compile-once.ts'
import type { Id } from '#platform/database/tables.ts'
import type { Unit } from '#platform/database/unit.ts'
import { everythingSubject } from '#platform/page-store/page.ts'
import type { Language } from '#platform/settings.ts'
import type { ArticleKind } from './content.ts'
import {
  articleSubject,
  correctionsSubject,
  latestSubject,
  olderSubject,
  shellSubject,
  sitemapSubject,
} from './subjects.ts'

/** Where a change of an article shows besides its own page. */
export interface Shown {
  article: Id
  kind: ArticleKind
  lang: Language
  pair: Id | null
  /** Whether readers see it for the first time, as something new, or no more. */
  change: 'first' | 'again' | 'gone'
  /** The first pages of the lists that hold it or held it. */
  lists: readonly string[]
  /** It goes on top everywhere: no older page changes. */
  isNewest: boolean
}

const referrers = compileOnce<{ target: Id }>()((db, blank) =>
  db.selectFrom('read_also').select('article_id').where('target_id', '=', blank.target),
)
const partners = compileOnce<{ pair: Id; article: Id }>()((db, blank) =>
  db.selectFrom('article').select('id').where('pair_id', '=', blank.pair).where('id', '!=', blank.article),
)

const anyOf = compileOnce<{ lang: Language; limit: number }>()((db, blank) =>
  db
    .selectFrom('publication')
    .select('article_id')
    .where('kind', '=', 'article')
    .where('lang', '=', blank.lang)
    .limit(blank.limit),
)

/** Every page of an edition leads to the other while there is something to read in it: from its first article to its last. */
async function dropLanguageLinks(unit: Unit, { lang, kind, change }: Shown): Promise<void> {
  if (kind === 'page' || change === 'again') return
  const others = await anyOf(unit.tx, { lang, limit: 2 })
  if (others.length === (change === 'first' ? 1 : 0)) unit.drop(everythingSubject)
}

/**
 * Drops exactly the fragments that show the article: its page, its lists, its partner, the articles that point to it.
 *
 * @param spell `forgotten` when none of them may be shown again, not even while the database is gone
 */
export async function dropWhatShows(
  unit: Unit,
  shown: Shown,
  spell: (subject: string) => string = (subject) => subject,
): Promise<void> {
  const drop = (...subjects: string[]) => unit.drop(...subjects.map(spell))
  const lists = [latestSubject(shown.lang), ...shown.lists]
  drop(articleSubject(shown.article), correctionsSubject(shown.lang), sitemapSubject, ...lists)
  if (!shown.isNewest) drop(...lists.map(olderSubject))
  if (shown.kind === 'page') drop(shellSubject(shown.lang))
  await dropLanguageLinks(unit, shown)
  const pointing = await referrers(unit.tx, { target: shown.article })
  drop(...pointing.map((row) => articleSubject(row.article_id)))
  if (shown.pair !== null) {
    const pair = await partners(unit.tx, { pair: shown.pair, article: shown.article })
    drop(...pair.map((row) => articleSubject(row.id)))
  }
}

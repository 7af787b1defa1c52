import { isDeepStrictEqual } from 'node:util'
import type { Id, Instant } from '#platform/database/tables.ts'
import type { Unit } from '#platform/database/unit.ts'
import { Conflict } from '#platform/refusals.ts'
import type { Language } from '#platform/settings.ts'
import { type ArticleKind, type Content, parseContent } from './content.ts'
import { newestOf } from './newest.ts'
import { publicationRow } from './publish.ts'
import { newestRevision, readRevision } from './revision.ts'

/** How a file names an article: itself, or its partner in the other language. */
export interface NamedBySlug {
  kind: ArticleKind
  lang: Language
  slug: string
}

/** The article that goes by that slug now, whatever it was called before. */
export function articleOfSlug(
  unit: Unit,
  { kind, lang, slug }: NamedBySlug,
): Promise<{ id: Id; guid: string | null } | undefined> {
  return unit.tx
    .selectFrom('revision')
    .innerJoin('article', 'article.id', 'revision.article_id')
    .select(['article.id', 'guid'])
    .where('slug', '=', slug)
    .where('lang', '=', lang)
    .where('kind', '=', kind)
    .where('revision.id', '=', newestOf(unit.tx, 'revision.article_id'))
    .orderBy('revision.id', 'desc')
    .limit(1)
    .executeTakeFirst()
}

/**
 * The article that an earlier run of this file made. One that came from elsewhere only happens to have the same slug.
 *
 * @param wanted `at` is the day that the file gives, if it gives one
 * @throws Conflict when the article carries another day: then it is another story, or the day is a slip
 */
export async function madeBefore(
  unit: Unit,
  file: string,
  wanted: NamedBySlug & { at: Instant | undefined },
): Promise<Id | undefined> {
  const known = await articleOfSlug(unit, wanted)
  if (!known || known.guid !== null) return undefined
  const shown = await publicationRow(unit, known.id)
  if (shown && wanted.at !== undefined && shown.published_at !== wanted.at)
    throw new Conflict(
      `${file}: the slug "${wanted.slug}" belongs to ${shown.path} of ${new Date(shown.published_at).toISOString()}: give this story another slug, or that date if it is the same story`,
    )
  return known.id
}

/**
 * Where readers find the article if it says this already: then nothing is written, and nobody is told of an update.
 *
 * @returns undefined when something differs, or when readers cannot see it
 */
export async function unchangedPath(unit: Unit, article: Id, content: Content): Promise<string | undefined> {
  const shown = await publicationRow(unit, article)
  if (!shown) return undefined
  const said = await readRevision(unit, article, await newestRevision(unit, article))
  return isDeepStrictEqual(said, parseContent(content)) ? shown.path : undefined
}

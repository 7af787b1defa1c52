import type { Id, Instant } from '#platform/database/tables.ts'
import type { Unit } from '#platform/database/unit.ts'
import { type Language, type Settings, siteLanguage, siteZone } from '#platform/settings.ts'
import { currentPath, moveTo, refuseReserved } from './address.ts'
import type { ArticleKind, Content } from './content.ts'
import { languagePrefix, permalink, permalinkPattern } from './permalink.ts'

interface PathFacts {
  /** `path` is the exact one it had elsewhere. */
  wish: { article: Id; path?: string }
  content: Content
  before: { path: string; slug: string } | undefined
  publishedAt: Instant
  lang: Language
  kind: ArticleKind
}

/**
 * The path at which readers find the article from now on.
 *
 * An article keeps its path as long as its slug stays, whatever the pattern says by now, also when it was taken back
 * and comes again in another month.
 */
export async function settlePath(unit: Unit, settings: Settings, facts: PathFacts): Promise<string> {
  const { wish, content, before, lang } = facts
  const place = { kind: 'article', target: wish.article, lang } as const
  if (wish.path !== undefined) return moveTo(unit, place, wish.path, { isExact: true })
  if (before?.slug === content.slug) return before.path
  const taken = before ? undefined : await currentPath({ db: unit.tx }, place)
  if (taken !== undefined && isNamed(taken, content.slug)) return taken
  const own = facts.kind === 'page' ? `/${encodeURIComponent(content.slug)}/` : await byPattern(unit, settings, facts)
  refuseReserved(own)
  return moveTo(unit, place, languagePrefix(lang, settings.get(siteLanguage)) + own)
}

/** Whether the path ends in that slug, or in the slug with the number that keeps two apart. */
function isNamed(path: string, slug: string): boolean {
  const last = path.split('/').findLast((segment) => segment !== '') ?? ''
  const name = encodeURIComponent(slug)
  return last === name || (last.startsWith(`${name}-`) && /^\d+$/.test(last.slice(name.length + 1)))
}

async function byPattern(
  unit: Unit,
  settings: Settings,
  { wish, content, publishedAt, lang }: PathFacts,
): Promise<string> {
  const section = content.section
    ? await unit.tx
        .selectFrom('section_name')
        .select('slug')
        .where('section_id', '=', content.section)
        .where('lang', '=', lang)
        .executeTakeFirst()
    : undefined
  const writer = content.bylines.find(({ role }) => role === 'writer')
  const author =
    writer && (await unit.tx.selectFrom('person').select('slug').where('id', '=', writer.person).executeTakeFirst())
  return permalink(settings.get(permalinkPattern), {
    id: String(wish.article),
    slug: content.slug,
    publishedAt,
    zone: settings.get(siteZone),
    ...(section && { section: section.slug }),
    ...(author && { author: author.slug }),
  })
}

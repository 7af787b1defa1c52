import { compileOnce } from '#platform/database/compile-once.ts'
import type { Id } from '#platform/database/tables.ts'
import type { Unit } from '#platform/database/unit.ts'
import { canonicalPath } from '#platform/http/canonical-path.ts'
import { type Language, type Settings, siteLanguage } from '#platform/settings.ts'
import { languagePrefix, sectionBase } from './permalink.ts'

/** The section and all above it, nearest first. Ends even if the rows form a ring. */
export async function withAncestors(unit: Pick<Unit, 'tx'>, section: Id): Promise<Id[]> {
  const line: Id[] = []
  let next: Id | null = section
  while (next !== null && !line.includes(next)) {
    line.push(next)
    const row: { parent_id: Id | null } | undefined = await parentOf(unit, next)
    next = row?.parent_id ?? null
  }
  return line
}

const parents = compileOnce<{ id: Id }>()((db, blank) =>
  db.selectFrom('section').select('parent_id').where('id', '=', blank.id),
)
const parentOf = async (unit: Pick<Unit, 'tx'>, id: Id) => (await parents(unit.tx, { id }))[0]

/** The path that it gets by itself: the base word and the slugs from the root. */
export async function ownPath(
  unit: Unit,
  settings: Settings,
  { lang, slug, id }: { lang: Language; slug: string; id: Id },
): Promise<string> {
  const [, ...above] = await withAncestors(unit, id)
  const names = await Promise.all(above.map((ancestor) => slugIn(unit, ancestor, lang)))
  const slugs = [...names.filter((name) => name !== undefined).toReversed(), slug]
  const prefix = languagePrefix(lang, settings.get(siteLanguage))
  const path = `${prefix}/${settings.get(sectionBase[lang])}/${slugs.map(encodeURIComponent).join('/')}/`
  return canonicalPath(path) ?? path
}

/** The word by which it goes in that language; undefined when it has no name there. */
export async function slugIn(unit: Unit, section: Id, lang: Language): Promise<string | undefined> {
  const row = await unit.tx
    .selectFrom('section_name')
    .select('slug')
    .where('section_id', '=', section)
    .where('lang', '=', lang)
    .executeTakeFirst()
  return row?.slug
}

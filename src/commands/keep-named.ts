import type { Id } from '#platform/database/tables.ts'
import type { Unit } from '#platform/database/unit.ts'
import { Conflict, Invalid } from '#platform/refusals.ts'
import { type Language, languages } from '#platform/settings.ts'
import { slugOf } from '#platform/slug.ts'
import type { NewsroomFile } from './newsroom-file.ts'

export type Names = NewsroomFile['topics'][number]
type Named = { lang: Language } & NonNullable<Names[Language]>

/** How one kind of thing that has a name in each language is found, added and named. */
interface NamedKind {
  what: string
  ofSlug(unit: Unit, lang: Language, slug: string): Promise<Id | undefined>
  keep(named: Named, known: Id | undefined): Promise<Id>
  name(unit: Unit, id: Id, named: Named): Promise<void>
}

/**
 * Keeps one thing under all its names: whichever of them is known already tells which thing it is.
 *
 * @param file its name, for the refusal
 * @throws Conflict when its names are those of two things
 * @throws Invalid when it has none
 */
export async function keepNamed(unit: Unit, file: string, names: Names, kind: NamedKind): Promise<Id> {
  const each = languages.flatMap((lang) => (names[lang] ? [{ lang, ...names[lang] }] : []))
  const known = new Set<Id>()
  for (const { lang, name, slug = slugOf(name) } of each) {
    const id = await kind.ofSlug(unit, lang, slug)
    if (id !== undefined) known.add(id)
  }
  const said = each.map(({ name }) => `"${name}"`).join(' and ')
  if (known.size > 1)
    throw new Conflict(`${file}: ${said} are two ${kind.what} of the site already: name each by itself`)
  let [id] = known
  for (const named of each) {
    id = await kind.keep(named, id)
    await kind.name(unit, id, named)
  }
  if (id === undefined) throw new Invalid(`${file}: one of the ${kind.what} has no name: write id: {name: ...}`)
  return id
}

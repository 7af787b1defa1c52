import type { Id, Instant } from '#platform/database/tables.ts'
import type { Unit } from '#platform/database/unit.ts'
import { Invalid } from '#platform/refusals.ts'
import { slugOf } from '#platform/slug.ts'
import { peopleSubject } from './subjects.ts'

interface PersonTable {
  id: Id
  slug: string
  name: string
  initials: string
  made_at: Instant
}

declare module '#platform/database/tables.ts' {
  interface Tables {
    person: PersonTable
  }
}

/**
 * Finds the person of that slug (by default made from the name), or adds them.
 *
 * @throws Invalid when the name holds no letter or digit
 * @param initials as in the sign-off; by default the first letters of the first and the last name
 */
export async function keepPerson(
  unit: Unit,
  { name, slug = slugOf(name), initials = initialsOf(name) }: { name: string; slug?: string; initials?: string },
): Promise<Id> {
  if (slug === '')
    throw new Invalid(`"${name}" cannot be somebody's name: it holds no letter or digit`, {
      key: 'refusedPerson.noLetter',
      values: { name },
    })
  const known = await unit.tx.selectFrom('person').select('id').where('slug', '=', slug).executeTakeFirst()
  if (known) return known.id
  const id = unit.newId()
  await unit.tx.insertInto('person').values({ id, slug, name: name.trim(), initials, made_at: unit.now }).execute()
  unit.drop(peopleSubject)
  return id
}

/** The first letter of each name, upper case, three at the most: "Wulan Sasmita" → "WS", "Hanif Bayu Saputra" → "HBS". */
export function initialsOf(name: string): string {
  const words = name.match(/[\p{L}\p{N}][\p{L}\p{N}\p{M}'’-]*/gu) ?? []
  const signing = words.length > 3 ? [...words.slice(0, 2), ...words.slice(-1)] : words
  return signing.map((word) => (/^./u.exec(word)?.[0] ?? '').toLocaleUpperCase('id')).join('')
}

import type { Unit } from '#platform/database/unit.ts'

/**
 * Addresses for new devices: the one that is wanted, or with a number behind it where it is, or was, another device's.
 *
 * @returns one for each that is wanted, in their order
 */
export async function freeSlugs(unit: Unit, wanted: readonly string[]): Promise<string[]> {
  const given = new Set<string>()
  const slugs: string[] = [...wanted]
  let open = [...wanted.keys()]
  for (let number = 1; open.length > 0; number += 1) {
    const taken = await takenAmong(
      unit,
      open.map((index) => numbered(wanted[index] ?? '', number)),
    )
    open = open.filter((index) => {
      const slug = numbered(wanted[index] ?? '', number)
      if (taken.has(slug) || given.has(slug)) return true
      given.add(slug)
      slugs[index] = slug
      return false
    })
  }
  return slugs
}

const numbered = (slug: string, number: number) => (number === 1 ? slug : `${slug}-${number}`)

async function takenAmong({ tx }: Unit, slugs: readonly string[]): Promise<Set<string>> {
  const here = await tx.selectFrom('device').select('slug').where('slug', 'in', slugs).execute()
  const before = await tx.selectFrom('former_device_slug').select('slug').where('slug', 'in', slugs).execute()
  return new Set([...here, ...before].map(({ slug }) => slug))
}

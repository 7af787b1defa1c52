import type { Flag, Id, Instant } from '#platform/database/tables.ts'
import type { Unit } from '#platform/database/unit.ts'
import { Invalid } from '#platform/refusals.ts'
import { slugOf } from '#platform/slug.ts'
import { keepOrganisationWords } from './organisation-words.ts'
import { brandsSubject } from './subjects.ts'

/** What an organisation is to the newsroom. A person of public life who says things is one too. */
export const organisationKinds = ['company', 'outlet', 'carrier', 'shop', 'government', 'person'] as const
export type OrganisationKind = (typeof organisationKinds)[number]

interface OrganisationTable {
  id: Id
  slug: string
  name: string
  kind: OrganisationKind
  is_brand: Flag
  url: string | null
  made_at: Instant
  /** The one that it became. Its slug goes on meaning that one. */
  merged_into: Id | null
}

declare module '#platform/database/tables.ts' {
  interface Tables {
    organisation: OrganisationTable
  }
}

/**
 * Finds the organisation of that name, or adds it. A known one becomes a brand when it is named as one.
 *
 * @throws Invalid when the name holds no letter or digit
 */
export async function keepOrganisation(
  unit: Unit,
  { name, kind, isBrand = false, url }: { name: string; kind: OrganisationKind; isBrand?: boolean; url?: string },
): Promise<Id> {
  const slug = slugOf(name)
  if (slug === '')
    throw new Invalid(`"${name}" cannot be an organisation's name: it holds no letter or digit`, {
      key: 'refusedOrganisation.noLetter',
      values: { name },
    })
  const known = await standingAt(unit, slug)
  if (known) {
    if (isBrand && known.is_brand === 0) {
      await unit.tx.updateTable('organisation').set({ is_brand: 1 }).where('id', '=', known.id).execute()
      unit.drop(brandsSubject)
    }
    return known.id
  }
  const id = unit.newId()
  const row = {
    id,
    slug,
    name: name.trim(),
    kind,
    is_brand: isBrand ? 1 : 0,
    url: url ?? null,
    made_at: unit.now,
    merged_into: null,
  } as const
  await unit.tx.insertInto('organisation').values(row).execute()
  await keepOrganisationWords(unit, row)
  if (isBrand) unit.drop(brandsSubject)
  return id
}

/** Who goes by that slug, or the one that they became. */
async function standingAt({ tx }: Unit, slug: string): Promise<{ id: Id; is_brand: Flag } | undefined> {
  const rows = tx.selectFrom('organisation').select(['id', 'is_brand', 'merged_into'])
  const known = await rows.where('slug', '=', slug).executeTakeFirst()
  return known && known.merged_into !== null ? rows.where('id', '=', known.merged_into).executeTakeFirst() : known
}

import { compileOnce } from '#platform/database/compile-once.ts'
import type { Id } from '#platform/database/tables.ts'
import type { Unit } from '#platform/database/unit.ts'
import type { Gawai } from '#platform/gawai.ts'
import { everythingSubject } from '#platform/page-store/page.ts'
import type { Language } from '#platform/settings.ts'
import './organisation.ts'
import { keepOrganisationWords } from './organisation-words.ts'
import { brandsSubject, brandSubjects } from './subjects.ts'

interface OrganisationWordsTable {
  organisation_id: Id
  lang: Language
  about: string
}

declare module '#platform/database/tables.ts' {
  interface Tables {
    organisation_words: OrganisationWordsTable
  }
}

/** A maker that devices are named after, in one language. */
export interface Brand {
  id: Id
  slug: string
  name: string
  url?: string
  about: string
}

const bySlug = compileOnce<{ slug: string; lang: Language }>()((db, blank) =>
  db
    .selectFrom('organisation')
    .leftJoin('organisation_words', (join) =>
      join
        .onRef('organisation_words.organisation_id', '=', 'organisation.id')
        .on('organisation_words.lang', '=', blank.lang),
    )
    .select(['organisation.id', 'slug', 'name', 'url', 'about'])
    .where('is_brand', '=', 1)
    .where('slug', '=', blank.slug),
)
const every = compileOnce<{ lang: Language; limit: number }>()((db, blank) =>
  db
    .selectFrom('organisation')
    .leftJoin('organisation_words', (join) =>
      join
        .onRef('organisation_words.organisation_id', '=', 'organisation.id')
        .on('organisation_words.lang', '=', blank.lang),
    )
    .select(['organisation.id', 'slug', 'name', 'url', 'about'])
    .where('is_brand', '=', 1)
    .orderBy('name')
    .limit(blank.limit),
)

type Row = Awaited<ReturnType<typeof bySlug>>[number]

/** A brand by the slug in its address. */
export async function findBrand({ db }: Pick<Gawai, 'db'>, slug: string, lang: Language): Promise<Brand | undefined> {
  const [row] = await bySlug(db, { slug, lang })
  return row && brandOf(row)
}

const since = compileOnce<{ slug: string }>()((db, blank) =>
  db
    .selectFrom('organisation as before')
    .innerJoin('organisation', 'organisation.id', 'before.merged_into')
    .select('organisation.slug')
    .where('before.slug', '=', blank.slug)
    .where('organisation.is_brand', '=', 1),
)

/** The slug of the brand that another one became. */
export async function brandSince({ db }: Pick<Gawai, 'db'>, slug: string): Promise<string | undefined> {
  return (await since(db, { slug }))[0]?.slug
}

/** Every brand, by name. */
export async function allBrands({ db }: Pick<Gawai, 'db'>, lang: Language): Promise<Brand[]> {
  return (await every(db, { lang, limit: mostBrands })).map(brandOf)
}

/** A list of more brands than this is no page. */
const mostBrands = 1000

const brandOf = ({ url, about, ...row }: Row): Brand => ({ ...row, about: about ?? '', ...(url !== null && { url }) })

/** Says what an organisation is, in one language. */
export async function describeOrganisation(
  unit: Unit,
  { organisation, lang, about }: { organisation: Id; lang: Language; about: string },
): Promise<void> {
  const said = await unit.tx
    .insertInto('organisation_words')
    .values({ organisation_id: organisation, lang, about })
    .onConflict((conflict) =>
      conflict
        .columns(['organisation_id', 'lang'])
        .doUpdateSet({ about })
        .where('organisation_words.about', '!=', about),
    )
    .returning('organisation_id')
    .execute()
  if (said.length > 0) unit.drop(...brandSubjects(organisation, lang), brandsSubject)
}

/** Says how an organisation is called, and where it lives, from now on. Its address here stays. */
export async function nameOrganisation(
  unit: Unit,
  organisation: Id,
  { name, url }: { name: string; url?: string | undefined },
): Promise<void> {
  const known = await unit.tx
    .selectFrom('organisation')
    .select(['slug', 'name', 'url'])
    .where('id', '=', organisation)
    .executeTakeFirstOrThrow()
  const named = { name, url: url ?? known.url }
  if (named.name === known.name && named.url === known.url) return
  await unit.tx.updateTable('organisation').set(named).where('id', '=', organisation).execute()
  await keepOrganisationWords(unit, { id: organisation, slug: known.slug, name })
  // It is named on every page that relies on it.
  unit.drop(everythingSubject)
}

import { z } from 'zod'
import { record } from '#people'
import type { Id } from '#platform/database/tables.ts'
import type { Unit } from '#platform/database/unit.ts'
import type { Gawai } from '#platform/gawai.ts'
import { NotFound } from '#platform/refusals.ts'
import { type Language, language, languages } from '#platform/settings.ts'
import { everythingSubject } from '#platform/page-store/page.ts'
import { describeOrganisation } from './brand.ts'
import { organisationKinds } from './organisation.ts'
import { keepOrganisationWords } from './organisation-words.ts'

/** Everything that the newsroom says of an organisation. */
export const organisationSchema = z.object({
  name: z.string(),
  kind: z.enum(organisationKinds),
  isBrand: z.boolean(),
  url: z.string().nullable(),
  about: z.record(language, z.string()),
})
export type Organisation = z.infer<typeof organisationSchema>

/** An organisation, and the one that it became if it did. @throws NotFound */
export async function findOrganisation(
  { db }: Pick<Gawai, 'db'>,
  id: Id,
): Promise<Organisation & { slug: string; mergedInto: Id | undefined }> {
  const row = await db.selectFrom('organisation').selectAll().where('id', '=', id).executeTakeFirst()
  if (!row) throw noOrganisation()
  const words = await db.selectFrom('organisation_words').selectAll().where('organisation_id', '=', id).execute()
  const aboutIn = (lang: Language) => words.find((one) => one.lang === lang)?.about ?? ''
  return {
    slug: row.slug,
    name: row.name,
    kind: row.kind,
    isBrand: row.is_brand === 1,
    url: row.url,
    about: { id: aboutIn('id'), en: aboutIn('en') },
    mergedInto: row.merged_into ?? undefined,
  }
}

/** Says what an organisation is in somebody's name. Its address stays. @returns what was said before */
export async function changeOrganisation(
  unit: Unit,
  { organisation, by, about, ...said }: Organisation & { organisation: Id; by: Id | undefined },
): Promise<Organisation> {
  const { slug, mergedInto, ...before } = await findOrganisation({ db: unit.tx }, organisation)
  if (mergedInto !== undefined) throw noOrganisation()
  const { name, kind, isBrand, url } = said
  await unit.tx
    .updateTable('organisation')
    .set({ name, kind, is_brand: isBrand ? 1 : 0, url })
    .where('id', '=', organisation)
    .execute()
  await keepOrganisationWords(unit, { id: organisation, slug, name })
  // It is named on every page that relies on it.
  if (name !== before.name || url !== before.url || isBrand !== before.isBrand) unit.drop(everythingSubject)
  for (const lang of languages)
    if (about[lang] !== before.about[lang]) await describeOrganisation(unit, { organisation, lang, about: about[lang] })
  const object = `organisation:${organisation}`
  await record(unit, { by, action: 'organisation.changed', object, details: { name, kind, isBrand, url } })
  return before
}

const noOrganisation = () => new NotFound('There is no such organisation', { key: 'refusedOrganisation.gone' })

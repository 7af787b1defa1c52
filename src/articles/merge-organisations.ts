import { z } from 'zod'
import { becomeOne, becomeTwo, brandSubjects, mergedSchema } from '#organisations'
import { record } from '#people'
import type { Id } from '#platform/database/tables.ts'
import type { Unit } from '#platform/database/unit.ts'
import type { Gawai } from '#platform/gawai.ts'
import { languages } from '#platform/settings.ts'
import { moveListed } from './list-moves.ts'
import { relist } from './relist.ts'
import { articleSubject, listSubject } from './subjects.ts'

/** All that is needed to make an organisation of a merge itself again. */
export const organisationMergeSchema = mergedSchema.extend({
  /** The articles that were about it as a brand. */
  articles: z.array(z.number()),
  /** Where it stood among the sources. */
  sources: z.array(z.object({ article: z.number(), position: z.number() })),
})
export type OrganisationMerge = z.infer<typeof organisationMergeSchema>

/** More than this cannot be taken back exactly. */
const mostSources = 1000

/**
 * Makes one organisation another: what is about it and what relies on it follows; documents go on pointing to the old
 * one, which means the new one wherever they are read.
 *
 * @returns what `splitOrganisations` needs, or undefined when there is too much to take it back exactly
 */
export async function mergeOrganisations(
  unit: Unit,
  gawai: Pick<Gawai, 'jobs'>,
  { from, into, by }: { from: Id; into: Id; by: Id | undefined },
): Promise<OrganisationMerge | undefined> {
  const merged = await becomeOne(unit, { from, into })
  const sources = await unit.tx
    .updateTable('article_source')
    .set({ organisation_id: into })
    .where('organisation_id', '=', from)
    .returning(['article_id as article', 'position'])
    .execute()
  unit.drop(...sources.map(({ article }) => articleSubject(article)), ...brandLists(from), ...brandLists(into))
  const articles = await moveListed(unit, gawai, { kind: 'brand', from, into })
  await record(unit, { by, action: 'organisation.merged', object: `organisation:${into}`, details: { from } })
  if (!articles || sources.length > mostSources) return undefined
  return { ...merged, articles, sources: sources.map(({ article, position }) => ({ article, position })) }
}

const brandLists = (id: Id): string[] =>
  languages.flatMap((lang) => [listSubject({ kind: 'brand', id }, lang), ...brandSubjects(id, lang)])

/** Makes the organisation of a merge itself again. @throws Conflict when it became another one in the meantime */
export async function splitOrganisations(
  unit: Unit,
  { articles, sources, by, ...merged }: OrganisationMerge & { by: Id | undefined },
): Promise<void> {
  const { from, into } = merged
  await becomeTwo(unit, merged)
  for (const { article, position } of sources)
    await unit.tx
      .updateTable('article_source')
      .set({ organisation_id: from })
      .where('article_id', '=', article)
      .where('position', '=', position)
      .where('organisation_id', '=', into)
      .execute()
  await relist(unit, 'brand', articles)
  unit.drop(...sources.map(({ article }) => articleSubject(article)), ...brandLists(from), ...brandLists(into))
  await record(unit, { by, action: 'organisation.split', object: `organisation:${into}`, details: { from } })
}

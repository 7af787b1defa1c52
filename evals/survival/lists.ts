import { latest } from '#articles'
import type { Id } from '#platform/database/tables.ts'
import type { Gawai } from '#platform/gawai.ts'
import { languages } from '#platform/settings.ts'

/** Articles that are published and not in a list that they belong to, or in a list and not published. */
export async function listProblems(gawai: Gawai): Promise<string[]> {
  return [...(await latestProblems(gawai)), ...(await joinProblems(gawai)), ...(await halfFiles(gawai))]
}

async function latestProblems(gawai: Gawai): Promise<string[]> {
  const published = await gawai.reports
    .selectFrom('publication')
    .select('article_id')
    .where('kind', '=', 'article')
    .execute()
  const listed: Id[] = []
  for (const lang of languages) {
    let before: string | undefined
    do {
      const page = await latest({ db: gawai.reports }, { lang, limit: 500, before })
      listed.push(...page.items.map(({ id }) => id))
      before = page.older
    } while (before !== undefined)
  }
  return differences(
    'the latest list',
    published.map((row) => String(row.article_id)),
    listed.map(String),
  )
}

/** The rows of all lists against what each published revision says. */
async function joinProblems({ reports }: Gawai): Promise<string[]> {
  const published = await reports
    .selectFrom('publication')
    .innerJoin('revision', 'revision.id', 'revision_id')
    .select(['publication.article_id', 'lang', 'published_at', 'details'])
    .where('kind', '=', 'article')
    .execute()
  const parents = new Map(
    (await reports.selectFrom('section').select(['id', 'parent_id']).execute()).map((row) => [row.id, row.parent_id]),
  )
  const wanted: string[] = []
  for (const row of published) {
    const at = `${row.lang} ${row.published_at} ${row.article_id}`
    const { sections, topics, brands, people } = listsIn(JSON.parse(row.details) as Named, parents)
    wanted.push(...sections.map((id) => `section ${id} ${at}`), ...topics.map((id) => `topic ${id} ${at}`))
    wanted.push(...brands.map((id) => `brand ${id} ${at}`), ...people.map((id) => `person ${id} ${at}`))
  }
  const found = await reports.selectFrom('listed').selectAll().execute()
  return differences(
    'a list',
    wanted,
    found.map((row) => `${row.kind} ${row.list_id} ${row.lang} ${row.published_at} ${row.article_id}`),
  )
}

interface Named {
  section?: Id
  sections: Id[]
  topics: Id[]
  brands?: Id[]
  bylines: { person: Id }[]
}

function listsIn({ section, sections, topics, brands = [], bylines }: Named, parents: ReadonlyMap<Id, Id | null>) {
  const named = section === undefined ? sections : [section, ...sections]
  const each = (ids: readonly Id[]) => [...new Set(ids)]
  return {
    sections: each(named.flatMap((one) => withParents(one, parents))),
    topics: each(topics),
    brands: each(brands),
    people: each(bylines.map(({ person }) => person)),
  }
}

function withParents(section: Id, parents: ReadonlyMap<Id, Id | null>): Id[] {
  const parent = parents.get(section)
  return parent === null || parent === undefined ? [section] : [section, ...withParents(parent, parents)]
}

/**
 * What comes as a file is begun, written and published in one write: none of it may be there without the rest. An
 * import that was cut off may leave articles without words that others point to; its second run gives them theirs.
 */
async function halfFiles({ reports }: Gawai): Promise<string[]> {
  const rows = await reports
    .selectFrom('article')
    .leftJoin('revision', 'revision.article_id', 'article.id')
    .leftJoin('publication', 'publication.article_id', 'article.id')
    .leftJoin('imported as promised', (join) =>
      join.onRef('promised.local_id', '=', 'article.id').on('promised.kind', '=', 'promised article'),
    )
    .where((all) => all.or([all('promised.local_id', 'is', null), all('revision.slug', 'is not', null)]))
    .select(['article.id', 'revision.slug'])
    .where('publication.article_id', 'is', null)
    .where((fields) => fields.or([fields('slug', 'is', null), fields('slug', 'like', 'berkas-%')]))
    .execute()
  return rows.map(({ id, slug }) => `article ${id} (${slug ?? 'no words'}) was begun and not published`)
}

function differences(list: string, wanted: readonly string[], found: readonly string[]): string[] {
  const [want, have] = [new Set(wanted), new Set(found)]
  return [
    ...wanted.filter((one) => !have.has(one)).map((one) => `published, but missing in ${list}: ${one}`),
    ...found.filter((one) => !want.has(one)).map((one) => `in ${list}, but not published there: ${one}`),
    ...(have.size < found.length ? [`${found.length - have.size} twice in ${list}`] : []),
  ]
}

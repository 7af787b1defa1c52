import { compileOnce } from '#platform/database/compile-once.ts'
import type { Id } from '#platform/database/tables.ts'
import type { Gawai } from '#platform/gawai.ts'
import { type Document, type References, referencesOf } from './document/index.ts'
import { withMerged } from './merged-references.ts'
import { type Correction, correctionsAmong } from './writing/corrections.ts'

/** An article's text with what it points to, who wrote it about what, and the id by which feeds know it. */
export interface WholeText {
  document: Document
  references: References
  writers: { name: string; slug: string }[]
  topics: string[]
  corrections: Correction[]
  guid?: string
}

/** One blank each: a query with a fixed number of them is compiled once. */
const places = ['a', 'b', 'c', 'd', 'e', 'f', 'g', 'h', 'i', 'j'] as const
type Asked = Record<(typeof places)[number], Id>

/** So many are asked for at once. */
export const mostTexts = places.length

const textsOf = compileOnce<Asked>()((db, blank) =>
  db
    .selectFrom('publication')
    .innerJoin('article', 'article.id', 'publication.article_id')
    .innerJoin('revision_body', 'revision_body.revision_id', 'publication.revision_id')
    .select(['publication.article_id as id', 'guid', 'document', 'corrected_at'])
    .where(
      'publication.article_id',
      'in',
      places.map((place) => blank[place]),
    ),
)
const readAlsoOf = compileOnce<Asked>()((db, blank) =>
  db
    .selectFrom('read_also')
    .innerJoin('publication', 'publication.article_id', 'read_also.target_id')
    .select(['target_id as id', 'title', 'path'])
    .where(
      'read_also.article_id',
      'in',
      places.map((place) => blank[place]),
    ),
)
const writersOf = compileOnce<Asked>()((db, blank) =>
  db
    .selectFrom('byline')
    .innerJoin('person', 'person.id', 'byline.person_id')
    .select(['article_id', 'name', 'slug'])
    .where('role', '=', 'writer')
    .where(
      'article_id',
      'in',
      places.map((place) => blank[place]),
    )
    .orderBy('position'),
)
const topicsOf = compileOnce<Asked>()((db, blank) =>
  db
    .selectFrom('listed')
    .innerJoin('topic_name', (join) =>
      join.onRef('topic_name.topic_id', '=', 'listed.list_id').onRef('topic_name.lang', '=', 'listed.lang'),
    )
    .select(['article_id', 'name'])
    .where('listed.kind', '=', 'topic')
    .where(
      'article_id',
      'in',
      places.map((place) => blank[place]),
    )
    .orderBy('name'),
)
const attributedIn = compileOnce<Asked>()((db, blank) =>
  db
    .selectFrom('article_source')
    .innerJoin('organisation', 'organisation.id', 'article_source.organisation_id')
    .select(['organisation.id', 'name', 'slug', 'organisation.url'])
    .where('role', '=', 'attribution')
    .where(
      'article_id',
      'in',
      places.map((place) => blank[place]),
    ),
)

/**
 * The texts of up to `mostTexts` published articles, for a feed: five queries however many they are, and one where any was corrected.
 *
 * @returns by id; without those that are not public
 */
export async function wholeTexts({ db }: Pick<Gawai, 'db'>, ids: readonly Id[]): Promise<Map<Id, WholeText>> {
  const [last] = ids
  if (last === undefined) return new Map()
  const asked = Object.fromEntries(places.map((place, index) => [place, ids[index] ?? last])) as Asked // oxlint-disable-line typescript/no-unsafe-type-assertion -- every place has its id
  const [texts, readAlso, attributed, writers, topics] = await Promise.all([
    textsOf(db, asked),
    readAlsoOf(db, asked),
    attributedIn(db, asked),
    writersOf(db, asked),
    topicsOf(db, asked),
  ])
  const namedBy = Map.groupBy(writers, (row) => row.article_id)
  const about = Map.groupBy(topics, (row) => row.article_id)
  const corrected = await correctionsAmong(
    { db },
    texts.flatMap(({ id, corrected_at }) => (corrected_at === null ? [] : id)),
  )
  const documents = texts.map(({ document, ...text }) => ({
    ...text,
    document: JSON.parse(document) as Document, // oxlint-disable-line typescript/no-unsafe-type-assertion -- proven by parseDocument before it was written
  }))
  const references: References = {
    articles: new Map(readAlso.map(({ id, title, path }) => [id, { title, path }])),
    organisations: await withMerged(
      db,
      new Map(attributed.map(({ id, name, slug, url }) => [id, url === null ? { name, slug } : { name, slug, url }])),
      documents.flatMap(({ document }) => referencesOf(document).organisations),
    ),
  }
  return new Map(
    documents.map(({ id, guid, document }): [Id, WholeText] => [
      id,
      {
        document,
        references,
        writers: (namedBy.get(id) ?? []).map(({ name, slug }) => ({ name, slug })),
        topics: (about.get(id) ?? []).map(({ name }) => name),
        corrections: corrected.get(id) ?? [],
        ...(guid !== null && { guid }),
      },
    ]),
  )
}

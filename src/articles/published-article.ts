import { compileOnce } from '#platform/database/compile-once.ts'
import type { Id, Instant } from '#platform/database/tables.ts'
import type { Gawai } from '#platform/gawai.ts'
import { isShown, type Language } from '#platform/settings.ts'
import { type ArticleKind, type BylineRole, type Details, detailsSchema, type SourceRole } from './content.ts'
import { type Document, type Picture, type References, referencesOf } from './document/index.ts'
import { brandsOf, bylinesOf, partnerOf, readAlsoOf, sourcesOf, topicsOf } from './joined.ts'
import { pictureOf, publicationsOf } from './listed-article.ts'
import { withMerged } from './merged-references.ts'
import { signOff } from './sign-off.ts'
import { type Correction, correctionsOf } from './writing/corrections.ts'

/** Everything that an article's page shows, as one moment had it. */
export interface PublishedArticle {
  id: Id
  kind: ArticleKind
  lang: Language
  path: string
  title: string
  /** What its writer says in a few lines; empty when they do not. */
  summary: string
  /** The summary, or else how the text begins. */
  description: string
  dateline?: string
  seo?: Details['seo']
  publishedAt: Instant
  modifiedAt: Instant
  section?: { id: Id; name: string; path: string }
  topics: { name: string; path: string }[]
  brands: { name: string; slug: string }[]
  picture?: Picture
  bylines: { name: string; slug: string; initials: string; role: BylineRole }[]
  signOff: string
  sources: { role: SourceRole; name: string; url?: string }[]
  /** Which revision it is. */
  revision: Id
  document: Document
  /** What the document points to, loaded. */
  references: References
  /** The same story in the other language. */
  partner?: { lang: Language; path: string; title: string }
  /** What readers are told was wrong or is new, the newest first. */
  corrections: Correction[]
  /** The id that feeds gave it elsewhere. */
  guid?: string
}

const published = compileOnce<{ id: Id }>()((db, blank) =>
  publicationsOf(db)
    .innerJoin('article', 'article.id', 'publication.article_id')
    .innerJoin('revision', 'revision.id', 'publication.revision_id')
    .innerJoin('revision_body', 'revision_body.revision_id', 'publication.revision_id')
    .select([
      'publication.article_id as id',
      'publication.kind',
      'publication.lang',
      'publication.path',
      'publication.title',
      'publication.revision_id as revision',
      'publication.summary as description',
      'publication.picture',
      'publication.published_at',
      'publication.modified_at',
      'publication.corrected_at',
      'publication.section_id',
      'section_name.name as section_name',
      'section_name.path as section_path',
      'article.guid',
      'article.pair_id',
      'revision.details',
      'revision_body.document',
    ])
    .where('publication.article_id', '=', blank.id),
)
const retractionOf = compileOnce<{ id: Id }>()((db, blank) =>
  db.selectFrom('retraction').select('at').where('article_id', '=', blank.id),
)

/** The article as readers see it, or undefined when they cannot. */
export async function publishedArticle(
  { db, settings }: Pick<Gawai, 'db' | 'settings'>,
  id: Id,
): Promise<PublishedArticle | undefined> {
  const [row] = await published(db, { id })
  if (!row || !isShown(settings, row.lang)) return undefined
  const {
    summary,
    dateline,
    seo,
    topics: about,
    brands: makers = [],
    sources: said,
  } = detailsSchema.parse(JSON.parse(row.details))
  const document = JSON.parse(row.document) as Document // oxlint-disable-line typescript/no-unsafe-type-assertion -- proven by parseDocument before it was written
  const points = referencesOf(document)
  // Most articles have only some of it: what the revision does not name is not asked for.
  const [bylines, sources, topics, brands, readAlso, partners, corrections] = await Promise.all([
    bylinesOf(db, { id }),
    said.length + points.organisations.length === 0 ? [] : sourcesOf(db, { id }),
    about.length === 0 ? [] : topicsOf(db, { id, lang: row.lang }),
    makers.length === 0 ? [] : brandsOf(db, { id }),
    points.articles.length === 0 ? [] : readAlsoOf(db, { id }),
    row.pair_id === null ? [] : partnerOf(db, { id, pair: row.pair_id }),
    row.corrected_at === null ? [] : correctionsOf({ db }, id),
  ])
  const shown = ({ lang }: { lang: Language }) => isShown(settings, lang)
  const [partner] = partners.filter(shown)
  const picture = pictureOf(row.picture)

  return {
    id,
    kind: row.kind,
    lang: row.lang,
    path: row.path,
    title: row.title,
    summary,
    description: row.description,
    revision: row.revision,
    publishedAt: row.published_at,
    modifiedAt: row.modified_at,
    topics,
    brands,
    bylines,
    signOff: signOff(bylines),
    corrections,
    sources: sources.flatMap(({ role, name, url }) =>
      role === 'attribution' ? [] : [url === null ? { role, name } : { role, name, url }],
    ),
    document,
    references: {
      articles: new Map(
        readAlso.filter(shown).map((target) => [target.id, { title: target.title, path: target.path }]),
      ),
      organisations: await withMerged(db, organisationsOf(sources), points.organisations),
    },
    ...(dateline !== undefined && { dateline }),
    ...(seo !== undefined && { seo }),
    ...(row.guid !== null && { guid: row.guid }),
    ...(partner && { partner }),
    ...(picture && { picture }),
    ...(row.section_id !== null &&
      row.section_name !== null &&
      row.section_path !== null && { section: { id: row.section_id, name: row.section_name, path: row.section_path } }),
  }
}

const organisationsOf = (sources: Awaited<ReturnType<typeof sourcesOf>>): References['organisations'] =>
  new Map(sources.map(({ id, name, slug, home }) => [id, home === null ? { name, slug } : { name, slug, url: home }]))

/** When an article that readers could see was taken back; undefined when it was not. */
export async function retractedAt({ db }: Pick<Gawai, 'db'>, id: Id): Promise<Instant | undefined> {
  return (await retractionOf(db, { id }))[0]?.at
}

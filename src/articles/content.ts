import { z } from 'zod'
import { oneLine } from '#platform/one-line.ts'
import { Invalid } from '#platform/refusals.ts'
import { type Document, parseDocument } from './document/index.ts'

/** An article stands in lists and feeds; a page (about, contact) only at its own address. */
export type ArticleKind = 'article' | 'page'

const bylineRole = z.enum(['writer', 'editor', 'photo'])
export type BylineRole = z.infer<typeof bylineRole>

const sourceRole = z.enum(['source', 'via'])
/** `source` says it ("according to X"), `via` passed it on ("via Y"). */
export type SourceRole = z.infer<typeof sourceRole>

const id = z.int().positive()

/** Everything of a revision besides title, slug and document, as it is kept in `revision.details`. */
export const detailsSchema = z.strictObject({
  summary: z.string().transform(oneLine).pipe(z.string().max(600)),
  /** Where the story was written: "Jakarta". */
  dateline: z.string().trim().min(1).max(80).optional(),
  /** The section whose label the article carries. */
  section: id.optional(),
  /** Further sections that list it. */
  sections: z.array(id).max(1000),
  topics: z.array(id).max(1000),
  /** Makers that the story is about. */
  brands: z.array(id).max(20).optional(),
  bylines: z.array(z.strictObject({ person: id, role: bylineRole })).max(20),
  sources: z
    .array(z.strictObject({ role: sourceRole, organisation: id, url: z.url({ protocol: /^https?$/ }).optional() }))
    .max(20),
  /** For search engines, where it differs from title and summary. */
  seo: z
    .strictObject({ title: z.string().max(200).optional(), description: z.string().max(600).optional() })
    .optional(),
})
export type Details = z.infer<typeof detailsSchema>

/** What one revision of an article says. */
export interface Content extends Details {
  title: string
  slug: string
  document: Document
}

const longestTitle = 300

/**
 * Proves that content can be kept, also while it is being written: it may have no title yet, and so no slug.
 *
 * @throws Invalid naming the field
 */
export function parseUnfinished({ title, slug, document, ...details }: Content): Content {
  if (title.length > longestTitle)
    throw new Invalid(`The title has ${title.length} characters; ${longestTitle} are the most`, {
      key: 'refusedArticle.longTitle',
      values: { length: title.length, most: longestTitle },
    })
  if (/[\s/?#\\]/.test(slug)) throw improperSlug(slug)
  const parsed = detailsSchema.safeParse(details)
  if (!parsed.success) throw brokenDetails(parsed.error)
  return { title: oneLine(title), slug, document: parseDocument(document), ...parsed.data }
}

function brokenDetails(error: z.ZodError): Invalid {
  const fields = [...new Set(error.issues.map(({ path }) => String(path[0])))].join(', ')
  return new Invalid(`The article's details cannot be kept: ${z.prettifyError(error)}`, {
    key: 'refusedArticle.details',
    values: { fields },
  })
}

const improperSlug = (slug: string) =>
  new Invalid(`The slug "${slug}" cannot stand in an address: use letters, digits and hyphens`, {
    key: 'refusedArticle.slug',
    values: { slug },
  })

/**
 * Proves that content can be kept and shown to readers.
 *
 * @throws Invalid naming the field
 */
export function parseContent(content: Content): Content {
  proveFinished(content)
  return parseUnfinished(content)
}

/**
 * Proves that nothing is missing without which an article can have no readers.
 *
 * @throws Invalid naming the field
 */
export function proveFinished({ title, slug }: Pick<Content, 'title' | 'slug'>): void {
  if (oneLine(title) === '')
    throw new Invalid('The title is empty: an article needs one', { key: 'refusedArticle.noTitle' })
  if (slug === '') throw improperSlug(slug)
}

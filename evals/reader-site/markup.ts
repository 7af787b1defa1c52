import { HtmlValidate } from 'html-validate'
import { z } from 'zod'
import type { ProblemBook } from './problem-book.ts'
import type { Visited } from './visited.ts'

const validate = new HtmlValidate({
  extends: ['html-validate:standard', 'html-validate:recommended'],
  rules: {
    'no-inline-style': 'error',
    // Taste, and not ours: void elements are closed in templates and open in what writers write.
    'void-style': 'off',
    'doctype-style': ['error', { style: 'lowercase' }],
    'no-trailing-whitespace': 'off',
    // How long a headline is, is its writer's affair.
    'long-title': 'off',
  },
})

/** Sound HTML, and facts for search engines that can be read. */
export async function proveMarkup(page: Visited, book: ProblemBook): Promise<void> {
  const { results } = await validate.validateString(page.text, page.path)
  for (const { ruleId, message } of results.flatMap(({ messages }) => messages))
    book.note(page, 'HTML', `${ruleId}: ${message}`)
  for (const fault of faultsOf(page)) book.note(page, 'facts', fault)
}

const instant = z.iso.datetime({ offset: true })
const filled = z.string().min(1)
const orSeveral = <Form extends z.ZodType>(form: Form) => z.union([form, z.array(form).min(1)])

/** What search engines ask of a news article (developers.google.com, structured data for articles). */
const newsArticle = z.object({
  headline: filled,
  image: orSeveral(z.union([z.url(), z.object({ url: z.url() })])),
  datePublished: instant,
  dateModified: instant,
  author: orSeveral(z.object({ name: filled, url: z.url() })),
  publisher: z.object({ name: filled }),
})

function faultsOf({ facts, kind }: Visited): string[] {
  const read = facts.map(thingsIn)
  const things = read.flatMap((one) => one.things)
  const articles = things.filter(isNewsArticle).map((article) => withNamed(article, things))
  const isBare = articles.length === 0 && /(^| )article$/.test(kind)
  const issues = articles.flatMap((article) => newsArticle.safeParse(article).error?.issues ?? [])
  return [
    ...read.flatMap(({ fault }) => fault ?? []),
    ...(isBare ? ['an article without NewsArticle in JSON-LD'] : []),
    ...issues.map(({ path, message }) => `NewsArticle.${path.join('.')}: ${message}`),
  ]
}

function thingsIn(text: string): { things: unknown[]; fault?: string } {
  try {
    return { things: flattened(JSON.parse(text)) }
  } catch (error) {
    return { things: [], fault: `JSON-LD cannot be read: ${String(error)}` }
  }
}

/** A script holds one thing, a list, or a graph of things. */
function flattened(value: unknown): unknown[] {
  if (Array.isArray(value)) return value.flatMap(flattened)
  return typeof value === 'object' && value !== null && '@graph' in value ? flattened(value['@graph']) : [value]
}

/** What is only named by its `@id` stands elsewhere on the page (JSON-LD 1.1, "Node identifiers"). */
function withNamed(article: object, things: readonly unknown[]): Record<string, unknown> {
  const named = new Map(things.filter(isThing).map((thing) => [thing['@id'], thing]))
  const found = (value: unknown) => (isThing(value) ? (named.get(value['@id']) ?? value) : value)
  return Object.fromEntries(Object.entries(article).map(([key, value]) => [key, found(value)]))
}

const isThing = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && '@id' in value

const isNewsArticle = (thing: unknown): thing is object =>
  typeof thing === 'object' && thing !== null && '@type' in thing && [thing['@type']].flat().includes('NewsArticle')

import type * as Yaml from 'yaml'
import { z } from 'zod'
import { loadLater } from '#platform/load-later.ts'
import { Invalid } from '#platform/refusals.ts'
import { language } from '#platform/settings.ts'

const yamlLibrary = loadLater<typeof Yaml>('yaml')

const word = z.string().trim().min(1)
const webAddress = z.url({ protocol: /^https?$/ })
const saying = z.union([
  word.transform((name) => ({ name })),
  z.strictObject({ name: word, url: webAddress.optional() }),
])
const share = z.number().min(0).max(1)
const oneOrMore = <Item extends z.ZodType>(item: Item) =>
  z.union([item.transform((one) => [one]), z.array(item)]).default([])

const leadImage = z.strictObject({
  src: word,
  alt: z.string().optional(),
  caption: z.string().optional(),
  credit: z.string().optional(),
  /** The point that no crop may lose, as shares of width and height from the top left: `[0.5, 0.3]`. */
  focus: z
    .tuple([share, share])
    .transform(([x, y]) => ({ x, y }))
    .optional(),
})

const frontMatter = z.strictObject({
  title: word,
  slug: word.optional(),
  lang: language.optional(),
  section: word.optional(),
  topics: oneOrMore(word),
  brands: oneOrMore(word),
  writer: oneOrMore(word),
  editor: oneOrMore(word),
  photo: oneOrMore(word),
  source: oneOrMore(saying),
  via: oneOrMore(saying),
  /** The lead picture: a file in this one's folder (`foto.jpg`, `foto/layar.jpg`), a web address or a path of the site. */
  image: z.union([word.transform((src): z.infer<typeof leadImage> => ({ src })), leadImage]).optional(),
  published: z.union([z.string(), z.date().transform((date) => date.toISOString())]).optional(),
  summary: z.string().trim().optional(),
  dateline: word.optional(),
  /** The slug of the same story in the other language. */
  pair: word.optional(),
  /** A page stands by itself, outside of lists and feeds: about, contact. */
  kind: z.enum(['article', 'page']).default('article'),
})

const longest = 20_000

/** What stands above an article's text in a file. */
export type FrontMatter = z.infer<typeof frontMatter>

/**
 * Reads `---`, YAML, `---`, Markdown. `image` may name a picture file beside the text, as the text's own pictures may.
 *
 * @param name of the file, for the refusal
 * @throws Invalid naming the file and the line or the field
 */
export function readFrontMatter(name: string, text: string): { matter: FrontMatter; markdown: string } {
  const [, yaml, markdown] = /^\uFEFF?---[ \t]*\r?\n(.*?\r?\n)?---[ \t]*(?:\r?\n(.*))?$/s.exec(text) ?? []
  if (yaml === undefined)
    throw new Invalid(
      `${name}: the file must begin with front matter: a line "---", then fields such as "title: ...", then a line "---"`,
    )
  if (yaml.length > longest)
    throw new Invalid(`${name}: the front matter is longer than ${longest} characters; the text belongs below it`)
  const { LineCounter, parseDocument } = yamlLibrary()
  const lines = new LineCounter()
  const parsed = parseDocument(yaml, { lineCounter: lines })
  const [error] = parsed.errors
  // The first line of the file is the "---" above.
  if (error) throw new Invalid(`${name}, line ${(error.linePos?.[0].line ?? 0) + 1}: ${inWords(error)}`)
  const matter = frontMatter.safeParse(plain(name, parsed) ?? {})
  if (!matter.success) throw new Invalid(`${name}: ${sentence(matter.error)}`)
  return { matter: matter.data, markdown: markdown ?? '' }
}

/** The commonest slip gets its own sentence: a caption or summary with a colon in it. */
const inWords = ({ code, message }: Yaml.YAMLParseError): string =>
  code === 'BLOCK_AS_IMPLICIT_KEY'
    ? 'the value holds a colon and a blank (": "): put it in quotes, such as summary: "Uji: lima bank daya"'
    : (message.split(' at line')[0] ?? message)

/** Aliases could spell a bomb in a few lines, and no front matter needs them. */
function plain(name: string, yaml: Yaml.Document): unknown {
  try {
    return yaml.toJS({ maxAliasCount: 0 })
  } catch (error) {
    if (error instanceof ReferenceError)
      throw new Invalid(`${name}: the front matter uses an alias ("*name"); write the value out instead`)
    throw error
  }
}

function sentence(error: z.ZodError): string {
  return error.issues
    .map((issue) => {
      if (issue.code === 'unrecognized_keys')
        return `unknown field "${issue.keys.join('", "')}": ${Object.keys(frontMatter.shape).join(', ')} are the fields`
      const field = issue.path.join('.')
      if (issue.path.length === 1 && issue.input === undefined && issue.message.includes('undefined'))
        return `the field "${field}" is missing`
      return field === ''
        ? `the front matter must be fields such as "title: ..."`
        : `the field "${field}" cannot be used: ${issue.message}`
    })
    .join('; ')
}

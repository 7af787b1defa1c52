import type * as Yaml from 'yaml'
import { z } from 'zod'
import { loadLater } from '#platform/load-later.ts'
import { Invalid } from '#platform/refusals.ts'
import { siteDescription, siteName, siteZone } from '#platform/settings.ts'

const yamlLibrary = loadLater<typeof Yaml>('yaml')

const word = z.string().trim().min(1).max(200)
const words = z.string().trim().max(1000)
const webAddress = z.url({ protocol: /^https?$/ })
const named = z.strictObject({ name: word, slug: word.optional(), description: words.optional() })
const inEach = <Each extends z.ZodType>(each: Each) => z.strictObject({ id: each.optional(), en: each.optional() })
const each = <Item extends z.ZodType>(item: Item) => z.array(item).default([])

const topic = inEach(named)
const isNamed = ({ id, en }: z.infer<typeof topic>): boolean => Boolean(id ?? en)
const namedOnce = 'it has no name in any language: write id: {name: ...}'
const section = topic.extend({
  get below(): z.ZodOptional<z.ZodArray<typeof section>> {
    return z.array(section.refine(isNamed, namedOnce)).optional()
  },
})
const person = inEach(z.strictObject({ post: words.default(''), about: words.default('') })).extend({
  name: word,
  initials: word.optional(),
})
const brand = inEach(z.strictObject({ about: words })).extend({ name: word, url: webAddress.optional() })

const newsroomFile = z.strictObject({
  name: siteName.schema.optional(),
  zone: siteZone.schema.optional(),
  description: z
    .strictObject({ id: siteDescription.id.schema.optional(), en: siteDescription.en.schema.optional() })
    .default({}),
  sections: each(section.refine(isNamed, namedOnce)),
  topics: each(topic.refine(isNamed, namedOnce)),
  people: each(person),
  brands: each(brand),
  /** Slugs of the stories on the front page, the lead first. */
  front: inEach(z.array(word)).default({}),
})

/** A newsroom as its operator writes it down: what the site is called, what it covers, and who works there. */
export type NewsroomFile = z.infer<typeof newsroomFile>
export type SectionEntry = z.infer<typeof section>

/**
 * Reads a newsroom file.
 *
 * @param name of the file, for the refusal
 * @throws Invalid naming the file and the line or the field
 */
export function readNewsroomFile(name: string, text: string): NewsroomFile {
  const { LineCounter, parseDocument } = yamlLibrary()
  const lineCounter = new LineCounter()
  const parsed = parseDocument(text, { lineCounter })
  const [error] = parsed.errors
  if (error) throw new Invalid(`${name}, line ${error.linePos?.[0].line ?? 1}: ${error.message.split(' at line')[0]}`)
  const file = newsroomFile.safeParse(plain(name, parsed) ?? {})
  if (!file.success) throw new Invalid(`${name}: ${sentence(file.error)}`)
  return file.data
}

/** Aliases could spell a bomb in a few lines, and no newsroom needs them. */
function plain(name: string, yaml: Yaml.Document): unknown {
  try {
    return yaml.toJS({ maxAliasCount: 0 })
  } catch (error) {
    if (error instanceof ReferenceError)
      throw new Invalid(`${name} uses an alias ("*name"); write the value out instead`)
    throw error
  }
}

function sentence(error: z.ZodError): string {
  return error.issues
    .map((issue) => {
      const field = issue.path.length > 0 ? `the field "${issue.path.join('.')}"` : 'the file'
      return issue.code === 'unrecognized_keys'
        ? `${field} has an unknown "${issue.keys.join('", "')}"`
        : `${field} cannot be used: ${issue.message}`
    })
    .join('; ')
}

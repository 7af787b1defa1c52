import type * as Yaml from 'yaml'
import { z } from 'zod'
import { loadLater } from '#platform/load-later.ts'
import { Invalid } from '#platform/refusals.ts'

const yamlLibrary = loadLater<typeof Yaml>('yaml')

const word = z.string().trim().min(1).max(200)
const words = z.string().trim().max(1000)
const webAddress = z.url({ protocol: /^https?$/ })
const named = z.strictObject({ name: word, slug: word.optional(), description: words.optional() })
const inEach = <Each extends z.ZodType>(each: Each) => z.strictObject({ id: each.optional(), en: each.optional() })
const each = <Item extends z.ZodType>(item: Item) => z.array(item).default([])

const topic = inEach(named)
const section = topic.extend({
  get below(): z.ZodOptional<z.ZodArray<typeof section>> {
    return z.array(section).optional()
  },
})
const person = inEach(z.strictObject({ post: words.default(''), about: words.default('') })).extend({
  name: word,
  initials: word.optional(),
})
const brand = inEach(z.strictObject({ about: words })).extend({ name: word, url: webAddress.optional() })

const newsroomFile = z.strictObject({
  name: word.optional(),
  zone: word.optional(),
  description: inEach(words).default({}),
  sections: each(section),
  topics: each(topic),
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
  if (!file.success) throw new Invalid(`${name}: ${z.prettifyError(file.error)}`)
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

import { z } from 'zod'
import type { Written, WrittenSource } from '#articles'
import { idField, several } from '../forms/form.ts'

/** Names in a row: "Xiaomi, Redmi Note 5". */
const names = z
  .string()
  .max(4000)
  .default('')
  .transform((text) => [...new Set(namesIn(text))])

const namesIn = (text: string): string[] =>
  text
    .split(/[,\n]/)
    .map((name) => name.replace(/\s+/g, ' ').trim())
    .filter((name) => name !== '')

/** A line for each: "The Verge | https://theverge.example/xiaomi". */
const sources = z
  .string()
  .max(8000)
  .default('')
  .transform((text) => text.split('\n').flatMap(sourceIn))
  .pipe(z.array(z.object({ name: z.string().max(200), url: z.url({ protocol: /^https?$/ }).optional() })).max(20))

function sourceIn(line: string): WrittenSource[] {
  const [name = '', url = ''] = line.split('|').map((part) => part.trim())
  return name === '' ? [] : [{ name, ...(url !== '' && { url }) }]
}

const optional = (most: number) =>
  z
    .string()
    .trim()
    .max(most)
    .default('')
    .transform((text) => (text === '' ? undefined : text))

/** Everything besides the text that a writer fills in. The same names stand in the form and in what a script sends. */
export const writtenFields = {
  // Its field grows, so a browser may break the line.
  title: z
    .string()
    .transform((text) => text.replace(/\s+/g, ' ').trim())
    .pipe(z.string().max(300)),
  slug: optional(120),
  summary: z.string().trim().max(600).default(''),
  dateline: optional(80),
  section: z.union([z.literal('').transform(() => undefined), idField]).optional(),
  sections: several(idField),
  topics: names,
  brands: names,
  writer: names,
  editor: names,
  photo: names,
  source: sources,
  via: sources,
  seoTitle: optional(200),
  seoDescription: optional(600),
}

type Fields = z.output<z.ZodObject<typeof writtenFields>>

/** @param document the text, whichever way it came */
export function writtenFrom({ seoTitle, seoDescription, ...fields }: Fields, document: Written['document']): Written {
  const seo = {
    ...(seoTitle !== undefined && { title: seoTitle }),
    ...(seoDescription !== undefined && { description: seoDescription }),
  }
  return { ...fields, ...(Object.keys(seo).length > 0 && { seo }), document }
}

export const namesText = (all: readonly string[]): string => all.join(', ')
export const sourcesText = (all: readonly WrittenSource[]): string =>
  all.map(({ name, url }) => (url === undefined ? name : `${name} | ${url}`)).join('\n')

import { parseDocument } from 'yaml'
import { z } from 'zod'
import { isSpecification, specificationNames } from '../specifications/registry.ts'
import { provenanceKinds } from '../tables.ts'

export const recordFields = [
  'key',
  'brand',
  'name',
  'category',
  'announced',
  'released',
  'code',
  'codename',
  'alias',
] as const
export type RecordField = (typeof recordFields)[number]

const isField = (word: string): word is RecordField => recordFields.some((field) => field === word)

const target = z.string().refine((word) => isField(word) || isSpecification(word), {
  error: ({ input }) =>
    `"${String(input)}" is neither a field (${recordFields.join(', ')}) nor a specification (${specificationNames.join(', ')})`,
})

const column = z.strictObject({
  is: target,
  /** What its numbers are in, where the cells do not say: `GB`. */
  unit: z.string().optional(),
  /** What stands between several values of one cell. */
  split: z.string().min(1).optional(),
  /** Which of several: `front`. */
  label: z.string().optional(),
  /** Of a code or an alias: where it is sold under it. */
  market: z
    .string()
    .regex(/^[A-Z]{2}$/, 'a market is two capital letters such as ID')
    .optional(),
})
export type MappedColumn = z.infer<typeof column>

const mappingSchema = z.strictObject({
  provenance: z
    .strictObject({
      kind: z.enum(provenanceKinds),
      name: z.string().min(1),
      url: z.url().optional(),
      licence: z.string().optional(),
    })
    .optional(),
  /** The brand of every row, where no column says it. */
  brand: z.string().optional(),
  separator: z.string().length(1).optional(),
  columns: z.record(
    z.string(),
    z.preprocess((value) => (typeof value === 'string' ? { is: value } : value), column),
  ),
})
export type Mapping = z.output<typeof mappingSchema>

/**
 * Reads a mapping file, YAML or JSON: which column of a table is which field or specification.
 *
 * @returns what of it is wrong, in words
 */
export function readMapping(text: string): Mapping | string {
  const document = parseDocument(text, { logLevel: 'silent' })
  const [error] = document.errors
  if (error) return `it is neither YAML nor JSON (${error.message.split('\n')[0]})`
  const read = mappingSchema.safeParse(document.toJS())
  return read.success ? read.data : z.prettifyError(read.error)
}

/** Where nobody says otherwise, a column is what its name says; others are kept in what was said. */
export const mappingOfNames = (names: Iterable<string>): Mapping => ({
  columns: Object.fromEntries(
    [...names].filter((name) => isField(name) || isSpecification(name)).map((name) => [name, { is: name }]),
  ),
})

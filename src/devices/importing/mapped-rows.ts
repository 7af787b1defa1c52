import { formOf } from '../form.ts'
import { readValue } from '../specifications/read-value.ts'
import { isSpecification, specificationOf, type SpecificationName } from '../specifications/registry.ts'
import type { Value } from '../specifications/value.ts'
import { categories } from '../tables.ts'
import { categoryIn } from './lineage/category.ts'
import type { MappedColumn, Mapping, RecordField } from './mapping.ts'
import { memoryValues } from './memory-sizes.ts'
import type { DeviceRecord, Problem, ReadRecords } from './record.ts'
import { dateIn } from './release-dates.ts'
import { isNothing } from './tree.ts'
import { withoutBrand } from './without-brand.ts'

/** One device of a table: what stands in each column, and the whole as it was said. */
export interface MappedRow {
  where: string
  cells: ReadonlyMap<string, readonly string[]>
  raw: string
}

interface Cell extends MappedColumn {
  words: string
}

/** Makes records of rows, as a mapping says which column is what. */
export function mappedRows(rows: Iterable<MappedRow>, mapping: Mapping): ReadRecords {
  const read = [...rows].map((row) => mappedRow(row, mapping))
  const problems = read.flatMap((row) => row.problems)
  return { records: read.flatMap(({ record }) => record ?? []), problems }
}

function mappedRow({ where, cells, raw }: MappedRow, mapping: Mapping): { record?: DeviceRecord; problems: Problem[] } {
  const said = Object.entries(mapping.columns).flatMap(([name, column]) => cellsOf(cells.get(name) ?? [], column))
  const all = (field: RecordField) => said.filter(({ is }) => is === field)
  const one = (field: RecordField) => all(field)[0]?.words
  const brand = one('brand') ?? mapping.brand ?? ''
  const name = withoutBrand(one('name') ?? '', brand)
  if (formOf(brand) === '' || formOf(name) === '')
    return { problems: [{ where, what: 'it has no brand or no name', todo: 'fill in both, or leave the row out' }] }
  const dates = (['announced', 'released'] as const).map((field) => ({ field, words: one(field) }))
  const [announced, released] = dates.map(({ words }) => (words === undefined ? undefined : dateIn(words)))
  const record: DeviceRecord = {
    key: one('key') ?? `${formOf(brand)} ${formOf(name)}`,
    where,
    brand,
    name,
    category: categoryOf(one('category')),
    announced,
    released,
    releases: [],
    codes: all('code').map(({ words, market }) => ({ code: words, market })),
    names: [
      ...all('codename').map(({ words }) => ({ kind: 'codename' as const, words, needsBrand: true })),
      ...all('alias').map(({ words, market }) => ({ kind: 'market' as const, words, market })),
    ],
    says: saysIn(said),
    provenance: mapping.provenance,
    raw,
  }
  const wrong = dates.filter(({ words }) => words !== undefined && dateIn(words) === undefined)
  return { record, problems: wrong.map(({ field, words }) => noDate(where, field, words)) }
}

const noDate = (where: string, field: string, words = ''): Problem => ({
  where,
  what: `"${words}" is no date for ${field}`,
  todo: 'write a year, a month or a day such as 2018, 2018-03 or 2018-03-25',
  isPart: true,
})

const cellsOf = (texts: readonly string[], column: MappedColumn): Cell[] =>
  texts
    .flatMap((text) => (column.split === undefined ? [text] : text.split(column.split)))
    .filter((words) => !isNothing(words))
    .map((words) => ({ ...column, words: words.trim() }))

const categoryOf = (words: string | undefined) =>
  words === undefined
    ? undefined
    : (categories.find((category) => category === words.toLowerCase()) ?? categoryIn(words))

function saysIn(cells: readonly Cell[]) {
  const said = Map.groupBy(cells, ({ is }) => is)
  return [...said].flatMap(([name, of]) =>
    isSpecification(name) ? [{ name, values: of.flatMap((cell) => valuesOf(name, cell)) }] : [],
  )
}

/** With the column's unit where the cell has none. What cannot be read stays words. */
function valuesOf(name: SpecificationName, { words, unit, label }: Cell): Value[] {
  const said = unit !== undefined && /[\d)]\s*$/.test(words) ? `${words} ${unit}` : words
  const values =
    specificationOf(name).unit === 'MB' ? memoryValues(said) : [readValue(name, said) ?? { words, raw: words }]
  return values.map((value) => ({ ...value, raw: words, ...(label !== undefined && { label }) }))
}

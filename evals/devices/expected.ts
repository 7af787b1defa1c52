export const columns = [
  'vendor',
  'name',
  'type',
  'release',
  'screen_in',
  'battery_mah',
  'ram_mb',
  'storage_mb',
  'models',
] as const
export type Column = (typeof columns)[number]

export interface Expected {
  file: string
  cells: Record<Column, string[]>
  /** A slip in the source: what it may mean is right, and nothing is, too. */
  isDoubtful: boolean
}

/** Reads the table of what the catalogue must say of each file: a column of tab-separated text, several values with `|` between. */
export function readExpected(text: string): Expected[] {
  const [head = [], ...rows] = text
    .split(/\r?\n/)
    .filter((line) => line !== '')
    .map((line) => line.split('\t'))
  return rows.map((row) => {
    const cell = (column: string) => row[head.indexOf(column)] ?? ''
    const several = (column: Column) =>
      /^(?:vendor|name|type)$/.test(column) ? [cell(column)] : cell(column).split('|')
    return {
      file: cell('file'),
      // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- its keys are the columns
      cells: Object.fromEntries(
        columns.map((column) => [column, several(column).filter((value) => value !== '')]),
      ) as Expected['cells'],
      isDoubtful: cell('doubt').includes('?'),
    }
  })
}

/** Sets are compared, numbers as numbers. Brands that differ in capitals only are one. */
export function isRight(column: Column, { cells, isDoubtful }: Expected, got: readonly string[]): boolean {
  const [want, have] = [comparable(column, cells[column]), comparable(column, got)]
  if (isDoubtful && have.isSubsetOf(want)) return true
  return want.size === have.size && want.isSubsetOf(have)
}

function comparable(column: Column, values: readonly string[]): Set<string> {
  if (column === 'vendor') return new Set(values.map((value) => value.toLowerCase()))
  return new Set(values.map((value) => (/_/.test(column) ? String(Number(value)) : value.trim())))
}

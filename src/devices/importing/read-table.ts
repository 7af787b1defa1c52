import { delimitedLines, separatorOf } from './delimited.ts'
import { type MappedRow, mappedRows } from './mapped-rows.ts'
import { type Mapping, mappingOfNames } from './mapping.ts'
import type { Problem, ReadRecords } from './record.ts'

/** Reads a table whose first line names its columns, as a mapping says which is what. */
export function readTable(text: string, mapping?: Mapping): ReadRecords {
  const separator = mapping?.separator ?? separatorOf(text)
  const [head, ...lines] = delimitedLines(text, separator, true)
  const names = head?.cells ?? []
  const asked = mapping ?? mappingOfNames(names)
  const rows = lines.map(({ number, cells }): MappedRow => ({
    where: `line ${number}`,
    cells: new Map(names.map((name, index) => [name, [cells[index] ?? '']])),
    raw: JSON.stringify(Object.fromEntries(names.map((name, index) => [name, cells[index] ?? '']))),
  }))
  const { records, problems } = mappedRows(rows, asked)
  return { records, problems: [...missingColumns(asked, names), ...problems] }
}

const missingColumns = ({ columns }: Mapping, names: readonly string[]): Problem[] =>
  Object.keys(columns)
    .filter((column) => !names.includes(column))
    .map((column) => ({
      where: 'line 1',
      what: `there is no column "${column}"; there are: ${names.join(', ')}`,
      todo: 'name it in the mapping as the file does',
      isPart: true,
    }))

import type { Provenance } from '../provenance.ts'
import { categoryIn } from './lineage/category.ts'
import { delimitedLines } from './delimited.ts'
import type { DeviceRecord, Problem, ReadRecords } from './record.ts'
import { formOf } from '../form.ts'
import { withoutBrand } from './without-brand.ts'

/** Who says what the list says. */
export const certifiedProvenance: Provenance = {
  kind: 'register',
  name: 'Google Play supported devices',
  url: 'https://support.google.com/googleplay/answer/1727131',
}

interface Row {
  line: number
  brand: string
  name: string
  codename: string
  code: string
}

/**
 * Reads Google's list of certified devices as tab-separated text: brand, marketing name, device (its code name), model (the code
 * on the box). All rows of a brand and a name are one device; a code may stand under several. A row without a name is named by
 * its code; one without a brand cannot be placed.
 */
export function readCertified(text: string): ReadRecords {
  const problems: Problem[] = []
  const devices = new Map<string, Row[]>()
  for (const { number, cells } of delimitedLines(text, '\t', false)) {
    const [brand = '', name = '', codename = '', code = ''] = cells
    if (number === 1 && brand.toLowerCase() === 'brand') continue
    const row = { line: number, brand, name: withoutBrand(name || code || codename, brand), codename, code }
    const key = `${formOf(brand)} ${formOf(row.name)}`
    if (formOf(brand) === '' || formOf(row.name) === '') problems.push(nameless(row))
    else
      devices
        .set(key, devices.get(key) ?? [])
        .get(key)
        ?.push(row)
  }
  return { records: [...devices].map(([key, rows]) => recordOf(key, rows)), problems }
}

const nameless = ({ line, brand, name }: Row): Problem => ({
  where: `line ${line}`,
  what: formOf(brand) === '' ? `"${name}" has no brand` : `a device of ${brand} has neither a name nor a code`,
  todo: 'add it by hand if it is needed: nothing is guessed',
})

function recordOf(key: string, rows: readonly Row[]): DeviceRecord {
  const all = (field: 'code' | 'codename') => [
    ...new Set(rows.map((row) => row[field]).filter((words) => formOf(words) !== '')),
  ]
  const { line = 0, brand = '', name = '' } = rows[0] ?? {}
  return {
    key,
    where: `line ${line}`,
    brand,
    name,
    category: categoryIn(name),
    releases: [],
    codes: all('code').map((code) => ({ code })),
    names: all('codename').map((words) => ({ kind: 'codename', words, needsBrand: true })),
    says: [],
    raw: JSON.stringify(rows.map((row) => [row.brand, row.name, row.codename, row.code])),
  }
}

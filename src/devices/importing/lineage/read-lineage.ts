import { parseDocument } from 'yaml'
import type { Provenance } from '../../provenance.ts'
import type { SpecificationName } from '../../specifications/registry.ts'
import type { Value } from '../../specifications/value.ts'
import type { DeviceRecord, Problem, ReadRecords } from '../record.ts'
import { dateIn, earliest } from '../release-dates.ts'
import { fieldOf, isMap, isNothing, leavesOf, type Tree, treeOf } from '../tree.ts'
import { cameras } from './cameras.ts'
import { categoryIn } from './category.ts'
import { displays } from './displays.ts'
import { otherNames } from './other-names.ts'
import * as parts from './parts.ts'
import { peripherals } from './peripherals.ts'

/**
 * Reads the description of a device of the LineageOS wiki (`_data/devices/NAME.yml`). Its fields take many forms; whatever none
 * of them is stays as words, and the whole stays in `raw`.
 *
 * @param file its name, which is the key of the record
 */
export function readLineage(text: string, file: string): ReadRecords {
  const key = file.replace(/\.ya?ml$/i, '')
  try {
    // Every scalar as it is written: 1.50 stays 1.50, a number of a model keeps its zeros.
    const document = parseDocument(text, { schema: 'failsafe', uniqueKeys: false, logLevel: 'silent' })
    const [error] = document.errors
    if (error) return refused(file, `it is no YAML (${error.message.split('\n')[0]})`)
    return lineageRecord(document.toJS(), key, file)
  } catch (error) {
    return refused(file, `it cannot be read (${error instanceof Error ? error.message : String(error)})`)
  }
}

const refused = (where: string, what: string): ReadRecords => ({
  records: [],
  problems: [{ where, what, todo: 'mend the file, or leave it out' }],
})

/** The same of a value that was parsed. */
export function lineageRecord(value: unknown, key: string, where: string): ReadRecords {
  const tree = treeOf(value)
  if (!isMap(tree)) return refused(where, 'it describes no device: it is no map of fields')
  const text = (field: string) => leavesOf(fieldOf(tree, field)).map(({ words }) => words)[0] ?? ''
  const [brand, name] = [text('vendor'), nameIn(fieldOf(tree, 'name'))]
  if (brand === '' || name === '') return refused(where, 'it has no vendor or no name')
  const { released, releases, problems } = releasesIn(fieldOf(tree, 'release'), where)
  const codename = text('codename')
  const type = text('type')
  const record: DeviceRecord = {
    key,
    where,
    brand,
    name,
    ...(type !== '' && { category: categoryIn(type) }),
    released,
    releases,
    codes: codesIn(fieldOf(tree, 'models')).map((code) => ({ code })),
    names: [
      ...(codename === '' ? [] : [{ kind: 'codename' as const, words: codename, needsBrand: true }]),
      ...otherNames(name).map((words) => ({ kind: 'market' as const, words, needsBrand: !/\d/.test(words) })),
    ],
    says: saysIn(tree),
    provenance: pageOf(codename, text('variant')),
    raw: JSON.stringify(tree),
  }
  return { records: [record], problems }
}

const nameIn = (tree: Tree | undefined): string =>
  leavesOf(tree)
    .map(({ words }) => words)
    .join(' / ')

/** A list, several in one text, or below labels. */
const codesIn = (tree: Tree | undefined): string[] => [
  ...new Set(leavesOf(tree).flatMap(({ words }) => words.split(/\s*[,;|]\s*/).filter((code) => !isNothing(code)))),
]

function releasesIn(tree: Tree | undefined, where: string) {
  const leaves = leavesOf(tree).map(({ words, label }) => ({ words, label, at: dateIn(words) }))
  const problems: Problem[] = leaves
    .filter(({ at }) => at === undefined)
    .map(({ words }) => ({
      where,
      what: `its release "${words}" is no date`,
      todo: 'write a year, a month or a day such as 2018, 2018-03 or 2018-03-25',
      isPart: true,
    }))
  const dated = leaves.flatMap(({ at, label = '' }) => (at === undefined ? [] : [{ at, label }]))
  const dates = dated.map(({ at }) => at)
  return { released: earliest(dates), releases: new Set(dates).size > 1 ? dated : [], problems }
}

function saysIn(tree: { readonly [key: string]: Tree }) {
  const field = (name: string) => fieldOf(tree, name)
  const all: [SpecificationName, Value[]][] = [
    ...displays(field('screen')),
    ...parts.battery(field('battery')),
    ...parts.dimensions(field('dimensions')),
    ...cameras(field('cameras')),
    ...peripherals(field('peripherals')),
    ...parts.card(field('sdcard')),
    parts.memory('ram', field('ram')),
    parts.memory('storage', field('storage')),
    parts.storageType(field('storage')),
    parts.plain('chipset', field('soc')),
    parts.plain('cpu', field('cpu')),
    parts.plain('gpu', field('gpu')),
    parts.plain('wifi', field('wifi')),
    parts.cores(field('cpu_cores')),
    parts.clocks(field('cpu_freq')),
    parts.network(field('network')),
    parts.bluetooth(field('bluetooth')),
    parts.architecture(field('architecture')),
  ]
  return all.filter(([, values]) => values.length > 0).map(([name, values]) => ({ name, values }))
}

/** The licence asks for being named wherever it is shown. */
export const lineageProvenance: Provenance = {
  kind: 'dataset',
  name: 'LineageOS wiki contributors',
  url: 'https://wiki.lineageos.org/devices/',
  licence: 'CC BY-SA 3.0',
}

/** Each device has a page there, each variant of a code name its own. */
function pageOf(codename: string, variant: string): Provenance {
  const page = /^[\w.+-]+$/.test(codename) ? `${codename}/${/^\d+$/.test(variant) ? `variant${variant}/` : ''}` : ''
  return { ...lineageProvenance, url: `${lineageProvenance.url}${page}` }
}

/** Reads such descriptions kept in one file: a line of JSON for each, `{"file": "A6020.yml", "device": {...}}`. */
export function readLineageLines(text: string): ReadRecords {
  const lines = text.split('\n').map((line, index) => ({ line, where: `line ${index + 1}` }))
  const read = lines.filter(({ line }) => line.trim() !== '').map(({ line, where }) => readLine(line, where))
  return { records: read.flatMap(({ records }) => records), problems: read.flatMap(({ problems }) => problems) }
}

function readLine(line: string, where: string): ReadRecords {
  try {
    const held = treeOf(JSON.parse(line))
    const file = isMap(held) ? fieldOf(held, 'file') : undefined
    if (!isMap(held) || typeof file !== 'string') return refused(where, 'it has no "file" and "device"')
    return lineageRecord(fieldOf(held, 'device'), file.replace(/\.ya?ml$/i, ''), where)
  } catch {
    return refused(where, 'it is no JSON')
  }
}

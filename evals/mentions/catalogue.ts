import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { parse } from 'yaml'
import { z } from 'zod'
import { formOf } from '#devices'
import { type Day, readFuzzyDate } from '#platform/fuzzy-date.ts'

/** What the files of a folder say of one device. */
export interface ListedDevice {
  brand: string
  names: Set<string>
  codes: Set<string>
  from?: Day
  to?: Day
}

export interface Catalogue {
  devices: ListedDevice[]
  /** Brands by the form of their name; a brand is known where a list of chosen makers names it. */
  brands: Map<string, { name: string; isKnown: boolean }>
}

/** Lists write one maker in several ways; some makers' second names stand in the names of their devices. */
const makers: Record<string, string> = {
  lge: 'LG',
  'tct alcatel': 'Alcatel',
  blackshark: 'Black Shark',
  'zte nubia': 'Nubia',
}
const secondNames = new Map([
  ['redmi', 'Redmi'],
  ['poco', 'POCO'],
])
const secondMaker = 'Xiaomi'

/** Reads a folder laid out as the device data: `model-codes/*.tsv`, `apple/*.json`, `lineage/*.yml`. */
export async function readCatalogue(folder: string): Promise<Catalogue> {
  const devices = new Map<string, ListedDevice>()
  const brands: Catalogue['brands'] = new Map()

  function add(said: { brand: string; names: string[]; codes: string[]; date?: string; isChosen: boolean }): void {
    const [first = ''] = said.names
    const { brand, prefix } = makerOf(said.brand.trim(), first, brands)
    const form = formOf(brand)
    if (form === '' || formOf(first) === '') return
    const known = brands.get(form)
    brands.set(form, { name: known?.name ?? brand, isKnown: said.isChosen || (known?.isKnown ?? false) })
    const names = said.names.map((name) => prefix + name)
    const key = `${form} ${keyWithout(names[0] ?? '', form)}`
    const device = devices.get(key) ?? { brand: form, names: new Set<string>(), codes: new Set<string>() }
    for (const name of names) device.names.add(name)
    for (const code of said.codes) device.codes.add(code)
    const date = said.date === undefined ? undefined : readFuzzyDate(said.date)
    if (date) Object.assign(device, { from: date.from, to: date.to })
    devices.set(key, device)
  }

  for (const said of [
    ...(await lineage(folder)),
    ...(await apple(folder)),
    ...(await mobileModels(folder)),
    ...(await certified(folder)),
  ])
    add(said)
  return { devices: [...devices.values()], brands }
}

const keyWithout = (name: string, brand: string): string => {
  const form = formOf(name)
  return (form.startsWith(`${brand} `) ? form.slice(brand.length + 1) : form).replaceAll(' ', '')
}

/** "realme 3" that a list has under Oppo is Realme's. */
function makerOf(brand: string, name: string, brands: Catalogue['brands']): { brand: string; prefix: string } {
  const form = formOf(brand)
  const second = secondNames.get(form)
  if (second !== undefined) {
    const isNamed = [...secondNames.keys(), 'mi', 'xiaomi', 'mitv'].some((word) => formOf(name).startsWith(word))
    return { brand: secondMaker, prefix: isNamed ? '' : `${second} ` }
  }
  const [head = ''] = formOf(name).split(' ')
  const other = brands.get(head)
  if (other?.isKnown === true && head !== form && head.length > 2 && formOf(name) !== head)
    return { brand: other.name, prefix: '' }
  return { brand: makers[form] ?? brand, prefix: '' }
}

const lines = async (folder: string, file: string): Promise<string[][]> =>
  (await readFile(join(folder, 'model-codes', file), 'utf8').catch(() => ''))
    .split('\n')
    .slice(1)
    .filter((line) => line !== '')
    .map((line) => line.split('\t'))

async function certified(folder: string) {
  return (await lines(folder, 'android-certified.tsv')).map(([brand = '', name = '', , model = '']) => ({
    brand,
    names: [name],
    codes: [model],
    isChosen: false,
  }))
}

async function mobileModels(folder: string) {
  return (await lines(folder, 'mobilemodels.tsv')).map(([brand = '', , device = '', , , code = '']) => ({
    brand,
    names: device.replaceAll(/\s*\(`[^)]*\)/g, '').split(/\s+\/\s+/),
    codes: [code],
    isChosen: true,
  }))
}

const appleForm = z.array(
  z.object({ Generation: z.string(), ANumber: z.union([z.string(), z.array(z.string())]).optional() }),
)

async function apple(folder: string) {
  const files = await readdir(join(folder, 'apple')).catch(() => [])
  const read = await Promise.all(
    files.map(async (file) => appleForm.parse(JSON.parse(await readFile(join(folder, 'apple', file), 'utf8')))),
  )
  return read.flat().map(({ Generation, ANumber = [] }) => ({
    brand: 'Apple',
    names: [Generation],
    codes: [ANumber].flat(),
    isChosen: true,
  }))
}

const lineageForm = z.object({
  vendor: z.string(),
  name: z.coerce.string(),
  models: z.array(z.coerce.string()).nullish(),
  release: z.unknown(),
})

async function lineage(folder: string) {
  const files = (await readdir(join(folder, 'lineage')).catch(() => [])).filter((file) => file.endsWith('.yml'))
  const texts = await Promise.all(files.map((file) => readFile(join(folder, 'lineage', file), 'utf8')))
  return texts.map((text) => {
    const { vendor, name, models, release } = lineageForm.parse(parse(text, { schema: 'failsafe' }))
    return {
      brand: vendor,
      names: [name],
      codes: models ?? [],
      isChosen: true,
      ...(typeof release === 'string' && { date: release }),
    }
  })
}

import { existsSync, mkdirSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { DatabaseSync } from 'node:sqlite'
import { homeMarkets, keepHomeMarkets, keepObservations, keepProvenance, type Observation } from '#devices'
import { keepOrganisation } from '#organisations'
import type { Id } from '#platform/database/tables.ts'
import type { Gawai } from '#platform/gawai.ts'
import { fillCatalogue, seeded } from '#test/catalogue.ts'
import { openSite } from '../src/app.ts'

/** Made once and kept. Counts up when what is made changes. */
const version = 1
const atOnce = 500
const [shops, years, pricedDevices] = [10, 5, 11]
const day = 86_400_000
const days = Math.round(years * 365.25)
const shareOfChanges = 0.2

/** A catalogue that is measured, and what it cost to feed prices into it. */
export interface Catalogue {
  folder: string
  /** The device that holds a share of all observations. */
  priced: Id
  observations: number
  /** Rows of `price`. */
  rows: number
  bytes: number
  seconds: number
}

/**
 * A data folder with so many generated devices, and a million observations of the prices of eleven of them: ten shops in each of
 * five markets, daily for five years, on every fifth day another price. The same in every run.
 *
 * @param say told how far it is
 */
export async function catalogueOf(devices: number, say: (words: string) => void): Promise<Catalogue> {
  const folder = fileURLToPath(new URL(`./out/catalogue-${version}-${devices}`, import.meta.url))
  const told = join(folder, 'fed.json')
  if (existsSync(told)) return { ...(JSON.parse(readFileSync(told, 'utf8')) as Catalogue), folder } // oxlint-disable-line typescript/no-unsafe-type-assertion -- written below
  const making = `${folder}.making`
  rmSync(making, { recursive: true, force: true })
  mkdirSync(making, { recursive: true })
  const ids = await inSite(making, (gawai) => makeDevices(gawai, devices, say))
  const before = sizeOf(making)
  const began = performance.now()
  const observations = await inSite(making, (gawai) => feedPrices(gawai, ids.slice(0, pricedDevices), say))
  const seconds = (performance.now() - began) / 1000
  const fed = { priced: ids[0] ?? 0, observations, rows: rowsOf(making), bytes: sizeOf(making) - before, seconds }
  writeFileSync(join(making, 'fed.json'), JSON.stringify(fed))
  renameSync(making, folder)
  return { ...fed, folder }
}

async function inSite<Answer>(data: string, work: (gawai: Gawai) => Promise<Answer>): Promise<Answer> {
  const { gawai } = await openSite({ data, port: 0, host: '127.0.0.1', proxy: [], pageStore: 'off' })
  try {
    return await work(gawai)
  } finally {
    await gawai.close()
  }
}

async function makeDevices(gawai: Gawai, devices: number, say: (words: string) => void): Promise<Id[]> {
  const ids: Id[] = []
  for (let from = 0; from < devices; from += atOnce) {
    say(`making devices: ${from} of ${devices}`)
    const made = await gawai.write((unit) => fillCatalogue(unit, { devices: Math.min(atOnce, devices - from), from }))
    ids.push(...made.map(({ id }) => id))
  }
  return ids
}

/** @returns how many observations were fed in */
async function feedPrices(gawai: Gawai, devices: readonly Id[], say: (words: string) => void): Promise<number> {
  await gawai.write(keepHomeMarkets)
  const random = seeded(1)
  let fed = 0
  for (let shop = 0; shop < shops; shop += 1)
    for (const { code: market, currency } of homeMarkets)
      for (const device of devices) {
        say(`feeding prices: ${fed}`)
        fed += await gawai.write(async (unit) => {
          const name = `Toko ${shop + 1} ${market}`
          const provenance = await keepProvenance(unit, { kind: 'retailer', name })
          const offer = { device, shop: await keepOrganisation(unit, { name, kind: 'shop' }), market, currency }
          const seen = observed(random, provenance, unit.now)
          await keepObservations(unit, [{ offer, seen }])
          return seen.length
        })
      }
  return fed
}

/** What one shop asked each day until now. */
function observed(random: () => number, provenance: Id, now: number): Observation[] {
  let amount = 1_000_000 + Math.floor(random() * 9_000_000)
  return Array.from({ length: days }, (_, index) => {
    if (random() < shareOfChanges) amount = Math.max(1000, Math.round(amount * (0.9 + random() * 0.2)))
    return { at: now - (days - 1 - index) * day, amount, stock: 'in' as const, provenance }
  })
}

const sizeOf = (folder: string): number => statSync(join(folder, 'gawai.db')).size

function rowsOf(folder: string): number {
  const database = new DatabaseSync(join(folder, 'gawai.db'), { readOnly: true })
  const rows = Number(database.prepare('select count(*) as rows from price').get()?.['rows'])
  database.close()
  return rows
}

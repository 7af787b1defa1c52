import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { setFlagsFromString } from 'node:v8'
import { runInNewContext } from 'node:vm'
import { gzipSync } from 'node:zlib'
import {
  type Facet,
  type Finder,
  finderOrders,
  type FinderWish,
  openFinder,
  priceHistory,
  pricesOfDevice,
} from '#devices'
import type { Gawai } from '#platform/gawai.ts'
import { seeded } from '#test/catalogue.ts'
import { openSite } from '../src/app.ts'
import type { Catalogue } from './catalogue.ts'
import { copyOf } from './copies.ts'
import { type Case, figureHeads, figureRow, rounds } from './pages.ts'
import { startNode, startSite } from './processes.ts'
import { printTable } from './table.ts'

type Index = Awaited<ReturnType<Finder['index']>>
const day = 86_400_000

/** The finder in process over all devices, its pages beside a bare answer, and what a device with many prices costs to read. */
export async function devices(catalogue: Catalogue): Promise<Record<string, number>> {
  const copy = copyOf(catalogue.folder)
  const { gawai } = await openSite({ data: copy.data, port: 0, host: '127.0.0.1', proxy: [], pageStore: 'off' })
  const found = await finding(gawai)
  const read = await reading(gawai, catalogue)
  await gawai.close()
  const served = await serving(copy.data)
  copy.remove()
  return { ...found, ...read, ...served, ...fed(catalogue) }
}

async function finding(gawai: Gawai): Promise<Record<string, number>> {
  const before = memory()
  const began = performance.now()
  const index = await gawai.use(openFinder).index(gawai)
  const built = performance.now() - began
  const megabytes = memory() - before
  const wishes = wishesOf(index, 3000)
  for (const wish of wishes.slice(0, 500)) index.find(wish)
  const times = wishes.map((wish) => timed(() => index.find(wish)))
  const costs = wishes.map((wish) => cost(() => index.find(wish)))
  const looks: number[] = []
  for (let round = 0; round < 300; round += 1) {
    const at = performance.now()
    await gawai.use(openFinder).index(gawai)
    looks.push(performance.now() - at)
  }
  const plain = timesOf(() => plainLook(index.size))
  console.log(`\nThe index of ${index.size} devices: built in ${built.toFixed(0)} ms, ${megabytes.toFixed(1)} MB.`)
  printTable(
    ['in process', 'p50 ms', 'p99 ms', 'CPU p50 ms', 'CPU p99 ms'],
    [
      ['find, with all counts', ...both(times), ...both(costs)],
      ['find, nothing asked', ...both(timesOf(() => index.find(nothing))), ...both(costsOf(() => index.find(nothing)))],
      ['a plain loop of as many facets', ...both(plain), ...both(costsOf(() => plainLook(index.size)))],
    ],
  )
  return {
    finderP50: at(times, 0.5),
    finderP99: at(times, 0.99),
    finderCpuP99: at(costs, 0.99),
    finderMegabytes: megabytes,
    finderBuilt: built,
    plainP50: at(plain, 0.5),
  }
}

/** What anything would cost that looks at every value of every device. */
function plainLook(size: number): number {
  const column = new Uint32Array(size)
  const counts = new Uint32Array(64)
  for (let facet = 0; facet < 25; facet += 1)
    for (const value of column) counts[value % 64] = (counts[value % 64] ?? 0) + 1
  return counts[0] ?? 0
}

const nothing: FinderWish = { filters: new Map(), order: 'newest', skip: 0, limit: 24 }

/** Up to four filters that some device meets, each time others; now and then words, an order, a price. */
function wishesOf(index: Index, many: number): FinderWish[] {
  const values = [...index.find(nothing).counts].flatMap(([facet, counts]) =>
    [...counts.keys()].map((key): [Facet, string] => [facet, key]),
  )
  const random = seeded(3)
  const pick = <Thing>(things: readonly Thing[]) => things.slice(Math.floor(random() * things.length)).slice(0, 1)
  return Array.from({ length: many }, () => {
    const chosen = Array.from({ length: Math.floor(random() * 5) }, () => pick(values)).flat()
    const filters = new Map(
      [...Map.groupBy(chosen, ([facet]) => facet)].map(([facet, all]) => [facet, all.map(([, key]) => key)]),
    )
    return {
      filters,
      order: pick(finderOrders)[0] ?? 'newest',
      market: 'ID',
      ...(random() < 0.3 && { words: ['ultra', 'lentera note', 'fold 1', 'rimba'][Math.floor(random() * 4)] }),
      ...(random() < 0.1 && { price: { market: 'ID', to: 5_000_000 } }),
      skip: random() < 0.2 ? 240 : 0,
      limit: 24,
    }
  })
}

/** What the page of a device that holds 91,000 observations reads of its prices. */
async function reading(gawai: Gawai, { priced: device, observations }: Catalogue): Promise<Record<string, number>> {
  const now = gawai.clock.now()
  const rows: [string, number, number][] = []
  const measure = async (name: string, read: () => Promise<unknown>) => {
    const times: number[] = []
    for (let round = 0; round < 60; round += 1) {
      const began = performance.now()
      await read()
      if (round >= 10) times.push(performance.now() - began)
    }
    rows.push([name, at(times, 0.5), at(times, 0.99)])
  }
  const wanted = { device, market: 'ID', currency: 'IDR' }
  await measure('prices now, every market', () => pricesOfDevice(gawai, device, now))
  await measure('history of 90 days, one market', () => priceHistory(gawai, { ...wanted, since: now - 90 * day }))
  await measure('history of five years, one market', () => priceHistory(gawai, { ...wanted, since: 0 }))
  console.log(`\nOne device of eleven that hold ${observations} observations:`)
  printTable(['read', 'p50 ms', 'p99 ms'], rows)
  return { pricesP50: rows[0]?.[1] ?? Number.NaN, historyP50: rows[2]?.[1] ?? Number.NaN }
}

/** The pages over the wire: kept, asked each time otherwise, and the least that an answer of as many bytes costs. */
async function serving(data: string): Promise<Record<string, number>> {
  const site = await startSite('Gawai', data)
  const folder = mkdtempSync(join(tmpdir(), 'gawai-bare-'))
  const file = join(folder, 'page.gz')
  writeFileSync(file, gzipSync(await (await fetch(`${site.url}/gawai/saring/?nfc=1`)).text()))
  const bare = await startNode('bare node:http', './bare.ts', [file])
  const slugs = slugsOf(data)
  const random = seeded(5)
  const slug = () => slugs[Math.floor(random() * slugs.length)] ?? ''
  const brands = ['lentera', 'rimba', 'sagara', 'fajar']
  const narrowed = () =>
    `/gawai/saring/?merek=${brands[Math.floor(random() * 4)]}&baterai=${2000 + Math.floor(random() * 5) * 1000}&hal=${1 + Math.floor(random() * 3)}`
  const cases: Case[] = [
    { page: 'finder, kept', server: site, next: () => '/gawai/' },
    { page: 'finder, narrowed', server: site, next: narrowed },
    {
      page: 'comparison of four',
      server: site,
      next: () => `/gawai/bandingkan/?${[1, 2, 3, 4].map(() => `g=${slug()}`).join('&')}`,
    },
    { page: 'as many bytes', server: bare, next: () => '/' },
  ]
  const figures = await rounds(cases, 3)
  await site.stop()
  await bare.stop()
  rmSync(folder, { recursive: true })
  console.log()
  printTable(figureHeads, figures.map(figureRow))
  const [kept, asked, compared, least] = figures.map(({ cpu }) => cpu)
  return {
    finderKeptCpu: kept ?? Number.NaN,
    finderNarrowedCpu: asked ?? Number.NaN,
    comparisonCpu: compared ?? Number.NaN,
    finderBareCpu: least ?? Number.NaN,
  }
}

function slugsOf(data: string): string[] {
  const database = new DatabaseSync(join(data, 'gawai.db'), { readOnly: true })
  const rows = database.prepare('select slug from device order by id limit 2000').all()
  database.close()
  return rows.map(({ slug }) => String(slug))
}

function fed({ observations, rows, bytes, seconds }: Catalogue): Record<string, number> {
  console.log()
  printTable(
    ['prices', 'observations', 'rows kept', 'bytes per observation', 'bytes per row', 'observations/s'],
    [['fed in', observations, rows, bytes / observations, bytes / rows, Math.round(observations / seconds)]],
  )
  return { bytesPerObservation: bytes / observations, bytesPerPriceRow: bytes / rows }
}

function memory(): number {
  setFlagsFromString('--expose-gc')
  runInNewContext('gc')()
  const { heapUsed, arrayBuffers } = process.memoryUsage()
  return (heapUsed + arrayBuffers) / 1024 / 1024
}

function timed(work: () => unknown): number {
  const began = performance.now()
  work()
  return performance.now() - began
}

/** Milliseconds of this thread's processor time: what a busy machine cannot stretch. */
function cost(work: () => unknown): number {
  const already = process.threadCpuUsage()
  work()
  const { user, system } = process.threadCpuUsage(already)
  return (user + system) / 1000
}

const costsOf = (work: () => unknown): number[] => Array.from({ length: 400 }, () => cost(work)).slice(100)
const timesOf = (work: () => unknown): number[] => Array.from({ length: 400 }, () => timed(work)).slice(100)
const at = (times: readonly number[], share: number): number =>
  times.toSorted((one, other) => one - other)[Math.floor(times.length * share)] ?? Number.NaN
const both = (times: readonly number[]): [number, number] => [at(times, 0.5), at(times, 0.99)]

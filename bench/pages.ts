import { cpuOf, type Server, startNginx, startNode, startSite, hasNginx } from './processes.ts'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { putLoad, quantile } from './load.ts'
import { copyOf } from './copies.ts'
import { type Places, placesOf } from './places.ts'
import { median, printTable } from './table.ts'

/** One thing to ask of one server, again in every round. */
export interface Case {
  page: string
  server: Server
  next(): string
}

interface Round {
  rate: number
  p50: number
  p99: number
  cpu: number
}

export interface Figures extends Round {
  page: string
  server: string
}

const connections = 16
const window = 1500

/** Every case once per round, in turn, so that a slow spell of the machine meets them all; then the medians. */
export async function rounds(cases: readonly Case[], times: number): Promise<Figures[]> {
  const found = cases.map((): Round[] => [])
  // Not counted: until the code is compiled and caches are as they will be.
  for (const one of cases) await measure(one, window / 3)
  for (let round = 0; round < times; round += 1)
    for (const [index, one] of cases.entries()) found[index]?.push(await measure(one, window))
  return cases.map(({ page, server }, index) => {
    const of = (name: keyof Round) => median((found[index] ?? []).map((round) => round[name]))
    return { page, server: server.name, rate: of('rate'), p50: of('p50'), p99: of('p99'), cpu: of('cpu') }
  })
}

async function measure({ server, next, page }: Case, duration: number): Promise<Round> {
  const before = cpuOf(server.pids())
  const measured = await putLoad({ url: server.url, next, connections, duration })
  const cpu = (cpuOf(server.pids()) - before) / measured.requests
  if (measured.failed > 0) throw new Error(`${measured.failed} answers of ${server.name} to "${page}" were not 200`)
  return {
    rate: measured.requests / measured.seconds,
    p50: quantile(measured, 0.5),
    p99: quantile(measured, 0.99),
    cpu,
  }
}

export const figureHeads = ['page', 'server', 'requests/s', 'p50 ms', 'p99 ms', 'CPU ms/request']
export const figureRow = ({ page, server, rate, p50, p99, cpu }: Figures) => [page, server, rate, p50, p99, cpu]

/** Hot, cold and uncached pages beside nginx and a bare `node:http` with the same bytes. */
export async function pages(folder: string): Promise<Record<string, number>> {
  const places = placesOf(folder)
  const [kept, uncached] = [copyOf(folder), copyOf(folder)]
  const store = await startSite('Gawai', kept.data)
  const off = await startSite('Gawai, store off', uncached.data, { GAWAI_PAGE_STORE: 'off' })
  const bytes = Buffer.from(await gzipOf(store.url + places.hot))
  const limits = await startLimits(places.hot, bytes)
  const figures = await rounds([...casesOf(places, store, off), ...limits.cases], 5)
  for (const server of [store, off]) await server.stop()
  await limits.stop()
  for (const copy of [kept, uncached]) copy.remove()
  console.log(`\nThe hot article is ${bytes.length} bytes compressed.`)
  printTable(figureHeads, figures.map(figureRow))
  return summary(figures)
}

const casesOf = (places: Places, store: Server, off: Server): Case[] => [
  { page: 'article, hot', server: store, next: () => places.hot },
  { page: 'article, kept, each another', server: store, next: places.nextArticle() },
  { page: 'article, cold, each another', server: off, next: places.nextArticle() },
  { page: 'home, uncached', server: off, next: () => '/' },
  { page: 'section, uncached', server: off, next: () => places.section },
  { page: 'feed, uncached', server: off, next: () => '/feed/' },
]

async function startLimits(path: string, bytes: Buffer) {
  const folder = mkdtempSync(join(tmpdir(), 'gawai-bare-'))
  const file = join(folder, 'page.gz')
  writeFileSync(file, bytes)
  const servers = [await startNode('bare node:http', './bare.ts', [file])]
  if (hasNginx()) servers.push(await startNginx(new Map([[path, bytes]])))
  else console.log('nginx is not installed: measured without it')
  return {
    cases: servers.map((server): Case => ({ page: 'the same bytes', server, next: () => path })),
    async stop() {
      for (const server of servers) await server.stop()
      rmSync(folder, { recursive: true })
    },
  }
}

/** The bytes as they travel: `fetch` would unpack them. */
async function gzipOf(url: string): Promise<Uint8Array> {
  const { get } = await import('node:http')
  return new Promise((resolve, reject) => {
    get(url, { headers: { 'accept-encoding': 'gzip' } }, (response) => {
      const chunks: Buffer[] = []
      response.on('data', (chunk: Buffer) => chunks.push(chunk))
      response.on('end', () => resolve(Buffer.concat(chunks)))
    }).on('error', reject)
  })
}

function summary(figures: readonly Figures[]): Record<string, number> {
  const cpu = (page: string, server: string) =>
    figures.find((one) => one.page.startsWith(page) && one.server.startsWith(server))?.cpu ?? Number.NaN
  return {
    hotCpu: cpu('article, hot', 'Gawai'),
    hotToBare: cpu('article, hot', 'Gawai') / cpu('the same bytes', 'bare'),
    keptCpu: cpu('article, kept', 'Gawai'),
    coldCpu: cpu('article, cold', 'Gawai'),
    homeCpu: cpu('home', 'Gawai'),
    sectionCpu: cpu('section', 'Gawai'),
    feedCpu: cpu('feed', 'Gawai'),
    bareCpu: cpu('the same bytes', 'bare'),
    nginxCpu: cpu('the same bytes', 'nginx'),
  }
}

import { setTimeout as pause } from 'node:timers/promises'
import { copyOf } from './copies.ts'
import { type Measured, putLoad, quantile } from './load.ts'
import { type Places, placesOf } from './places.ts'
import { type Server, startNode } from './processes.ts'
import { printTable } from './table.ts'

/** Between two publications, in milliseconds: a very busy newsroom. */
const pauseBetween = 250
const watched = 40
const connections = 16

interface Watched {
  /** Milliseconds from sending the POST until each page showed it, by page. */
  visible: Record<string, number>
  acknowledged: number
  stale: number
}

/**
 * How soon readers see a publication while others read: half of the reads a second that the server can do at the most
 * (the knee), then publications through the same server, each looked for on home, section and feed. An answer to a
 * request that began after the acknowledgement and does not show the article is stale.
 */
export async function publishing(folder: string): Promise<Record<string, number>> {
  const copy = copyOf(folder)
  const places = placesOf(folder)
  const server = await startNode('Gawai', './posting.ts', [copy.data])
  const next = mixOf(places)
  await putLoad({ url: server.url, next, connections, duration: 2000 })
  const full = await putLoad({ url: server.url, next, connections, duration: 4000 })
  const knee = full.requests / full.seconds
  const duration = (watched + 1) * (pauseBetween + 100)
  const reading = putLoad({ url: server.url, next, connections, duration, rate: knee / 2 })
  const seen = await watch(server, places)
  const beside = await reading
  await server.stop()
  copy.remove()
  return report(knee, seen, beside)
}

/** What readers ask: mostly stories, often the front page, sometimes a section or the feed. */
function mixOf({ section, articles }: Places): () => string {
  const some = articles.slice(-2000)
  let asked = 0
  return () => {
    asked += 1
    const turn = asked % 10
    if (turn === 0) return '/'
    if (turn === 5) return section
    if (turn === 7) return '/feed/'
    return some[(asked * 7919) % some.length] ?? '/'
  }
}

async function watch(server: Server, { section }: Places): Promise<Watched[]> {
  const pages = ['/', section, '/feed/']
  const seen: Watched[] = []
  for (let number = 1; number <= watched; number += 1) {
    seen.push(await publishOne(server.url, `Kabar nomor ${number} dari meja redaksi`, pages))
    await pause(pauseBetween)
  }
  return seen
}

async function publishOne(url: string, title: string, pages: readonly string[]): Promise<Watched> {
  const sentAt = performance.now()
  const answer = await fetch(url, { method: 'POST', body: title })
  if (!answer.ok) throw new Error(`a publication was answered ${answer.status}`)
  const acknowledged = performance.now() - sentAt
  let stale = 0
  const look = async (page: string): Promise<[string, number]> => {
    for (;;) {
      const text = await (await fetch(url + page)).text()
      if (text.includes(title)) return [page, performance.now() - sentAt]
      stale += 1
    }
  }
  const visible = Object.fromEntries(await Promise.all(pages.map(look)))
  return { visible, acknowledged, stale }
}

function report(knee: number, seen: readonly Watched[], beside: Measured): Record<string, number> {
  const of = (values: readonly number[]): Measured => ({
    ...beside,
    latencies: values.toSorted((left, right) => left - right),
  })
  const lines: [string, Measured][] = [
    ['acknowledged', of(seen.map(({ acknowledged }) => acknowledged))],
    ['visible on home', of(seen.map(({ visible }) => Object.values(visible)[0] ?? Number.NaN))],
    ['visible on the section', of(seen.map(({ visible }) => Object.values(visible)[1] ?? Number.NaN))],
    ['visible in the feed', of(seen.map(({ visible }) => Object.values(visible)[2] ?? Number.NaN))],
    ['visible everywhere', of(seen.map(({ visible }) => Math.max(...Object.values(visible))))],
    ['a read meanwhile', beside],
  ]
  console.log(`\nThe knee is ${knee.toFixed(0)} reads a second; at half of it, ${seen.length} publications:`)
  printTable(
    ['after the POST was sent', 'p50 ms', 'p95 ms', 'p99 ms'],
    lines.map(([name, one]) => [name, quantile(one, 0.5), quantile(one, 0.95), quantile(one, 0.99)]),
  )
  const everywhere = lines[4]?.[1] ?? beside
  return {
    knee,
    visibleP95: quantile(everywhere, 0.95),
    stale: seen.reduce((sum, one) => sum + one.stale, 0),
    failedReads: beside.failed,
  }
}

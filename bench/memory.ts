import { setTimeout as pause } from 'node:timers/promises'
import { copyOf } from './copies.ts'
import { putLoad } from './load.ts'
import { placesOf } from './places.ts'
import { privateMemoryOf, startNode, startSite } from './processes.ts'
import { printTable } from './table.ts'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

/** Private memory of the whole process (RssAnon) at rest and under load, beside a bare `node:http` server. */
export async function memory(folder: string): Promise<Record<string, number>> {
  const copy = copyOf(folder)
  const places = placesOf(folder)
  const bareFolder = mkdtempSync(join(tmpdir(), 'gawai-bare-'))
  writeFileSync(join(bareFolder, 'page'), Buffer.alloc(4000))
  const bare = await startNode('bare node:http', './bare.ts', [join(bareFolder, 'page')])
  const server = await startSite('Gawai', copy.data)
  await fetch(server.url)
  await pause(3000)
  const [idle, idleBare] = [privateMemoryOf(server.pids()), privateMemoryOf(bare.pids())]
  const most = await mostUnderLoad(server.url, server.pids(), places.nextArticle())
  const mostBare = await mostUnderLoad(bare.url, bare.pids(), () => '/')
  for (const one of [server, bare]) await one.stop()
  copy.remove()
  rmSync(bareFolder, { recursive: true })
  printTable(
    ['private memory, MB', 'idle', 'the most under load'],
    [
      ['Gawai, 10,000 articles', idle, most],
      ['bare node:http', idleBare, mostBare],
    ],
  )
  return { idleMemory: idle, loadedMemory: most }
}

/** Every article of the newsroom is asked, so that the page store holds as much as it may. */
async function mostUnderLoad(url: string, pids: readonly number[], next: () => string): Promise<number> {
  let most = 0
  const looking = setInterval(() => {
    most = Math.max(most, privateMemoryOf(pids))
  }, 100)
  await putLoad({ url, next, connections: 64, duration: 30_000 })
  clearInterval(looking)
  return most
}

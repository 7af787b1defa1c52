import { mkdtemp, rm } from 'node:fs/promises'
import { loadavg, tmpdir } from 'node:os'
import { join } from 'node:path'
import { postgresUrl } from '#test/postgres.ts'
import { median } from '../bench/table.ts'
import { fillLists, fillPictures } from './newsroom-lists/fill.ts'
import { pages, peoplePages } from './newsroom-lists/pages.ts'
import { fillPeople, signIn } from './newsroom-lists/people.ts'
import { faultsOf } from './newsroom-lists/plans.ts'
import { openEarlier, openListened, type Site } from './newsroom-lists/site.ts'
import type { Eval } from './run.ts'

const rounds = 15
/** More rows than this are not read for one page. */
const mostRead = 25_000

/**
 * How long the newsroom's lists take when it is large, on both databases: every filter, the first page, one deep inside
 * and the last. And whether a query of theirs counts, or reads or sorts a whole table.
 *
 * Arguments: rows in each list (100,000), entries of the audit log (1,000,000), and one database (both)
 */
export const run: Eval = async ([rows = '100000', entries = '1000000', only], out) => {
  const figures: Record<string, number> = {}
  for (const [name, url] of [
    ['sqlite', async () => undefined],
    ['postgresql', postgresUrl],
  ] as const) {
    if ((only !== undefined && only !== name) || (name === 'postgresql' && (await url()) === undefined)) continue
    const told = (line: string) => out(`${name} ${line}`)
    await withData(async (data) => {
      const database = await url()
      const began = performance.now()
      await openEarlier(data, database, async (db) => {
        await fillLists(db, Number(rows))
        await fillPictures(db, Number(rows))
      })
      told(`filled in ${seconds(began)} s`)
      const migrating = performance.now()
      const site = await openListened(data, database)
      told(`migrated in ${seconds(migrating)} s`)
      await measure({ site, name, paths: pages(Number(rows)), figures, out: told })
    })
    await withData(async (data) => {
      const site = await openListened(data, await url())
      await fillPeople(site.gawai, Number(rows), Number(entries))
      await measure({ site, name, paths: peoplePages(Number(rows), Number(entries)), figures, out: told })
    })
  }
  return figures
}

const seconds = (began: number) => ((performance.now() - began) / 1000).toFixed(1)

async function withData(work: (data: string) => Promise<void>): Promise<void> {
  const data = await mkdtemp(join(tmpdir(), 'gawai-eval-'))
  try {
    await work(data)
  } finally {
    await rm(data, { recursive: true })
  }
}

interface Measured {
  site: Site
  name: 'sqlite' | 'postgresql'
  paths: readonly string[]
  figures: Record<string, number>
  out: (line: string) => void
}

async function measure({ site, name, paths, figures, out }: Measured): Promise<void> {
  const raise = (figure: string, value: number) =>
    (figures[`${name}.${figure}`] = Math.max(figures[`${name}.${figure}`] ?? 0, value))
  try {
    await site.analyse()
    const token = await signIn(site.gawai)
    const seen = new Set<string>()
    for (const path of paths) {
      site.asked.length = 0
      const { wall, cpu } = await timeOf(site, token, path)
      const load = loadavg()[0]?.toFixed(1)
      out(`${path}: ${wall.toFixed(1)} ms, ${cpu.toFixed(1)} ms of the processor (load ${load})`)
      raise('slowestMs', wall)
      raise('slowestCpuMs', cpu)
      for (const node of site.asked.splice(0, site.asked.length / rounds))
        for (const fault of await faultsOf(site.gawai, name, node, mostRead)) {
          if (!seen.has(fault)) out(`${path}: ${fault}`)
          seen.add(fault)
        }
    }
    raise('faults', seen.size)
  } finally {
    await site.gawai.close()
  }
}

/** @returns milliseconds of the clock, the middle of fifteen, and of the processor, a fifteenth of all */
async function timeOf({ get, used }: Site, token: string, path: string): Promise<{ wall: number; cpu: number }> {
  const walls: number[] = []
  const before = await used()
  for (let round = 0; round < rounds; round += 1) {
    const began = performance.now()
    const answer = await get(path, token)
    await answer.text()
    if (answer.status !== 200) throw new Error(`${path} was answered ${answer.status}`)
    walls.push(performance.now() - began)
  }
  return { wall: median(walls), cpu: ((await used()) - before) / rounds }
}

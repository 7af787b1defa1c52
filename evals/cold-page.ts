import { execFile } from 'node:child_process'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import { z } from 'zod'
import { listen } from '#platform/http/server.ts'
import type { PageStore } from '#platform/page-store/page-store.ts'
import type { Eval } from './run.ts'
import { fill } from './survival/fill.ts'
import { siteIn } from './survival/site-in.ts'

const clients = fileURLToPath(new URL('./survival/clients.ts', import.meta.url))
const seen = z.object({ ok: z.number(), waits: z.array(z.number()) })
const filled = 200

/**
 * Lets many clients, in a process of their own, ask at the same moment for a page that nobody has asked for before,
 * and counts how often it is rendered.
 *
 * Arguments: clients (1,000), rounds (20): each another page
 */
export const run: Eval = async ([count = '1000', rounds = '20'], out) => {
  const folder = await mkdtemp(join(tmpdir(), 'gawai-eval-'))
  try {
    return await siteIn(folder, async ({ gawai, fetch }) => {
      const pages = await fill(gawai, Math.max(filled, Number(rounds)))
      const plans = countPlans(gawai.pages)
      const { log } = gawai
      const server = await listen({
        host: '127.0.0.1',
        port: 0,
        origin: undefined,
        proxy: [],
        fetch,
        pages: gawai.pages,
        log,
      })
      const figures = { clients: Number(count), rounds: 0, ok: 0, renders: 0, seconds: 0, slowestMs: 0 }
      for (const { path } of pages.slice(0, Number(rounds))) {
        const { ok, waits } = await stampede(server.url.replace('localhost', '127.0.0.1') + path, count)
        const renders = plans.take()
        const slowest = waits.at(-1) ?? 0
        out(`${path}: ${ok} whole answers, ${renders} renderings, the last after ${slowest.toFixed(0)} ms`)
        figures.rounds += 1
        figures.ok += ok
        figures.renders += renders
        figures.slowestMs = Math.max(figures.slowestMs, Math.round(slowest))
      }
      await server.close()
      return { ...figures, seconds: figures.slowestMs / 1000 }
    })
  } finally {
    await rm(folder, { recursive: true })
  }
}

/** Counts how often a plan runs: it runs once for each page that is made. */
function countPlans(pages: PageStore) {
  let count = 0
  const { open } = pages
  pages.open = (request, plan, path) =>
    open(
      request,
      () => {
        count += 1
        return plan()
      },
      path,
    )
  return {
    take() {
      const taken = count
      count = 0
      return taken
    },
  }
}

async function stampede(address: string, count: string): Promise<z.infer<typeof seen>> {
  const { stdout } = await promisify(execFile)(process.execPath, [clients, address, count], { maxBuffer: 1e8 })
  return seen.parse(JSON.parse(stdout))
}

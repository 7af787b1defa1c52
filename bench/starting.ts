import { spawn } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { copyOf } from './copies.ts'
import { answers, startNode, startSite, type Server } from './processes.ts'
import { median, printTable } from './table.ts'

const times = 10

/** From spawning Node to the first 200, beside a bare server and a Node that does nothing; in turn. */
export async function starting(folder: string): Promise<Record<string, number>> {
  const copy = copyOf(folder)
  const bareFolder = mkdtempSync(join(tmpdir(), 'gawai-bare-'))
  writeFileSync(join(bareFolder, 'page'), 'x')
  const found: Record<'gawai' | 'bare' | 'node', number[]> = { gawai: [], bare: [], node: [] }
  for (let time = 0; time < times; time += 1) {
    found.gawai.push(await firstAnswer(() => startSite('Gawai', copy.data)))
    found.bare.push(await firstAnswer(() => startNode('bare', './bare.ts', [join(bareFolder, 'page')])))
    found.node.push(await nothing())
  }
  copy.remove()
  rmSync(bareFolder, { recursive: true })
  printTable(
    ['from spawn, ms', 'median', 'worst'],
    [
      ['Gawai with 10,000 articles, first 200', median(found.gawai), Math.max(...found.gawai)],
      ['bare node:http, first 200', median(found.bare), Math.max(...found.bare)],
      ['Node that does nothing', median(found.node), Math.max(...found.node)],
    ],
  )
  return { startMs: median(found.gawai), startBareMs: median(found.bare) }
}

async function firstAnswer(start: () => Promise<Server>): Promise<number> {
  const began = performance.now()
  const server = await start()
  const { status } = await answers(server.url)
  const took = performance.now() - began
  await server.stop()
  if (status !== 200) throw new Error(`the first answer was ${status}`)
  return took
}

function nothing(): Promise<number> {
  const began = performance.now()
  return new Promise((resolve) => {
    spawn(process.execPath, [fileURLToPath(new URL('./nothing.ts', import.meta.url))]).once('exit', () =>
      resolve(performance.now() - began),
    )
  })
}

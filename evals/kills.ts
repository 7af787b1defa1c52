import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { publishFile } from '#articles'
import type { Eval } from './run.ts'
import { lostOf, restarted } from './survival/examine.ts'
import { importWhole, killImporting } from './survival/kill-importing.ts'
import { killPublishing } from './survival/kill-publishing.ts'
import { fileOf } from './survival/lines.ts'
import type { Acknowledged } from './survival/publishing.ts'
import { siteIn } from './survival/site-in.ts'
import { figuresOf, linesOf, type Survived } from './survival/survived.ts'

/**
 * Kills the program with SIGKILL while it publishes (always into the same folder) and while it imports (each time into
 * a new one), by turns at a random moment and at each of its crash points, and looks what is left.
 *
 * Arguments: rounds (50), posts in the export (300)
 */
export const run: Eval = async ([rounds = '50', posts = '300'], out) => {
  const half = Number(rounds) / 2
  const publishing = await publishingRounds(Math.ceil(half), out)
  const importing = await importingRounds(Math.floor(half), Number(posts), out)
  return figuresOf([...publishing, ...importing])
}

export async function publishingRounds(rounds: number, out: (line: string) => void): Promise<Survived[]> {
  return inFolder(async (folder) => {
    await siteIn(folder, ({ gawai }) => publishFile(gawai, { name: 'awal.md', text: fileOf('berkas-awal', 1) }))
    const everything = new Map<string, Acknowledged>()
    const survived: Survived[] = []
    for (let round = 0; round < rounds; round += 1) {
      survived.push(await killPublishing(folder, round, everything))
      for (const line of survived.slice(-1).flatMap(linesOf)) out(line)
    }
    // What a later kill took of an earlier round would show here.
    const last = survived.at(-1)
    const lost = await restarted(folder, (url) => lostOf(url, everything.values()))
    last?.lost.push(...lost.filter((line) => !last.lost.includes(line)))
    for (const line of lost) out(`in the end: ${line}`)
    return survived
  })
}

export async function importingRounds(rounds: number, posts: number, out: (line: string) => void): Promise<Survived[]> {
  return inFolder(async (folder) => {
    const unbroken = await importWhole(folder, posts)
    const survived: Survived[] = []
    for (let round = 0; survived.length < rounds; round += 1) {
      // An import may be done before its moment comes: then it is another's turn.
      const one = await killImporting(unbroken, round)
      if (one) survived.push(one)
      if (one) for (const line of linesOf(one)) out(line)
    }
    return survived
  })
}

async function inFolder<Result>(work: (folder: string) => Promise<Result>): Promise<Result> {
  const folder = await mkdtemp(join(tmpdir(), 'gawai-eval-'))
  try {
    return await work(folder)
  } finally {
    await rm(folder, { recursive: true })
  }
}

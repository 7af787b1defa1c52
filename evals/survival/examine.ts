import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { checkPublications } from '#articles'
import { integrityProblems } from '#platform/database/integrity.ts'
import type { Gawai } from '#platform/gawai.ts'
import { ask } from '#test/served-pages.ts'
import { lifetime, startSite } from '#test/journeys/site.ts'
import { titleOf } from './lines.ts'
import { listProblems } from './lists.ts'
import type { Acknowledged } from './publishing.ts'

/** How often pages are asked for at the same time: an ordinary evening. */
const atOnce = 8

/** Starts the program on a folder, measures how long its first reader waits, and stops it when `work` is done. */
export async function restarted<Result>(
  folder: string,
  work: (url: string, restartMs: number) => Promise<Result>,
): Promise<Result> {
  const life = lifetime()
  const began = performance.now()
  try {
    const { url } = await startSite(life, {}, folder, ['--empty'])
    const { status } = await ask(`${url}/`)
    if (status !== 200) throw new Error(`the home page answered ${status} after a restart`)
    return await work(url, performance.now() - began)
  } finally {
    await life.end()
  }
}

/** What was acknowledged and is not there: its path answers neither with what was said nor with a later edition. */
export async function lostOf(url: string, acknowledged: Iterable<Acknowledged>): Promise<string[]> {
  const lost: string[] = []
  const rest = [...acknowledged]
  const askOn = async () => {
    for (let one = rest.pop(); one; one = rest.pop()) {
      const found = await editionAt(url, one)
      if (found === undefined || found < one.edition)
        lost.push(`${titleOf(one.token, one.edition)} at ${one.path}: ${found === undefined ? 'not there' : found}`)
    }
  }
  await Promise.all(Array.from({ length: atOnce }, askOn))
  return lost
}

async function editionAt(url: string, { token, path }: Acknowledged): Promise<number | undefined> {
  let answer = await ask(url + path)
  const { location } = answer.headers
  if (answer.status === 301 && location !== undefined) answer = await ask(new URL(location, url).href)
  const [, found, edition] = /<h1[^>]*>\s*Kabar (\S+) edisi (\d+)\s*<\/h1>/.exec(answer.text) ?? []
  return answer.status === 200 && found === token ? Number(edition) : undefined
}

/** What `gawai check` finds, and publications that are not in all their lists. */
export async function checked(gawai: Gawai): Promise<{ integrity: string[]; halfPublished: string[] }> {
  const { problems } = await checkPublications(gawai)
  return {
    integrity: [...(await integrityProblems(gawai.reports)), ...gawai.pages.check().problems],
    halfPublished: [...problems, ...(await listProblems(gawai))],
  }
}

/** Every crash point of the program, by the names in its source. */
export async function crashPoints(): Promise<string[]> {
  const source = new URL('../../src/', import.meta.url).pathname
  const files = (await readdir(source, { recursive: true })).filter((file) => file.endsWith('.ts'))
  const texts = await Promise.all(files.map((file) => readFile(join(source, file), 'utf8')))
  return [...texts.join('\n').matchAll(/\bcrashPoint\('([^']+)'\)/g)].map(([, name = '']) => name).toSorted()
}

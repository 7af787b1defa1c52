import { spawn } from 'node:child_process'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { fileURLToPath } from 'node:url'
import { gawai } from '#test/journeys/site.ts'
import { checked, crashPoints, restarted } from './examine.ts'
import { exportOf, isPublic, pathOfPost } from './export.ts'
import { armed, killedAt, type Moment, momentOf, wordsOf } from './kill.ts'
import { siteIn } from './site-in.ts'
import type { Survived } from './survived.ts'

const program = fileURLToPath(new URL('../../bin/gawai', import.meta.url))

/** What an import that nobody disturbed makes. */
export interface Unbroken {
  file: string
  posts: number
  rows: ReadonlyMap<string, number>
  pages: ReadonlyMap<string, string>
  tookMs: number
}

/** Writes an export and imports it whole, so that broken imports can be compared. */
export async function importWhole(folder: string, posts: number): Promise<Unbroken> {
  const file = join(folder, 'export.xml')
  await writeFile(file, exportOf(posts))
  const data = join(folder, 'unbroken')
  const began = performance.now()
  await importInto(data, file)
  const tookMs = performance.now() - began
  return { file, posts, rows: rowsOf(data), pages: await pagesOf(data, posts), tookMs }
}

/** Kills an import into a new folder, looks at what is there, lets a second run finish it and compares. */
export async function killImporting(unbroken: Unbroken, round: number): Promise<Survived | undefined> {
  const folder = await mkdtemp(join(tmpdir(), 'gawai-eval-'))
  try {
    const moment = momentOf(round, await crashPoints(), unbroken.tookMs, passings(unbroken.posts))
    if (!(await killedImport(folder, unbroken.file, moment))) return undefined
    return { ...(await examineImport(folder, unbroken)), what: `an import was killed at ${wordsOf(moment)}` }
  } finally {
    await rm(folder, { recursive: true })
  }
}

/** Fewer than there are commits in an import, so that every point is reached. */
const passings = (posts: number) => Math.ceil(posts / 50)

function killedImport(folder: string, file: string, moment: Moment): Promise<boolean> {
  const child = spawn(process.execPath, [program, 'import', 'wordpress', file, '--data', folder], {
    env: { ...process.env, ...armed(moment) },
    stdio: 'ignore',
  })
  return killedAt(child, moment, new Promise((resolve) => child.once('close', () => resolve())))
}

async function examineImport(folder: string, unbroken: Unbroken): Promise<Omit<Survived, 'what'>> {
  const restartMs = await restarted(folder, async (_, ms) => ms)
  const halfway = await siteIn(folder, ({ gawai: site }) => checked(site))
  await importInto(folder, unbroken.file)
  const whole = await siteIn(folder, ({ gawai: site }) => checked(site))
  const pages = await pagesOf(folder, unbroken.posts)
  const unlike = [...unbroken.pages].filter(([path, text]) => pages.get(path) !== text).map(([path]) => path)
  return {
    acknowledged: 0,
    lost: unlike.map((path) => `${path} is not as after an unbroken import`),
    halfPublished: [...halfway.halfPublished, ...whole.halfPublished],
    duplicates: moreOrLess(unbroken.rows, rowsOf(folder)),
    integrity: [...halfway.integrity, ...whole.integrity],
    restartMs,
  }
}

async function importInto(data: string, file: string): Promise<void> {
  const { code, err } = await gawai(['import', 'wordpress', file, '--data', data, '--json'])
  if (code !== 0) throw new Error(`the import ended with ${code}: ${err}`)
}

const tables = `article revision revision_body publication address section section_name topic topic_name person
  listed byline read_also imported imported_meta schedule retraction`.split(/\s+/)

function rowsOf(folder: string): Map<string, number> {
  const database = new DatabaseSync(join(folder, 'gawai.db'), { readOnly: true })
  try {
    const count = (table: string) => Number(database.prepare(`select count(*) as n from ${table}`).get()?.['n'])
    return new Map(tables.map((table) => [table, count(table)]))
  } finally {
    database.close()
  }
}

const moreOrLess = (wanted: ReadonlyMap<string, number>, found: ReadonlyMap<string, number>) =>
  [...wanted]
    .filter(([table, rows]) => found.get(table) !== rows)
    .map(([table, rows]) => `${found.get(table)} rows of ${table} where an unbroken import makes ${rows}`)

/** What readers see at every old path; ids are the only thing that may differ. */
function pagesOf(folder: string, posts: number): Promise<Map<string, string>> {
  return siteIn(folder, async ({ get }) => {
    const pages = new Map<string, string>()
    for (let number = 1; number <= posts; number += 1) {
      const response = await get(pathOfPost(number))
      if (isPublic(number) !== (response.status === 200)) throw new Error(`${pathOfPost(number)}: ${response.status}`)
      // The name of a card for sharing holds the article's id, which is another in each folder.
      pages.set(pathOfPost(number), (await response.text()).replaceAll(/(\/media\/cards\/)\d+-/g, '$1'))
    }
    return pages
  })
}

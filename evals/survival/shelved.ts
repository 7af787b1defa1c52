import { cp, mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'

/**
 * Published articles that could not be read if the database went away now: their page is not on the disk, and no event
 * and no job is left that would put it there. Looks at a copy: the recovery is left to the program.
 */
export async function unkeptOf(folder: string): Promise<string[]> {
  const copy = await mkdtemp(join(tmpdir(), 'gawai-eval-'))
  try {
    await cp(folder, copy, { recursive: true })
    return unkeptIn(new DatabaseSync(join(copy, 'gawai.db')), new DatabaseSync(join(copy, 'pages.db')))
  } finally {
    await rm(copy, { recursive: true })
  }
}

function unkeptIn(database: DatabaseSync, pages: DatabaseSync): string[] {
  const kept = new Set(pages.prepare('select path from page').all().map(pathOf))
  const waiting = database.prepare('select payload from outbox union all select payload from job').all()
  const told = waiting.map(({ payload }) => String(payload)).join('\n')
  const published = database.prepare('select path from publication').all().map(pathOf)
  database.close()
  pages.close()
  return published.filter((path) => !kept.has(path) && !told.includes(JSON.stringify(path)))
}

const pathOf = (row: Record<string, unknown>) => String(row['path'])

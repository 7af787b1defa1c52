import type { Gawai } from '#platform/gawai.ts'
import { fileAt } from './picture-use.ts'

/** How many of the pictures at these addresses were removed for good: nothing is shown there any more. */
export async function countForgotten({ db }: Pick<Gawai, 'db'>, srcs: Iterable<string>): Promise<number> {
  const files = [...new Set([...srcs].map(fileAt).filter((file) => file !== undefined))]
  if (files.length === 0) return 0
  const rows = await db.selectFrom('picture_forgotten').select('file').where('file', 'in', files).execute()
  return rows.length
}

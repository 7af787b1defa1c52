import type { Gawai } from '#platform/gawai.ts'
import { Refusal } from '#platform/refusals.ts'
import { detailsSchema } from './content.ts'
import { parseDocument } from './document/index.ts'

const atOnce = 500

/** Whether every published article has an address of its own and words that can still be read. */
export async function checkPublications({
  reports,
}: Pick<Gawai, 'reports'>): Promise<{ checked: number; problems: string[] }> {
  const problems: string[] = []
  let checked = 0
  let after = 0
  for (;;) {
    const rows = await reports
      .selectFrom('publication')
      .leftJoin('address', (join) => join.onRef('address.path', '=', 'publication.path'))
      .leftJoin('revision', 'revision.id', 'publication.revision_id')
      .leftJoin('revision_body', 'revision_body.revision_id', 'publication.revision_id')
      .select(['publication.article_id', 'publication.path', 'target_id', 'is_current', 'details', 'document'])
      .where('publication.article_id', '>', after)
      .orderBy('publication.article_id')
      .limit(atOnce)
      .execute()
    for (const row of rows) {
      if (row.target_id !== row.article_id || row.is_current !== 1)
        problems.push(`article ${row.article_id}: nothing leads to its address ${row.path}`)
      const unreadable = problemOf(row.details, row.document)
      if (unreadable) problems.push(`article ${row.article_id} (${row.path}): ${unreadable}`)
    }
    checked += rows.length
    const last = rows.at(-1)
    if (!last || rows.length < atOnce) return { checked, problems }
    after = last.article_id ?? after
  }
}

function problemOf(details: string | null, document: string | null): string | undefined {
  if (details === null || document === null) return 'its words are missing'
  try {
    detailsSchema.parse(JSON.parse(details))
    parseDocument(JSON.parse(document))
    return undefined
  } catch (error) {
    return error instanceof Refusal || error instanceof Error ? error.message : String(error)
  }
}

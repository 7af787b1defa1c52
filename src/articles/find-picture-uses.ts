import { z } from 'zod'
import type { Id } from '#platform/database/tables.ts'
import type { Unit } from '#platform/database/unit.ts'
import type { Gawai } from '#platform/gawai.ts'
import { keepPictureUses } from './picture-uses.ts'
import { newestRevision, readRevision } from './revision.ts'

/** As migration 009 asks for it. */
const jobKind = 'find-picture-uses'
const payloadSchema = z.object({ after: z.number() })
const atOnce = 50

/**
 * Reads from the articles of a site of before the library which pictures they show: some at a time, so that nobody who
 * writes waits behind it. A job that is cut off begins again where it began.
 */
export function findPictureUses(gawai: Gawai): void {
  gawai.jobs.handle(jobKind, async (payload) => {
    let { after } = payloadSchema.parse(payload)
    for (;;) {
      const articles = await articlesAfter(gawai, after)
      await gawai.write(async (unit) => {
        for (const article of articles) await readUses(unit, article)
      })
      if (articles.length < atOnce) return
      after = articles.at(-1) ?? after
    }
  })
}

async function articlesAfter({ db }: Gawai, after: Id): Promise<Id[]> {
  const rows = await db
    .selectFrom('revision')
    .select('article_id')
    .distinct()
    .where('article_id', '>', after)
    .orderBy('article_id')
    .limit(atOnce)
    .execute()
  return rows.map((row) => row.article_id)
}

async function readUses(unit: Unit, article: Id): Promise<void> {
  const newest = await readRevision(unit, article, await newestRevision(unit, article))
  await keepPictureUses(unit, article, 'revision', newest.document)
  for (const state of ['publication', 'schedule'] as const) {
    const row = await unit.tx
      .selectFrom(state)
      .select('revision_id')
      .where('article_id', '=', article)
      .executeTakeFirst()
    if (row) await keepPictureUses(unit, article, state, (await readRevision(unit, article, row.revision_id)).document)
  }
}

import { z } from 'zod'
import type { Id, Instant } from '#platform/database/tables.ts'
import type { Unit } from '#platform/database/unit.ts'
import type { Gawai } from '#platform/gawai.ts'
import { Conflict } from '#platform/refusals.ts'
import { articleInTurn } from './article.ts'
import { keepArticleWords } from './article-words.ts'
import { keepPictureUses } from './picture-uses.ts'
import { proveFinished } from './content.ts'
import { publicationRow, publishRevision } from './publish.ts'
import { keepRevision, newestRevision, readRevision } from './revision.ts'

const jobKind = 'publish-scheduled'
const jobPayload = z.object({ article: z.number() })

/** Sets when a revision goes out by itself. A later call moves it. */
export async function scheduleRevision(
  unit: Unit,
  gawai: Pick<Gawai, 'jobs'>,
  { article, revision, due, by }: { article: Id; revision: Id; due: Instant; by?: Id },
): Promise<void> {
  await articleInTurn(unit, article)
  const row = { revision_id: revision, due_at: due, set_by: by ?? null, set_at: unit.now }
  await unit.tx
    .insertInto('schedule')
    .values({ article_id: article, ...row })
    .onConflict((conflict) => conflict.column('article_id').doUpdateSet(row))
    .execute()
  await keepArticleWords(unit, article)
  const content = await readRevision(unit, article, revision)
  proveFinished(content)
  await keepRevision(unit, revision)
  await keepPictureUses(unit, article, 'schedule', content.document)
  await gawai.jobs.add(unit, { kind: jobKind, payload: { article }, due })
}

/** @throws Conflict when the instant has passed */
export function schedule(gawai: Gawai, wish: { article: Id; due: Instant; by?: Id }): Promise<void> {
  if (wish.due <= gawai.clock.now())
    throw new Conflict('The time has passed: publish now, or choose a later time', { key: 'refusedArticle.timePassed' })
  return gawai.write(async (unit) => {
    const revision = await newestRevision(unit, wish.article)
    await scheduleRevision(unit, gawai, { ...wish, revision })
  })
}

/** Takes a schedule back; the article stays as it is. */
export const unschedule = (gawai: Gawai, article: Id): Promise<void> =>
  gawai.write((unit) => unscheduleWithin(unit, article))

/** The same inside a larger write. */
export async function unscheduleWithin(unit: Unit, article: Id): Promise<void> {
  await unit.tx.deleteFrom('schedule').where('article_id', '=', article).execute()
  await keepPictureUses(unit, article, 'schedule')
  await keepArticleWords(unit, article)
}

/**
 * Publishes what has come due. The job only wakes; the `schedule` row decides, so that a moved or withdrawn
 * schedule wins over a job that was set earlier.
 */
export function publishScheduled(gawai: Gawai): void {
  gawai.jobs.handle(jobKind, async (payload) => {
    const { article } = jobPayload.parse(payload)
    await gawai.write(async (unit) => {
      await articleInTurn(unit, article)
      const due = await unit.tx
        .selectFrom('schedule')
        .selectAll()
        .where('article_id', '=', article)
        .where('due_at', '<=', unit.now)
        .executeTakeFirst()
      if (!due) return
      const by = due.set_by === null ? {} : { by: due.set_by }
      // What readers know already keeps the day that it came out: this brings it up to date.
      const isKnown = (await publicationRow(unit, article)) !== undefined
      const at = isKnown ? { modifiedAt: due.due_at } : { at: due.due_at }
      await publishRevision(unit, gawai.settings, { article, revision: due.revision_id, ...at, ...by })
    })
  })
}

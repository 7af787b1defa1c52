import { z } from 'zod'
import { publishRevision, restoreHanding, scheduleRevision, unpublishWithin, unscheduleWithin } from '#articles'
import { type Actor, record } from '#people'
import type { Unit } from '#platform/database/unit.ts'
import type { Gawai } from '#platform/gawai.ts'
import { Conflict } from '#platform/refusals.ts'
import { handedSchema } from '../pair/handing.ts'
import { undoing } from '../undo.ts'
import { mustTo } from '../writing/article-here.ts'

/** What readers have seen longer than that is not undone but taken back, with a reason. */
const undoneWithin = 10 * 60_000

const article = z.number()
const due = z.object({ at: z.number(), revision: z.number() }).nullable()

const publishing = z.object({
  article,
  revision: z.number(),
  at: z.number(),
  before: z.number().nullable(),
  handed: handedSchema,
  due,
})

/** What readers saw before is theirs again; what they had never seen is taken back. */
async function undoPublishing(
  unit: Unit,
  published: z.output<typeof publishing>,
  actor: Actor,
  gawai: Gawai,
): Promise<void> {
  const { article: id, revision, before, handed } = published
  const now = await mustTo(unit, actor, 'articles.publish', id)
  if (now.published?.revision !== revision) throw shownSince()
  if (before !== null) await publishRevision(unit, gawai.settings, { article: id, revision: before, by: actor.person })
  else {
    if (unit.now - published.at > undoneWithin)
      throw new Conflict('Readers have seen it for more than ten minutes: take it back with a reason', {
        key: 'publication.tooLate',
      })
    const why = gawai.words.in(actor.lang)('publication.undone')
    await unpublishWithin(unit, gawai.settings, { article: id, why, by: actor.person })
  }
  await restoreHanding(unit, id, handed)
  if (published.due && published.due.at > unit.now) await reschedule(unit, gawai, id, published.due, actor)
  await record(unit, { by: actor.account, action: 'article.publishing-undone', object: `article:${id}` })
}

const reschedule = (
  unit: Unit,
  gawai: Gawai,
  id: number,
  { at, revision }: { at: number; revision: number },
  { person }: Actor,
): Promise<void> => scheduleRevision(unit, gawai, { article: id, revision, due: at, by: person })

export const undoPublication = undoing('article.publishing', publishing, undoPublishing)
export const undoScheduling = undoing(
  'article.scheduling',
  // What was set, since a step of before that did not say so.
  z.object({ article, due, set: due.optional() }),
  async (unit, payload, actor, gawai) => {
    const now = await mustTo(unit, actor, 'articles.publish', payload.article)
    if (payload.set !== undefined && !isSameDue(payload.set, now.due ?? null)) throw setSince()
    if (payload.due && payload.due.at <= unit.now) throw timePassed()
    if (payload.due) await reschedule(unit, gawai, payload.article, payload.due, actor)
    else await unscheduleWithin(unit, payload.article)
    const action = payload.due ? 'article.scheduled' : 'article.unscheduled'
    await record(unit, { by: actor.account, action, object: `article:${payload.article}` })
  },
)
export const undoWithdrawal = undoing(
  'article.withdrawal',
  z.object({ article, at: z.number(), revision: z.number() }),
  async (unit, payload, actor, gawai) => {
    const now = await mustTo(unit, actor, 'articles.publish', payload.article)
    if (now.published) throw shownSince()
    await publishRevision(unit, gawai.settings, { ...payload, by: actor.person })
    await record(unit, { by: actor.account, action: 'article.published', object: `article:${payload.article}` })
  },
)

/** How what is done here is taken back. */
export const publicationUndoes = [undoPublication, undoScheduling, undoWithdrawal]

const isSameDue = (one: z.output<typeof due>, other: z.output<typeof due>): boolean =>
  one?.at === other?.at && one?.revision === other?.revision

const shownSince = () =>
  new Conflict('Readers see something else by now, so this is not undone', { key: 'publication.changedSince' })

const setSince = () =>
  new Conflict('Somebody has set another time since, so this is not undone', { key: 'publication.setSince' })

export const timePassed = () =>
  new Conflict('That time has passed: publish now, or choose a later time', { key: 'publication.timePassed' })

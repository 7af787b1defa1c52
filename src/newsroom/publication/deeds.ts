import type { z } from 'zod'
import { publishRevision, scheduleRevision, unpublishWithin, unscheduleWithin } from '#articles'
import { record } from '#people'
import { answerOnce } from '#platform/answered.ts'
import { Conflict, Invalid } from '#platform/refusals.ts'
import { siteZone } from '#platform/settings.ts'
import { timeInWords } from '#look/time.ts'
import { idIn } from '../forms/form.ts'
import { tellDone } from '../notice.ts'
import type { Onward, Visit } from '../route.ts'
import { mustTo, mustToShown, sheetPath } from '../writing/article-here.ts'
import { timePassed, undoPublication, undoScheduling, undoWithdrawal } from './undoes.ts'
import { approve, type approvalFields, standOf } from './approving.ts'

export const below = 'publication/'
export const publicationPath = (article: number): string => `${sheetPath(article)}${below}`

type Approval = z.output<z.ZodObject<typeof approvalFields>>

const objectOf = (article: number) => `article:${article}`

/** Shows it to readers now. The same form sent twice publishes once. */
export async function publishNow(visit: Visit, approval: Approval): Promise<Onward> {
  const { gawai, actor, params } = visit
  const article = idIn(params, 'article')
  const key = `publication:${actor.account}:${approval.key}`
  const notice = await gawai.write((unit) =>
    answerOnce(unit, key, { publish: article, revision: approval.revision }, async () => {
      const { desk, revision } = await approve(visit, unit, approval)
      await publishRevision(unit, gawai.settings, { article, revision, by: actor.person })
      await record(unit, { by: actor.account, action: 'article.published', object: objectOf(article) })
      const undo = undoPublication.step({ article, revision, at: unit.now, ...standOf(desk) })
      return tellDone(unit, actor.account, { key: 'publication.wasPublished' }, undo)
    }),
  )
  return { to: publicationPath(article), notice }
}

/** Lets it go out by itself at a time of the site's zone. */
export async function scheduleFor(
  visit: Visit,
  { dueDay, dueTime, ...approval }: Approval & { dueDay: string; dueTime: string },
): Promise<Onward> {
  const { gawai, actor, params, time } = visit
  const article = idIn(params, 'article')
  const due = instantOf(dueDay, dueTime, gawai.settings.get(siteZone))
  if (due <= gawai.clock.now()) throw timePassed()
  const notice = await gawai.write(async (unit) => {
    const { desk, revision } = await approve(visit, unit, approval)
    await scheduleRevision(unit, gawai, { article, revision, due, by: actor.person })
    await record(unit, {
      by: actor.account,
      action: 'article.scheduled',
      object: objectOf(article),
      details: { due },
    })
    const undo = undoScheduling.step({ article, due: desk.due ?? null, set: { at: due, revision } })
    const said = { key: 'publication.wasScheduled', values: { when: timeInWords(due, time) } }
    return tellDone(unit, actor.account, said, undo)
  })
  return { to: publicationPath(article), notice }
}

/** @throws Invalid for a day that is in no calendar */
function instantOf(day: string, time: string, zone: string): number {
  try {
    return Temporal.PlainDateTime.from(`${day}T${time}`).toZonedDateTime(zone).epochMilliseconds
  } catch {
    throw new Invalid('This is no day and time: choose both', { key: 'publication.noTime' })
  }
}

/** Takes the schedule back. */
export async function unscheduleIt({ gawai, actor, params }: Visit): Promise<Onward> {
  const article = idIn(params, 'article')
  const notice = await gawai.write(async (unit) => {
    const { due } = await mustTo(unit, actor, 'articles.publish', article)
    if (!due) throw new Conflict('This article is not scheduled', { key: 'publication.notScheduled' })
    await unscheduleWithin(unit, article)
    await record(unit, { by: actor.account, action: 'article.unscheduled', object: objectOf(article) })
    const undo = undoScheduling.step({ article, due, set: null })
    return tellDone(unit, actor.account, { key: 'publication.wasUnscheduled' }, undo)
  })
  return { to: publicationPath(article), notice }
}

/** Takes it from the readers; its address says so from now on. */
export async function withdraw({ gawai, actor, params }: Visit, why: string): Promise<Onward> {
  const article = idIn(params, 'article')
  const notice = await gawai.write(async (unit) => {
    const { published } = await mustToShown(unit, actor, 'articles.publish', article)
    if (!published)
      throw new Conflict('Readers do not see this article, so there is nothing to take back', {
        key: 'publication.notPublished',
      })
    await unpublishWithin(unit, gawai.settings, { article, why, by: actor.person })
    await record(unit, {
      by: actor.account,
      action: 'article.withdrawn',
      object: objectOf(article),
      details: { why },
    })
    const { at, revision } = published
    const undo = undoWithdrawal.step({ article, at, revision })
    return tellDone(unit, actor.account, { key: 'publication.wasWithdrawn' }, undo)
  })
  return { to: publicationPath(article), notice }
}

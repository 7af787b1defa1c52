import { z } from 'zod'
import { ownedBy } from '#articles'
import { must } from '#people'
import { html } from '#platform/html.ts'
import { line } from '../forms/form.ts'
import { turnView } from '../pair/handing-view.ts'
import { type Page, route, type Visit } from '../route.ts'
import { articleHere, articleRoute, ownedHere } from '../writing/article-here.ts'
import { articleNav } from '../writing/article-nav.ts'
import { approvalFields } from './approving.ts'
import { below, publishNow, scheduleFor, unscheduleIt, withdraw } from './deeds.ts'
import { approvalView } from './approval-view.ts'
import { standView } from './stand-view.ts'

/** What stands between an article and its readers, and the way to them and back. */
async function publicationPage(visit: Visit): Promise<Page> {
  const { say, actor } = visit
  const article = await articleHere(visit)
  must(actor, 'articles.publish', ownedBy(actor, article))
  return {
    title: say('publication.of', { title: article.content.title || say('writing.untitled') }),
    lead: say('publication.lead'),
    room: '/newsroom/articles/',
    body: html`${articleNav(visit, article, below)} ${await standView(visit, article)} ${await turnView(visit, article)}
    ${await approvalView(visit, article)}`,
  }
}

const nothingMore = z.strictObject({})
const publicationRoute = `${articleRoute}${below}`

export const publicationRoutes = [
  route.page(publicationRoute, 'articles.publish', publicationPage),
  route.deed({
    path: publicationRoute,
    needs: 'articles.publish',
    on: ownedHere,
    form: z.strictObject(approvalFields),
    again: publicationPage,
    handle: publishNow,
  }),
  route.deed({
    path: `${publicationRoute}schedule/`,
    needs: 'articles.publish',
    on: ownedHere,
    form: z.strictObject({
      ...approvalFields,
      dueDay: z.string().max(10),
      dueTime: z.string().max(8),
    }),
    again: publicationPage,
    handle: scheduleFor,
  }),
  route.deed({
    path: `${publicationRoute}schedule/removal/`,
    needs: 'articles.publish',
    on: ownedHere,
    form: nothingMore,
    handle: unscheduleIt,
  }),
  route.deed({
    path: `${publicationRoute}withdrawal/`,
    needs: 'articles.publish',
    on: ownedHere,
    form: z.strictObject({ reason: line(500) }),
    again: publicationPage,
    handle: (visit, { reason }) => withdraw(visit, reason),
  }),
]

import { type DeskArticle, type RevisionLine, revisionsPage as readRevisions, ownedBy } from '#articles'
import { must } from '#people'
import { timeInWords } from '#look/time.ts'
import { type Html, html, nothing } from '#platform/html.ts'
import { nextPage } from '../lists/filters.ts'
import { type Page, route, type Visit } from '../route.ts'
import { articleHere } from '../writing/article-here.ts'
import { articleNav } from '../writing/article-nav.ts'
import { below, revisionPath, revisionsRoute } from './paths.ts'
import { statesView, writerOf } from './revision-line.ts'

const perPage = 50

/** Every revision of an article, the newest first. */
async function revisionsPage(visit: Visit): Promise<Page> {
  const { say, gawai, url } = visit
  const article = await articleHere(visit)
  must(visit.actor, 'articles.write', ownedBy(visit.actor, article))
  const before = /^[1-9]\d{0,15}$/.test(url.searchParams.get('before') ?? '')
    ? Number(url.searchParams.get('before'))
    : undefined
  const { items, older } = await readRevisions(gawai, { article: article.article, before, limit: perPage })
  return {
    title: say('revisions.of', { title: article.content.title || say('writing.untitled') }),
    lead: say('revisions.lead'),
    room: '/newsroom/articles/',
    isWide: true,
    body: html`${articleNav(visit, article, below)} ${tableView(visit, article, items)}
    ${older === undefined ? nothing : nextPage(visit, { before: String(older) })}`,
  }
}

const tableView = (visit: Visit, article: DeskArticle, items: readonly RevisionLine[]): Html =>
  html`<table class="data-table">
    <thead>
      <tr>
        <th scope="col">${visit.say('revisions.saved')}</th>
        <th scope="col">${visit.say('revisions.writer')}</th>
        <th scope="col">${visit.say('revisions.headline')}</th>
        <th scope="col">${visit.say('revisions.states')}</th>
      </tr>
    </thead>
    <tbody>
      ${items.map((line) => rowView(visit, article, line))}
    </tbody>
  </table>`

const rowView = (visit: Visit, { article, revision }: DeskArticle, line: RevisionLine): Html =>
  html`<tr>
    <th scope="row">
      <a href="${revisionPath(article, line.id)}">${timeInWords(line.savedAt, visit.time)}</a>
    </th>
    <td>${writerOf(visit, line)}</td>
    <td>${line.title || visit.say('writing.untitled')}</td>
    <td>${statesView(visit, article, line, revision)}</td>
  </tr> `

export const revisionListRoutes = [route.page(revisionsRoute, 'articles.write', revisionsPage)]

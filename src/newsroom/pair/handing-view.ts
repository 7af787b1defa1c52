import { type DeskArticle, namesOfPeople, ownedBy } from '#articles'
import { can } from '#people'
import { timeView } from '#look/time.ts'
import { type Html, html, nothing } from '#platform/html.ts'
import { area } from '../forms/fields-view.ts'
import type { Visit } from '../route.ts'
import { sheetPath } from '../writing/article-here.ts'
import { notesPath } from './note-deeds.ts'

/** Whose turn it is, and how it is passed on. */
export async function handingView(visit: Visit, article: DeskArticle): Promise<Html> {
  const isHandedOver = [article.ready, article.published].some((one) => one?.revision === article.revision)
  const isWriting = can(visit.actor, 'articles.write', ownedBy(visit.actor, article))
  const handOver = isHandedOver || !isWriting ? [] : [handOverView(visit, article)]
  return sectionOf([...(await turnOf(visit, article)), ...handOver])
}

/** The same for who publishes it: they need not hand it to anybody. */
export const turnView = async (visit: Visit, article: DeskArticle): Promise<Html> =>
  sectionOf(await turnOf(visit, article))

const sectionOf = (parts: readonly Html[]): Html => (parts.length === 0 ? nothing : html`<section>${parts}</section> `)

async function turnOf(visit: Visit, article: DeskArticle): Promise<Html[]> {
  const mayPublish = can(visit.actor, 'articles.publish', ownedBy(visit.actor, article))
  return [
    ...(article.ready || article.sentBack ? [await standView(visit, article)] : []),
    ...(article.ready && mayPublish ? [sendBackView(visit, article)] : []),
  ]
}

const handOverView = ({ say }: Visit, { article, ready }: DeskArticle): Html =>
  html`<form method="post" action="${sheetPath(article)}ready/">
    <button>${say(ready ? 'pair.handOverAgain' : 'pair.handOver')}</button>
  </form>`

async function standView({ say, gawai, time }: Visit, article: DeskArticle): Promise<Html> {
  const { ready, sentBack, revision } = article
  const names = await namesOfPeople(
    gawai.db,
    [ready, sentBack].flatMap((one) => one?.by ?? []),
  )
  const nameOf = (person: number) => names.get(person) ?? ''
  if (ready)
    return html`<p>
      ${say('pair.isReady', { name: nameOf(ready.by) })}
      ${timeView(ready.at, time)}${ready.revision === revision ? nothing : html` <span class="quiet">${say('pair.changedSince')}</span>`}
    </p>`
  if (sentBack)
    return html`<p>
      ${say('pair.isSentBack', { name: nameOf(sentBack.by) })} ${timeView(sentBack.at, time)}
      <a href="${notesPath(article.article)}#note-${sentBack.note}">${say('pair.seeWhy')}</a>
    </p>`
  return nothing
}

const sendBackView = (visit: Visit, { article }: DeskArticle): Html =>
  html`<details>
    <summary>${visit.say('pair.sendBack')}</summary>
    <form method="post" action="${sheetPath(article)}sending-back/">
      ${area(visit, { name: 'sendBackWhy', most: 2000, hint: visit.say('pair.whyHint') })}
      <p><button>${visit.say('pair.sendBack')}</button></p>
    </form>
  </details>`

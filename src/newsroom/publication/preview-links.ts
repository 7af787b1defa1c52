import { z } from 'zod'
import {
  type DeskArticle,
  endPreviewLink,
  type ListedPreviewLink,
  makePreviewLink,
  ownedBy,
  previewLinksOf,
  previewToken,
  previewWords,
  restorePreviewLink,
} from '#articles'
import { must, record } from '#people'
import { timeView } from '#look/time.ts'
import { type Html, html } from '#platform/html.ts'
import { choice } from '../fields-view.ts'
import { idIn } from '../form.ts'
import { tellDone } from '../notice.ts'
import { type Onward, type Page, route, type Visit } from '../route.ts'
import { undoing } from '../undo.ts'
import { articleHere, articleRoute, mustTo, ownedHere, sheetPath } from '../writing/article-here.ts'
import { articleNav } from '../writing/article-nav.ts'

const below = 'preview-links/'
const linksPath = (article: number): string => `${sheetPath(article)}${below}`

const lastsWords = {
  hour: 'previewLinks.hour',
  day: 'previewLinks.day',
  week: 'previewLinks.week',
} as const

/** Links that show an article to somebody without an account before readers see it. */
async function linksPage(visit: Visit): Promise<Page> {
  const { say, gawai, actor } = visit
  const article = await articleHere(visit)
  must(actor, 'articles.write', ownedBy(actor, article))
  const links = await previewLinksOf(gawai, article.article)
  const views = await Promise.all(links.map((link) => linkView(visit, article, link)))
  return {
    title: say('previewLinks.of', { title: article.content.title || say('writing.untitled') }),
    lead: say('previewLinks.lead'),
    room: '/newsroom/articles/',
    body: html`${articleNav(visit, article, below)}
      <form method="post" action="${linksPath(article.article)}">
        ${choice(visit, {
          name: 'lasts',
          value: 'day',
          options: lasting.map((value) => ({ value, words: say(lastsWords[value]) })),
        })}
        <p><button>${say('previewLinks.make')}</button></p>
      </form>
      ${
        links.length === 0
          ? html`<p>${say('previewLinks.none')}</p>`
          : html`<section>
              <h2>${say('previewLinks.good')}</h2>
              <ul class="rows">
                ${views}
              </ul>
            </section>`
      }`,
  }
}

async function linkView({ say, gawai, time }: Visit, article: DeskArticle, link: ListedPreviewLink): Promise<Html> {
  const token = await previewToken(gawai, link)
  const address = `${gawai.origin}/${previewWords[article.lang]}/${token}/`
  return html`<li>
    <p class="secret"><a href="${address}">${address}</a></p>
    <p class="quiet">${say('previewLinks.by', { name: link.by })} ${timeView(link.until, time)}</p>
    <form method="post" action="${linksPath(article.article)}${link.id}/ending/">
      <button aria-label="${say('previewLinks.endOne', { name: link.by })}">${say('previewLinks.end')}</button>
    </form>
  </li> `
}

const lasting = ['hour', 'day', 'week'] as const

async function make({ gawai, actor, params }: Visit, lasts: (typeof lasting)[number]): Promise<Onward> {
  const article = idIn(params, 'article')
  const notice = await gawai.write(async (unit) => {
    const { id } = await makePreviewLink(unit, { article, by: actor.person, lasts })
    await recordLink(unit, actor.account, 'previewLink.made', article)
    const undo = { kind: 'previewLink.making', payload: { article, link: id } }
    return tellDone(unit, actor.account, { key: 'previewLinks.wasMade' }, undo)
  })
  return { to: linksPath(article), notice }
}

async function end({ gawai, actor, params }: Visit): Promise<Onward> {
  const [article, link] = [idIn(params, 'article'), idIn(params, 'link')]
  const notice = await gawai.write(async (unit) => {
    const ended = await endPreviewLink(unit, { article, link })
    await recordLink(unit, actor.account, 'previewLink.ended', article)
    const undo = { kind: 'previewLink.ending', payload: { article, ended } }
    return tellDone(unit, actor.account, { key: 'previewLinks.wasEnded' }, undo)
  })
  return { to: linksPath(article), notice }
}

const recordLink = (unit: Parameters<typeof record>[0], by: number, action: string, article: number) =>
  record(unit, { by, action, object: `article:${article}` })

const linksRoute = `${articleRoute}${below}`

export const previewLinkRoutes = [
  route.page(linksRoute, 'articles.write', linksPage),
  route.deed({
    path: linksRoute,
    needs: 'articles.write',
    on: ownedHere,
    form: z.strictObject({ lasts: z.enum(lasting) }),
    again: linksPage,
    handle: (visit, { lasts }) => make(visit, lasts),
  }),
  route.deed({
    path: `${linksRoute}:link{[1-9]\\d*}/ending/`,
    needs: 'articles.write',
    on: ownedHere,
    form: z.strictObject({}),
    handle: end,
  }),
]

const ended = z.object({ id: z.number(), until: z.number(), madeAt: z.number(), madeBy: z.number() })

/** How what is done here is taken back. */
export const previewLinkUndoes = {
  'previewLink.making': undoing(z.object({ article: z.number(), link: z.number() }), async (unit, payload, actor) => {
    await mustTo(unit, actor, 'articles.write', payload.article)
    await endPreviewLink(unit, payload)
    await recordLink(unit, actor.account, 'previewLink.ended', payload.article)
  }),
  'previewLink.ending': undoing(z.object({ article: z.number(), ended }), async (unit, payload, actor) => {
    const { article } = payload
    await mustTo(unit, actor, 'articles.write', article)
    await restorePreviewLink(unit, { article, ...payload.ended })
    await recordLink(unit, actor.account, 'previewLink.made', article)
  }),
}

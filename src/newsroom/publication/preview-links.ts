import { z } from 'zod'
import {
  type DeskArticle,
  type ListedPreviewLink,
  ownedBy,
  previewLinksOf,
  previewToken,
  previewWords,
} from '#articles'
import { must } from '#people'
import { timeView } from '#look/time.ts'
import { type Html, html } from '#platform/html.ts'
import { choice } from '../forms/fields-view.ts'
import { type Page, route, type Visit } from '../route.ts'
import { articleHere, articleRoute, ownedHere } from '../writing/article-here.ts'
import { articleNav } from '../writing/article-nav.ts'
import { below, end, lasting, linksPath, make } from './preview-link-deeds.ts'

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

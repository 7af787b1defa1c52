import { latest, latestSubject, slugsLike } from '#articles'
import { headlineList } from '#look/cards.ts'
import { timeInWords } from '#look/time.ts'
import { type Html, html, markupOf, nothing } from '#platform/html.ts'
import type { Instant } from '#platform/database/tables.ts'
import type { PagePlan, Part } from '#platform/page-store/page.ts'
import type { Edition } from './edition.ts'
import { framed, headOf } from './frame.ts'
import { searchForm } from './search-page.ts'

const nearest = 5
const shortestWord = 5
const newestShown = 8

/** A 404 that helps: what somebody may have meant, and what is new. */
export async function notFoundPage(own: Edition, path: string): Promise<PagePlan> {
  const { gawai, lang, say } = own
  const word = path.split('/').findLast((segment) => segment !== '') ?? ''
  const near = word.length >= shortestWord ? await slugsLike(gawai, { word: decoded(word), lang, limit: nearest }) : []
  return emptyPlace(own, {
    subject: '',
    status: 404,
    title: say('missing.title'),
    words: say('missing.words'),
    more: html`${near.length > 0 ? nearView(own, near) : nothing}${searchForm(own)}`,
  })
}

const nearView = ({ say }: Edition, near: readonly { title: string; path: string }[]): Html =>
  html`<h2>${say('missing.near')}</h2>
    <ul>
      ${near.map((article) => html`<li><a href="${article.path}">${article.title}</a></li>`)}
    </ul> `

function decoded(word: string): string {
  try {
    return decodeURIComponent(word)
  } catch {
    return word
  }
}

/** What answers where an article was that the editors took back. */
export function gonePage(own: Edition, subject: string, at: Instant): Promise<PagePlan> {
  const { say, time } = own
  const words = say('missing.goneWords', { when: timeInWords(at, time) })
  return emptyPlace(own, { subject, status: 410, title: say('missing.goneTitle'), words })
}

interface EmptyPlace {
  subject: string
  status: 404 | 410
  title: string
  words: string
  more?: Html
}

async function emptyPlace(own: Edition, { subject, status, title, words, more }: EmptyPlace): Promise<PagePlan> {
  const head = headOf(own, { title, description: '', isNoIndex: true })
  const body = html`<header class="page-title">
      <h1>${title}</h1>
      <p class="summary">${words}</p>
    </header>
    ${more ?? nothing}`
  return { subject, status, parts: framed(own, await markupOf(head), [await markupOf(body), newest(own)]) }
}

function newest({ gawai, lang, say, time }: Edition): Part {
  return {
    subject: latestSubject(lang),
    view: 'missing',
    render: async () => {
      const { items } = await latest(gawai, { lang, limit: newestShown })
      return {
        body: html`<section class="newest">
          <h2>${say('list.latest')}</h2>
          ${headlineList(items, time)}
        </section> `,
      }
    },
  }
}

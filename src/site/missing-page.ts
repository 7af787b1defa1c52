import { latest, latestSubject, slugsLike } from '#articles'
import { headlineList } from '#look/cards.ts'
import { html, markupOf, nothing } from '#platform/html.ts'
import type { PagePlan, Part } from '#platform/page-store/page.ts'
import { type Edition, framed, headOf } from './edition.ts'

const nearest = 5

/** A 404 that helps: what somebody may have meant, and what is new. */
export async function notFoundPage(own: Edition, path: string): Promise<PagePlan> {
  const word = path.split('/').findLast((segment) => segment !== '') ?? ''
  const near = word.length >= 3 ? await slugsLike(own.gawai, decoded(word), nearest) : []
  const title = own.say('missing.title')
  const body = html`<div class="page-title"><h1>${title}</h1></div>
    <p>${own.say('missing.words')}</p>
    ${
      near.length > 0
        ? html`<h2>${own.say('missing.near')}</h2>
            <ul>
              ${near.map((article) => html`<li><a href="${article.path}">${article.title}</a></li>`)}
            </ul>`
        : nothing
    }`
  return {
    subject: '',
    status: 404,
    parts: framed(own, await markupOf(headOf(own, { title, description: '', isNoIndex: true })), [
      await markupOf(body),
      newest(own),
    ]),
  }
}

function decoded(word: string): string {
  try {
    return decodeURIComponent(word)
  } catch {
    return word
  }
}

/** What answers where an article was that the editors took back. */
export async function gonePage(own: Edition, subject: string): Promise<PagePlan> {
  const title = own.say('missing.goneTitle')
  const body = html`<div class="page-title"><h1>${title}</h1></div>
    <p>${own.say('missing.goneWords')}</p>`
  return {
    subject,
    status: 410,
    parts: framed(own, await markupOf(headOf(own, { title, description: '', isNoIndex: true })), [
      await markupOf(body),
      newest(own),
    ]),
  }
}

function newest({ gawai, lang, say, time }: Edition): Part {
  return {
    subject: latestSubject(lang),
    view: 'missing',
    render: async () => {
      const { items } = await latest(gawai, { lang, limit: 8 })
      return {
        body: html`<section class="rail">
          <h2>${say('list.latest')}</h2>
          ${headlineList(items, time)}
        </section>`,
      }
    },
  }
}

import { type Html, html, nothing } from '#platform/html.ts'
import type { Edition } from '../edition.ts'
import type { ArticleList } from './article-list.ts'

/** What kind of list it is, its name, what it is about, the lists below it, and the same in the other language. */
export function listTitle(
  { say }: Edition,
  { label, above = [], below = [], name, description, url, partner }: ArticleList,
): Html {
  const kind = label && (label.path === undefined ? label.name : html`<a href="${label.path}">${label.name}</a>`)
  const way = [
    ...(kind === undefined ? [] : [kind]),
    ...above.map((one) => html`<a href="${one.path}">${one.name}</a>`),
  ]
  return html`<header class="page-title">
    ${way.length > 0 ? html`<p class="label">${way.map((step, index) => (index > 0 ? html` <span>/</span> ${step}` : step))}</p> ` : nothing}
    <h1>${name}</h1>
    ${description === '' ? nothing : html`<p class="summary">${description}</p> `}${url === undefined ? nothing : html`<p class="label"><a href="${url}" rel="noopener">${new URL(url).hostname.replace(/^www\./, '')}</a></p> `}${
      below.length > 0
        ? html`<ul class="below">
            ${below.map((one) => html`<li><a href="${one.path}">${one.name}</a></li>`)}
          </ul> `
        : nothing
    }${partner ? html`<p class="partner"><a href="${partner.path}" hreflang="${partner.lang}" lang="${partner.lang}">${say('list.inOtherLanguage')}</a></p> ` : nothing}
  </header> `
}

import { type PublishedArticle, textOf } from '#articles'
import { timeView } from '#look/time.ts'
import { type Html, html, nothing } from '#platform/html.ts'
import type { Edition } from './edition.ts'

/** Section, headline, summary, and who wrote it when. */
export function storyHead(own: Edition, article: PublishedArticle): Html {
  const { section, title, summary, kind } = article
  return html`<header>
    ${section ? html`<p class="label"><a href="${section.path}">${section.name}</a></p>` : nothing}
    <h1>${title}</h1>
    ${summary === '' || kind === 'page' ? nothing : html`<p class="summary">${summary}</p>`}${kind === 'article' ? bylineRow(own, article) : nothing}
  </header> `
}

function bylineRow({ say, time }: Edition, article: PublishedArticle): Html {
  const people = (['writer', 'editor', 'photo'] as const).flatMap((role) => {
    const names = article.bylines.filter((byline) => byline.role === role).map(({ name }) => name)
    return names.length > 0 ? [`${say(roleWords[role])} ${names.join(', ')}`] : []
  })
  const isModified = article.modifiedAt - article.publishedAt > aMinute
  return html`<div class="bylines">
    ${people.length > 0 ? html`<p>${people.join(' · ')}</p>` : nothing}
    <p>
      ${say('article.published')} ${timeView(article.publishedAt, time)} ·
      ${say('article.readingTime', { count: readingMinutes(article) })}
    </p>
    ${isModified ? html`<p>${say('article.modified')} ${timeView(article.modifiedAt, time)}</p>` : nothing}
  </div>`
}

const roleWords = { writer: 'article.by', editor: 'article.edited', photo: 'article.photo' } as const
const aMinute = 60_000
/** A common measure for silent reading of news (Brysbaert 2019: 238 words a minute in English; Indonesian words are longer). */
const wordsPerMinute = 220

function readingMinutes({ document }: PublishedArticle): number {
  const words = textOf(document).split(/\s+/).length
  return Math.max(1, Math.round(words / wordsPerMinute))
}

/** Who said it, the sign-off, what it is about, and the same story in the other language. */
export function storyFoot(own: Edition, article: PublishedArticle): Html {
  const { say } = own
  const { signOff, topics, partner } = article
  return html`<footer>
    ${sources(own, article)}${signOff === '' ? nothing : html`<p class="sign-off">${signOff}</p>`}
    ${
      topics.length > 0
        ? html`<h2>${say('article.topics')}</h2>
            <ul>
              ${topics.map((topic) => html`<li><a href="${topic.path}" rel="tag">${topic.name}</a></li>`)}
            </ul>`
        : nothing
    }
    ${partner ? html`<p class="partner"><a href="${partner.path}" hreflang="${partner.lang}" lang="${partner.lang}">${say('article.inOtherLanguage')}: ${partner.title}</a></p>` : nothing}
  </footer> `
}

/** "According to X, via Y and Z", with a link where one is known. */
function sources(own: Edition, { sources: said }: PublishedArticle): Html {
  if (said.length === 0) return nothing
  const named = (role: 'source' | 'via') => joined(own, said.filter((source) => source.role === role).map(sourceName))
  const according = named('source')
  const via = named('via')
  const parts = [
    according && html`${own.say('article.accordingTo')} ${according}`,
    via && html`${own.say('article.via')} ${via}`,
  ].filter((part) => part !== undefined)
  return html`<h2>${own.say('article.sources')}</h2>
    <p>${parts.map((part, index) => (index > 0 ? html`, ${part}` : part))}</p>`
}

const sourceName = ({ name, url }: PublishedArticle['sources'][number]): Html =>
  url === undefined ? html`${name}` : html`<a href="${url}" rel="noopener">${name}</a>`

/** "X", "X and Y", "X, Y and Z", as the language has it. */
function joined({ lang }: Edition, names: readonly Html[]): Html | undefined {
  if (names.length === 0) return undefined
  const places = names.map((_, index) => String(index))
  const parts = new Intl.ListFormat(lang, { type: 'conjunction' }).formatToParts(places)
  return html`${parts.map(({ type, value }) => (type === 'element' ? (names[Number(value)] ?? nothing) : value))}`
}

import { type PublishedArticle, wordsIn } from '#articles'
import { timeView } from '#look/time.ts'
import { type Html, html, nothing } from '#platform/html.ts'
import { correctionsAbove } from './corrections-view.ts'
import { joined } from './joined.ts'
import type { Edition } from './edition.ts'

/** Section, headline, summary, who wrote it when, and what was wrong in it. */
export function storyHead(own: Edition, article: PublishedArticle): Html {
  const { section, title, summary, kind } = article
  return html`<header>
      ${section ? html`<p class="label"><a href="${section.path}">${section.name}</a></p> ` : nothing}
      ${age(own, article)}
      <h1>${title}</h1>
      ${summary === '' || kind === 'page' ? nothing : html`<p class="summary">${summary}</p> `}${kind === 'article' ? bylineRow(own, article) : partnerLine(own, article)}
    </header>
    ${correctionsAbove(own, article)}`
}

/** Old news reads like new to somebody who comes from a search. */
function age({ say, gawai }: Edition, { kind, publishedAt }: PublishedArticle): Html {
  const years = yearsSince(publishedAt, gawai.clock.now())
  return kind === 'page' || years < 1 ? nothing : html`<p class="age">${say('article.age', { count: years })}</p> `
}

/** Whole years of the calendar between two instants. */
function yearsSince(at: number, now: number): number {
  const [then, today] = [new Date(at), new Date(now)]
  const years = today.getUTCFullYear() - then.getUTCFullYear()
  return now < birthday(then, years) ? years - 1 : years
}

const birthday = (then: Date, years: number): number => new Date(then).setUTCFullYear(then.getUTCFullYear() + years)

/** When the story becomes a year older, and its page says something else. */
export function nextBirthday({ publishedAt }: PublishedArticle, now: number): number {
  return birthday(new Date(publishedAt), Math.max(0, yearsSince(publishedAt, now)) + 1)
}

function bylineRow(own: Edition, article: PublishedArticle): Html {
  const { say, time } = own
  const people = (['writer', 'editor', 'photo'] as const).flatMap((role) => {
    const names = article.bylines.filter((byline) => byline.role === role).map((byline) => signer(own, byline))
    return names.length > 0 ? [html`<span>${say(roleWords[role])} ${joined(own.lang, names)}</span>`] : []
  })
  const isModified = article.modifiedAt - article.publishedAt > aMinute
  return html`<div class="bylines">
    ${people.length > 0 ? html`<p>${people.map((one, index) => (index > 0 ? html` · ${one}` : one))}</p> ` : nothing}
    <p>${timeView(article.publishedAt, time)} · ${say('article.readingTime', { count: readingMinutes(article) })}</p>
    ${isModified ? html`<p>${say('article.modified')} ${timeView(article.modifiedAt, time)}</p> ` : nothing}${partnerLine(own, article)}
  </div> `
}

const signer = ({ paths }: Edition, { name, slug }: PublishedArticle['bylines'][number]): Html =>
  html`<a href="${paths.person(slug)}" rel="author">${name}</a>`

const roleWords = { writer: 'article.by', editor: 'article.edited', photo: 'article.photo' } as const
const aMinute = 60_000
/** A common measure for silent reading of news (Brysbaert 2019: 238 words a minute in English; Indonesian words are longer). */
const wordsPerMinute = 220

function readingMinutes({ document }: PublishedArticle): number {
  return Math.max(1, Math.round(wordsIn(document) / wordsPerMinute))
}

function partnerLine({ say }: Edition, { partner }: PublishedArticle): Html {
  if (!partner) return nothing
  return html`<p class="partner">
    <a href="${partner.path}" hreflang="${partner.lang}" lang="${partner.lang}" title="${partner.title}"
      >${say('article.inOtherLanguage')}</a
    >
  </p> `
}

/** Who said it, the sign-off, and what it is about. */
export function storyFoot(own: Edition, article: PublishedArticle): Html {
  const { say, paths } = own
  const { signOff, topics, brands } = article
  const about = [
    ...brands.map(({ name, slug }) => ({ name, path: paths.brand(slug) })),
    // A brand that is a topic too is named once.
    ...topics.filter((topic) => !brands.some(({ name }) => name === topic.name)),
  ]
  if (signOff === '' && about.length === 0 && article.sources.length === 0) return nothing
  return html`<footer>
    ${signOff === '' ? nothing : html`<p class="sign-off">${signOff}</p> `}${sources(own, article)}${
      about.length > 0
        ? html`<h2>${say('article.topics')}</h2>
            <ul class="topics">
              ${about.map(({ name, path }) => html`<li><a href="${path}" rel="tag">${name}</a></li> `)}
            </ul> `
        : nothing
    }
  </footer> `
}

/** "X, via Y and Z", with a link where one is known. */
function sources({ say, lang }: Edition, { sources: said }: PublishedArticle): Html {
  if (said.length === 0) return nothing
  const named = (role: 'source' | 'via') => said.filter((source) => source.role === role).map(sourceName)
  const [from, via] = [named('source'), named('via')]
  const passedOn = via.length > 0 ? html`${say('article.via')} ${joined(lang, via)}` : nothing
  return html`<p class="sources">
    <b>${say('article.sources')}</b> ${joined(lang, from)}${from.length > 0 && via.length > 0 ? ', ' : ''}${passedOn}
  </p> `
}

const sourceName = ({ name, url }: PublishedArticle['sources'][number]): Html =>
  url === undefined ? html`${name}` : html`<a href="${url}" rel="noopener">${name}</a>`

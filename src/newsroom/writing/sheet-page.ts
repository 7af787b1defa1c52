import { randomUUID } from 'node:crypto'
import {
  type DeskArticle,
  type Document,
  markdownOf,
  notesOf,
  ownedBy,
  parseDocument,
  referencesOfManuscript,
  type Written,
  writtenOf,
} from '#articles'
import { must } from '#people'
import type { Gawai } from '#platform/gawai.ts'
import { type Html, html, nothing } from '#platform/html.ts'
import { area, longArea } from '../forms/fields-view.ts'
import { handingView } from '../pair/handing-view.ts'
import { type Page, route, type Visit } from '../route.ts'
import { articleHere, articleRoute, sheetPath } from './article-here.ts'
import { articleNav } from './article-nav.ts'
import { detailsView } from './details-view.ts'
import { keepingFacts } from './keeping-facts.ts'
import { type NotePlace, placeView } from './sheet-view.ts'

/** Where one article is written: the text, and beside it everything else that is said of it. */
async function sheetPage(visit: Visit): Promise<Page> {
  const article = await articleHere(visit)
  must(visit.actor, 'articles.write', ownedBy(visit.actor, article))
  return pageOf(visit, article)
}

/** @param article as it is kept; what was typed and could not be saved stands in `visit.entered` */
export async function pageOf(visit: Visit, article: DeskArticle): Promise<Page> {
  const { say, gawai } = visit
  const written = await writtenOf(gawai, article.lang, article.content)
  return {
    title: article.content.title === '' ? say('writing.untitled') : article.content.title,
    room: '/newsroom/articles/',
    isWide: true,
    script: 'editor.js',
    body: html`${articleNav(visit, article, '')} ${liveView(visit, article)}
      <form
        class="writing"
        method="post"
        action="${sheetPath(article.article)}"
        data-writing="${article.article}"
        ${keepingFacts(visit, article)}
      >
        ${tokenView(visit, article)}
        <div class="manuscript">${headView(visit, written)} ${await textView(visit, article)}</div>
        <div class="about-it">${await detailsView(visit, article, written)}</div>
        <div class="save">
          <p class="saving" role="status" data-saving></p>
          <p><button>${say('writing.save')}</button></p>
        </div>
      </form>
      ${await handingView(visit, article)}`,
  }
}

/** Readers see another text than the one that is written here, until it is published again. */
const liveView = ({ say }: Visit, { published, revision }: DeskArticle): Html =>
  published === undefined
    ? nothing
    : html`<p class="live">
        ${say(published.revision === revision ? 'writing.liveSame' : 'writing.liveOther')}
        <a href="${published.path}">${say('writing.liveRead')}</a>
      </p>`

/** What this page was made of: whoever saves says so. */
const tokenView = ({ session }: Visit, { version, revision }: DeskArticle): Html =>
  html`<input type="hidden" name="version" value="${version}" />
    <input type="hidden" name="revision" value="${revision}" />
    <input type="hidden" name="tab" value="session-${session.id}" />
    <input type="hidden" name="key" value="${randomUUID()}" />`

const headView = (visit: Visit, { title, summary = '' }: Written): Html =>
  html`<div class="headline">${area(visit, { name: 'title', value: title, most: 300 })}</div>
    <div class="standfirst">
      ${area(visit, { name: 'summary', value: summary, most: 600, hint: visit.say('writing.summaryHint') })}
    </div>`

/** With a script the sheet stands here; without one the text is written as Markdown. */
async function textView(visit: Visit, article: DeskArticle): Promise<Html> {
  const { gawai, say, entered } = visit
  const document = enteredIn(entered['document']) ?? article.content.document
  const references = await referencesOfManuscript(gawai, document)
  const value = await markdownHere(gawai, article)
  return html`<div class="plain-text">
      ${longArea(visit, { name: 'markdown', value, hint: say('writing.markdownHint') })}
    </div>
    ${placeView(visit, article, { document, references, notes: await notePlaces(visit, article) })}`
}

/** What stood on the sheet and could not be saved, if it is a document. */
function enteredIn(text: string | undefined): Document | undefined {
  try {
    return text === undefined ? undefined : parseDocument(JSON.parse(text))
  } catch {
    return undefined
  }
}

/** Which block each note speaks of, so that a script can follow it. */
async function notePlaces({ gawai }: Visit, { article }: DeskArticle): Promise<NotePlace[]> {
  const notes = (await notesOf(gawai, article)).filter(({ quote }) => quote !== '')
  return notes.map(({ id, block, quote }) => ({ note: id, block, quote }))
}

/** The text as it stands in the form; sent back unchanged it changes nothing. */
export async function markdownHere(
  gawai: Gawai,
  { lang, content: { document } }: Pick<DeskArticle, 'lang' | 'content'>,
): Promise<string> {
  const references = await referencesOfManuscript(gawai, document)
  return markdownOf(document, { say: gawai.words.in(lang), references, origin: '' })
}

export const sheetRoutes = [route.page(articleRoute, 'articles.write', sheetPage)]

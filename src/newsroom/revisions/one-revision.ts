import {
  compareDocuments,
  type DeskArticle,
  readRevision,
  type RevisionLine,
  revisionLine,
  revisionsPage,
  ownedBy,
} from '#articles'
import { must } from '#people'
import { type Html, html, nothing } from '#platform/html.ts'
import { field } from '../forms/fields-view.ts'
import { idIn } from '../forms/form.ts'
import { type Page, route, type Visit } from '../route.ts'
import { articleHere } from '../writing/article-here.ts'
import { articleNav } from '../writing/article-nav.ts'
import { blocksView } from './blocks-view.ts'
import { factsBetween, factsView } from './facts.ts'
import { below, revisionPath, revisionRoute } from './paths.ts'
import { nameOfRevision, spanView, statesView, writerOf } from './revision-line.ts'
import { summaryOf } from './summary.ts'

/** What an article said once, compared with what it said before or says elsewhere. */
export async function revisionPage(visit: Visit): Promise<Page> {
  const { say, gawai, params } = visit
  const article = await articleHere(visit)
  must(visit.actor, 'articles.write', ownedBy(visit.actor, article))
  const here = await revisionLine(gawai, { article: article.article, revision: idIn(params, 'revision') })
  const before = (await revisionsPage(gawai, { article: article.article, before: here.id, limit: 1 })).items[0]
  const other = await otherHere(visit, article, before ?? here)
  return {
    title: say('revisions.of', { title: here.title || say('writing.untitled') }),
    room: '/newsroom/articles/',
    isWide: true,
    body: html`${articleNav(visit, article, below)}
      <p class="revision-line">
        ${spanView(visit, here)} ${writerOf(visit, here)} ${statesView(visit, article.article, here, article.revision)}
      </p>
      ${deedsView(visit, article, here)} ${withView(visit, article, { here, before, other })}
      ${await comparisonView(visit, article, here, other)}`,
  }
}

/** The one that `?with=` names. */
async function otherHere({ gawai, url }: Visit, { article }: DeskArticle, usual: RevisionLine): Promise<RevisionLine> {
  const wanted = url.searchParams.get('with') ?? ''
  return /^[1-9]\d{0,15}$/.test(wanted) ? revisionLine(gawai, { article, revision: Number(wanted) }) : usual
}

/** What can be done with it: take its words up again, keep it for good. */
function deedsView(visit: Visit, { article, revision, version }: DeskArticle, here: RevisionLine): Html {
  const { say } = visit
  const place = revisionPath(article, here.id)
  const restoring = html`<form method="post" action="${place}restoring/">
    <input type="hidden" name="version" value="${version}" />
    <input type="hidden" name="revision" value="${revision}" />
    <p><button>${say('revisions.restore')}</button></p>
    <p class="hint">${say('revisions.restoreHint')}</p>
  </form> `
  return html`<div class="revision-deeds">
    ${here.id === revision ? nothing : restoring}
    <details ${visit.problem === undefined ? nothing : html`open`}>
      <summary>${here.keptAt === undefined ? say('revisions.keep') : say('revisions.name')}</summary>
      <form method="post" action="${place}keeping/">
        ${field(visit, { name: 'keptAs', value: here.keptAs ?? '', most: 120, autocomplete: 'off', isOptional: true, hint: say('revisions.keepHint') })}
        <p><button>${here.keptAt === undefined ? say('revisions.keep') : say('revisions.saveName')}</button></p>
      </form>
    </details>
  </div>`
}

interface Compared {
  here: RevisionLine
  before: RevisionLine | undefined
  other: RevisionLine
}

/** What it can be compared with. */
function withView({ say }: Visit, article: DeskArticle, { here, before, other }: Compared): Html {
  // What is several of these has one link, under the word that says most.
  const links = new Map<number, string>()
  if (before) links.set(before.id, say('revisions.withBefore'))
  if (article.published) links.set(article.published.revision, say('revisions.withShown'))
  links.set(article.revision, say('revisions.withNow'))
  links.delete(here.id)
  links.set(here.id, say('revisions.withNothing'))
  return html`<nav class="tabs" aria-label="${say('revisions.comparedWith')}">
    <ul>
      ${[...links].map(([id, words]) => html`<li><a href="?with=${id}" ${id === other.id ? html`aria-current="page"` : nothing}>${words}</a></li> `)}
    </ul>
  </nav> `
}

/** From the older one to the newer one, whichever of them is asked for. */
async function comparisonView(
  visit: Visit,
  article: DeskArticle,
  here: RevisionLine,
  other: RevisionLine,
): Promise<Html> {
  const { say, gawai } = visit
  const [older, newer] = other.id < here.id ? [other, here] : [here, other]
  const contentOf = ({ id }: RevisionLine) => readRevision({ tx: gawai.db }, article.article, id)
  const between = { old: await contentOf(older), now: await contentOf(newer) }
  const blocks = compareDocuments(between.old.document, between.now.document)
  const facts = await factsBetween(visit, article.lang, between)
  const hasChanges = blocks.some(({ state }) => state !== 'same')
  const from = { old: nameOfRevision(visit, older), now: nameOfRevision(visit, newer) }
  const told = html`<p class="told">
    ${say('revisions.between', from)} <b>${summaryOf(visit, blocks, facts)}</b>
    ${hasChanges ? html`<a href="#change-1">${say('revisions.firstChange')}</a>` : nothing}
  </p>`
  return html`${here.id === other.id ? nothing : told} ${facts.length === 0 ? nothing : factsView(visit, facts)}
  ${await blocksView(visit, article.lang, blocks)}`
}

export const revisionRoutes = [route.page(revisionRoute, 'articles.write', revisionPage)]

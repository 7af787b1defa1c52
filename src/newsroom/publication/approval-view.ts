import { randomUUID } from 'node:crypto'
import { checklistOf, type DeskArticle, type Finding, previewedArticle, type Remedy, signOff } from '#articles'
import { findAccount } from '#people'
import { type Html, html, nothing, raw } from '#platform/html.ts'
import { siteZone } from '#platform/settings.ts'
import { field } from '../forms/fields-view.ts'
import { notesPath } from '../pair/note-deeds.ts'
import type { Visit } from '../route.ts'
import { sheetPath } from '../writing/article-here.ts'
import { factsOf, findingWords, isOffered, signedBy } from './approving.ts'
import { publicationPath } from './deeds.ts'

/** The checklist, and below it what publishes. */
export async function approvalView(visit: Visit, article: DeskArticle): Promise<Html> {
  const { say, gawai, actor } = visit
  const facts = await factsOf(gawai, article)
  // Whoever signs as the editor is the second person.
  const findings = checklistOf(isOffered(actor, article) ? signedBy(actor, article) : article, facts)
  const isRefused = findings.some(({ severity }) => severity === 'must')
  return html`<section>
      <h2>${say('checks.title')}</h2>
      ${
        findings.length === 0
          ? html`<p>${say('checks.none')}</p>`
          : html`<ul class="rows">
              ${findings.map((finding) => html`<li>${findingView(visit, article, finding)}</li> `)}
            </ul>`
      }
    </section>
    ${isRefused ? html`<p><strong>${say('checks.refused')}</strong></p>` : await formsView(visit, article, findings.length > 0)}`
}

function findingView({ say }: Visit, { article }: DeskArticle, finding: Finding): Html {
  const { severity, remedy, other } = finding
  return html`<p>
    <b>${say(severity === 'must' ? 'checks.must' : 'checks.should')}</b> ${findingWords(say, finding)}
    ${other ? html`<a href="${other.path}">${say('checks.seeOther')}</a>` : nothing}
    <a href="${placeOf(article, remedy)}">${say('checks.mend')}</a>
  </p>`
}

/** Where it is put right. */
function placeOf(article: number, remedy: Remedy): string {
  if (remedy === 'notes') return notesPath(article)
  return `${sheetPath(article)}#field-${remedy === 'text' ? 'markdown' : remedy}`
}

async function formsView(visit: Visit, article: DeskArticle, isOpen: boolean): Promise<Html> {
  const { say, gawai } = visit
  const fields = html`${tokenView(article)} ${isOpen ? tick(visit, 'isAnyway', say('checks.anyway')) : nothing}
  ${await signView(visit, article)}`
  const [day, time] = dueOf(visit, article)
  const zone = say('publication.zone', { zone: gawai.settings.get(siteZone) })
  return html`<section>
      <h2>${say('publication.now')}</h2>
      <form method="post" action="${publicationPath(article.article)}">
        ${fields}
        <p><button>${say(article.published ? 'publication.publishAgain' : 'publication.publish')}</button></p>
      </form>
    </section>
    <section>
      <h2>${say('publication.later')}</h2>
      <form method="post" action="${publicationPath(article.article)}schedule/">
        ${field(visit, { name: 'dueDay', type: 'date', value: day, hint: zone })}
        ${field(visit, { name: 'dueTime', type: 'time', value: time })} ${fields}
        <p><button>${say(article.due ? 'publication.reschedule' : 'publication.schedule')}</button></p>
      </form>
    </section>`
}

/** What this page was made of. */
const tokenView = ({ version, revision }: DeskArticle): Html =>
  html`<input type="hidden" name="version" value="${version}" />
    <input type="hidden" name="revision" value="${revision}" />
    <input type="hidden" name="key" value="${randomUUID()}" />`

const tick = ({ entered }: Visit, name: string, words: string, isTicked = false): Html =>
  html`<p>
    <label
      ><input
        type="checkbox"
        name="${name}"
        ${(entered['key'] === undefined ? isTicked : entered[name] === 'on') ? raw('checked') : nothing}
      />${words}</label
    >
  </p>`

/** The pair's initials, as readers find them; whoever publishes may add theirs. */
async function signView(visit: Visit, article: DeskArticle): Promise<Html> {
  const { say, gawai, actor } = visit
  const { bylines } = await previewedArticle(gawai, article.article)
  if (!isOffered(actor, article))
    return bylines.length === 0 ? nothing : html`<p>${say('publication.signOff', { initials: signOff(bylines) })}</p>`
  const { initials } = await findAccount(gawai, actor.account)
  const signed = signOff([...bylines, { role: 'editor', initials }])
  return tick(visit, 'asEditor', say('publication.asEditor', { initials: signed }), true)
}

/** When it goes out, or else tomorrow morning. */
function dueOf({ gawai }: Visit, { due }: DeskArticle): [day: string, time: string] {
  const zone = gawai.settings.get(siteZone)
  const at = (instant: number) => Temporal.Instant.fromEpochMilliseconds(instant).toZonedDateTimeISO(zone)
  const when = due ? at(due.at) : at(gawai.clock.now()).add({ days: 1 }).with({ hour: 7, minute: 0 })
  return [when.toPlainDate().toString(), when.toPlainTime().toString({ smallestUnit: 'minute' })]
}

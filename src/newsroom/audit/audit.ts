import { accountsPage, type AuditEntry, auditPage } from '#people'
import { clockView, dayInWords } from '#look/time.ts'
import type { Id } from '#platform/database/tables.ts'
import { type Html, html, nothing } from '#platform/html.ts'
import { deedSentence, objectsOf } from '../deed-sentence.ts'
import { choice } from '../forms/fields-view.ts'
import { filtersView, nextPage } from '../lists/filters.ts'
import { type Page, route, type Visit } from '../route.ts'
import { type Thing, thingsOf } from '../things.ts'
import { chainPage } from './chain.ts'
import { deedKinds } from './deeds.ts'

const room = '/newsroom/audit/'
const perPage = 100
const mostPeople = 1000

interface Asked {
  before: number | undefined
  by: Id | undefined
  kind: string | undefined
  object: string | undefined
}

function askedIn({ url: { searchParams: given } }: Visit): Asked {
  const number = (name: string) => (/^[1-9]\d{0,15}$/.test(given.get(name) ?? '') ? Number(given.get(name)) : undefined)
  return {
    before: number('before'),
    by: number('by'),
    kind: Object.keys(deedKinds).find((kind) => kind === given.get('deeds')),
    object: given.get('object')?.slice(0, 100) || undefined,
  }
}

/** What was done in the newsroom, the newest first, day by day. */
async function page(visit: Visit): Promise<Page> {
  const { say, gawai } = visit
  const asked = askedIn(visit)
  const rows = await auditPage(gawai, { limit: perPage + 1, ...wantedBy(asked) })
  const shown = rows.slice(0, perPage)
  const things = await thingsOf(visit, [...shown.flatMap(objectsOf), asked.object ?? ''])
  return {
    title: say('audit.title'),
    lead: say('audit.lead'),
    room,
    body: html`<p class="on"><a href="${room}chain/">${say('audit.prove')}</a></p>
      ${await narrowing(visit, asked)} ${asked.object === undefined ? nothing : objectView(visit, asked.object, things)}
      ${shown.length === 0 ? html`<p>${say('audit.none')}</p>` : daysView(visit, shown, things)}
      ${rows.length > perPage ? nextPage(visit, { before: String(shown.at(-1)?.position ?? 0) }) : nothing}`,
  }
}

const wantedBy = ({ before, by, kind, object }: Asked) => ({
  ...(before !== undefined && { before }),
  ...(by !== undefined && { by }),
  ...(object !== undefined && { object }),
  ...(kind !== undefined && { kinds: deedKinds[kind]?.actions ?? [] }),
})

async function narrowing(visit: Visit, { by, kind, object }: Asked): Promise<Html> {
  const { say, gawai } = visit
  const any = { value: '', words: say('filters.all') }
  const people = await accountsPage(gawai, { limit: mostPeople })
  const kinds = Object.entries(deedKinds).map(([value, { words }]) => ({ value, words: say(words) }))
  return filtersView(visit, [
    object === undefined ? nothing : html`<input type="hidden" name="object" value="${object}" />`,
    choice(visit, {
      name: 'by',
      value: by === undefined ? '' : String(by),
      options: [any, ...people.map(({ account, name }) => ({ value: String(account), words: name }))],
    }),
    choice(visit, { name: 'deeds', value: kind ?? '', options: [any, ...kinds] }),
  ])
}

const objectView = ({ say }: Visit, object: string, things: ReadonlyMap<string, Thing>): Html => {
  const thing = things.get(object)
  return html`<p>
    ${say('audit.only')} ${thing ? html`<a href="${thing.path}">${thing.name}</a>` : html`<b>${object}</b>`}
  </p>`
}

function daysView(visit: Visit, entries: readonly AuditEntry[], things: ReadonlyMap<string, Thing>): Html {
  const days = Map.groupBy(entries, ({ at }) => dayInWords(at, visit.time))
  return html`${[...days].map(
    ([day, deeds]) =>
      html`<section class="day">
        <h2>${day}</h2>
        <ol class="rows deeds">
          ${deeds.map((entry) => entryView(visit, entry, things))}
        </ol>
      </section> `,
  )}`
}

const entryView = (visit: Visit, entry: AuditEntry, things: ReadonlyMap<string, Thing>): Html =>
  html`<li id="line-${entry.position}">
    <p>${deedSentence(visit, things, entry)}</p>
    <details>
      <summary>${clockView(entry.at, visit.time)}</summary>
      ${exactly(visit, entry)}
    </details>
  </li> `

/** The line as it is chained: what the sentence was made of. */
const exactly = ({ say }: Visit, { position, action, object, details }: AuditEntry): Html =>
  html`<dl>
      <dt>${say('audit.line')}</dt>
      <dd>${position}</dd>
      <dt>${say('audit.what')}</dt>
      <dd><code>${action}</code></dd>
      <dt>${say('audit.object')}</dt>
      <dd><code>${object}</code></dd>
      ${Object.entries(details).map(
        ([name, value]) =>
          html`<dt><code>${name}</code></dt>
            <dd>${String(value)}</dd> `,
      )}
    </dl>
    <p class="on"><a href="${room}?object=${encodeURIComponent(object)}">${say('audit.all')}</a></p>`

export const auditRoutes = [
  route.page('/audit/', 'audit.read', page),
  route.page('/audit/chain/', 'audit.read', chainPage),
]

import { type AuditEntry, auditPage, proveAudit } from '#people'
import { timeView } from '#look/time.ts'
import { type Html, html, nothing } from '#platform/html.ts'
import { nextPage } from './filters.ts'
import { type Page, route, type Visit } from './route.ts'

const perPage = 100

/** What was done in the newsroom, the newest first. */
async function page(visit: Visit): Promise<Page> {
  const { say, gawai, url } = visit
  const before = Number(url.searchParams.get('before') ?? '')
  const rows = await auditPage(gawai, {
    limit: perPage + 1,
    ...(Number.isSafeInteger(before) && before > 0 && { before }),
  })
  const shown = rows.slice(0, perPage)
  return {
    title: say('audit.title'),
    lead: say('audit.lead'),
    room: '/newsroom/audit/',
    isWide: true,
    body: html`<p><a href="/newsroom/audit/proof/">${say('audit.prove')}</a></p>
      <table class="sheet">
        <thead>
          <tr>
            <th scope="col">${say('audit.when')}</th>
            <th scope="col">${say('audit.who')}</th>
            <th scope="col">${say('audit.what')}</th>
            <th scope="col">${say('audit.object')}</th>
          </tr>
        </thead>
        <tbody>
          ${shown.map((entry) => rowOf(visit, entry))}
        </tbody>
      </table>
      ${rows.length > perPage ? nextPage(visit, { before: String(shown.at(-1)?.position ?? 0) }) : nothing}`,
  }
}

const rowOf = ({ say, time }: Visit, { at, by, action, object, details }: AuditEntry): Html =>
  html`<tr>
    <td>${timeView(at, time)}</td>
    <td>${by ? by.name : say('audit.program')}</td>
    <td><code>${action}</code></td>
    <td><code>${object}</code> <span class="quiet">${detailsLine(details)}</span></td>
  </tr> `

const detailsLine = (details: AuditEntry['details']): string =>
  Object.entries(details)
    .map(([name, value]) => `${name}: ${value}`)
    .join(' · ')

/** Reads the chain from its beginning: nothing was changed, left out or cut off, or where it was. */
async function proof({ say, gawai }: Visit): Promise<Page> {
  const { entries, broken } = await proveAudit(gawai)
  return {
    title: say('audit.prove'),
    room: '/newsroom/audit/',
    body: html`<p>
        ${broken === undefined ? say('audit.sound', { count: entries }) : say('audit.broken', { position: broken })}
      </p>
      <p><a href="/newsroom/audit/">${say('audit.title')}</a></p>`,
  }
}

export const auditRoutes = [route.page('/audit/', 'audit.read', page), route.page('/audit/proof/', 'audit.read', proof)]

import { z } from 'zod'
import { isSpecification, reopenReport, settleReport, specificationWords, waitingReports } from '#devices'
import { must } from '#people'
import { timeView } from '#look/time.ts'
import { type Html, html, nothing } from '#platform/html.ts'
import { idField } from '../forms/form.ts'
import { nextPage } from '../lists/filters.ts'
import { tellDone } from '../notice.ts'
import { type Page, route, type Visit } from '../route.ts'
import { undoing } from '../undo.ts'
import { catalogueNav } from './devices-nav.ts'
import { devicePath, devicesRoom, editorOf } from './paths.ts'

const room = `${devicesRoom}reports/`
const perPage = 50

/** What readers say is wrong, until an editor has looked at it. */
async function reportsPage(visit: Visit): Promise<Page> {
  const { say, gawai, url } = visit
  const asked = idField.safeParse(url.searchParams.get('after')).data
  const { items, after } = await waitingReports(gawai, { after: asked, limit: perPage })
  return {
    title: say('devicesDesk.reports'),
    lead: say('devicesDesk.reportsWords'),
    room: devicesRoom,
    body: html`${catalogueNav(visit, room)}
    ${items.length === 0 ? html`<p>${say('devicesDesk.noReports')}</p>` : nothing}
    ${items.map((report) => reportView(visit, report))}
    ${after === undefined ? nothing : nextPage(visit, { after: String(after) })}`,
  }
}

type Report = Awaited<ReturnType<typeof waitingReports>>['items'][number]

const reportView = (visit: Visit, { id, device, deviceName, about, words, evidence, email, at }: Report): Html => {
  const { say, time } = visit
  return html`<section>
    <h2><a href="${devicePath(device)}">${deviceName}</a>: ${aboutWords(visit, about)}</h2>
    <p class="quiet">${timeView(at, time)}${email === null ? nothing : html` · ${email}`}</p>
    <p>${words}</p>
    ${evidence === null ? nothing : html`<p>${say('devicesDesk.evidence')} <a href="${evidence}" rel="nofollow noreferrer">${evidence}</a></p>`}
    <form method="post" action="${room}">
      <input type="hidden" name="report" value="${id}" />
      <p>
        <button aria-label="${say('devicesDesk.settleOne', { words: deviceName })}">
          ${say('devicesDesk.settle')}
        </button>
      </p>
    </form>
  </section> `
}

function aboutWords({ say }: Visit, about: string): string {
  if (isSpecification(about)) return say(specificationWords[about].label)
  if (about === 'prices') return say('devicesDesk.aboutPrices')
  return about === 'availability' ? say('devicesDesk.aboutAvailability') : say('devicesDesk.aboutOther')
}

const undoSettling = undoing(
  'device.report-settled',
  z.object({ report: z.number() }),
  async (unit, { report }, actor) => {
    must(actor, 'devices.change')
    await reopenReport(unit, { report, by: editorOf(actor) })
  },
)

export const reportUndoes = [undoSettling]

export const reportRoutes = [
  route.page('/devices/reports/', 'devices.see', reportsPage),
  route.deed({
    path: '/devices/reports/',
    needs: 'devices.change',
    form: z.strictObject({ report: idField }),
    async handle({ gawai, actor }, { report }) {
      const notice = await gawai.write(async (unit) => {
        await settleReport(unit, { report, by: editorOf(actor) })
        return tellDone(unit, actor.account, { key: 'devicesDesk.reportSettled' }, undoSettling.step({ report }))
      })
      return { to: room, notice }
    },
  }),
]

import { type Carrying, codeForm, devicesOfCode, devicesSubject, statusWords } from '#devices'
import { dayView } from '#look/time.ts'
import { html, nothing } from '#platform/html.ts'
import type { PagePlan, Part } from '#platform/page-store/page.ts'
import { type Edition, otherEdition } from '../edition.ts'
import { framed, deviceHeadOf } from '../frame.ts'
import { leadTo } from '../moved.ts'
import { dateInWords, marketInWords } from './in-words.ts'
import { namedSource } from './source-notes.ts'

/** Every device that carries a code, market by market; nothing for a code that nobody knows. */
export async function codePage(own: Edition, asked: string): Promise<PagePlan | undefined> {
  const carrying = await devicesOfCode(own.gawai, asked)
  if (carrying.length === 0) return undefined
  const code = codeForm(asked)
  if (code !== asked) return leadTo(own.paths.code(code))
  const { say, absolute, paths } = own
  const other = otherEdition(own)
  const subject = devicesSubject
  const head: Part = {
    subject,
    view: `code head ${own.lang} ${code}`,
    render: () => ({
      body: deviceHeadOf(own, {
        title: say('deviceCode.title', { code }),
        description: say('deviceCode.words', { count: carrying.length, code }),
        canonical: absolute(paths.code(code)),
        ...(other && {
          alternates: [own, other].map((one) => ({ lang: one.lang, href: absolute(one.paths.code(code)) })),
        }),
      }),
    }),
  }
  const body: Part = {
    subject,
    view: `code ${own.lang} ${code}`,
    render: () => ({
      body: html`<header class="page-title">
          <p class="label">${say('deviceCode.label')}</p>
          <h1>${code}</h1>
          <p class="summary">${say('deviceCode.words', { count: carrying.length, code })}</p>
        </header>
        ${tableOf(own, carrying)}`,
    }),
  }
  return { subject, status: 200, parts: framed(own, head, [body]) }
}

function tableOf(own: Edition, carrying: readonly Carrying[]) {
  const { say, paths, time } = own
  return html`<div
    class="table"
    role="region"
    aria-label="${say('deviceCode.label')}"
    tabindex="0"
    data-hint="${say('document.tableHint')}"
  >
    <table>
      <thead>
        <tr>
          <th scope="col">${say('devicePage.market')}</th>
          <th scope="col">${say('deviceCode.device')}</th>
          <th scope="col">${say('deviceCode.state')}</th>
          <th scope="col">${say('deviceCode.source')}</th>
        </tr>
      </thead>
      <tbody>
        ${carrying.map(
          ({ market, slug, name, variant, status, released, provenance, saidAt }) =>
            html`<tr>
              <td>${marketInWords(own, market)}</td>
              <th scope="row">
                <a href="${paths.device(slug)}">${name}</a
                >${variant === undefined || variant === '' ? nothing : ` (${variant})`}
              </th>
              <td>
                ${say(statusWords[status])}${released === undefined ? nothing : `, ${dateInWords(own, released)}`}
              </td>
              <td>
                ${namedSource(own, provenance)}${saidAt === undefined ? nothing : html`, ${dayView(saidAt, time)}`}
              </td>
            </tr> `,
        )}
      </tbody>
    </table>
  </div> `
}

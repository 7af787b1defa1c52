import {
  deviceRecord,
  type DeviceRecord,
  type DeviceReport,
  deviceReportSchema,
  reportDevice,
  reportedAbout,
  specificationWords,
} from '#devices'
import { countAsking } from '#people'
import { type Html, html, nothing } from '#platform/html.ts'
import { refuseForeign } from '#platform/http/same-site.ts'
import { readSmallForm } from '#platform/http/small-form.ts'
import type { Language } from '#platform/settings.ts'
import { type Edition, pathWords } from '../edition.ts'
import type { Asked, UnkeptRoute } from '../subscriptions/routes.ts'
import { seeOther, unkeptPage } from '../subscriptions/unkept.ts'

/** The address where readers say what is wrong with a device's page, below the home of an edition. */
export function deviceReportRoutes(lang: Language): UnkeptRoute[] {
  const { devices, report } = pathWords[lang]
  const path = `/${devices}/:slug/${report}/`
  const thanks = `${path}${sentWords[lang]}/`
  return [
    { method: 'GET', path, answer: (own, asked) => withDevice(own, asked, (record) => formPage(own, record)) },
    { method: 'POST', path, answer: (own, asked) => withDevice(own, asked, (record) => take(own, record, asked)) },
    {
      method: 'GET',
      path: thanks,
      answer: (own, asked) => withDevice(own, asked, (record) => thanksPage(own, record)),
    },
  ]
}

const sentWords = { id: 'terkirim', en: 'sent' } as const

async function withDevice(
  own: Edition,
  { params }: Asked,
  answer: (record: DeviceRecord) => Promise<Response>,
): Promise<Response> {
  const record = await deviceRecord(own.gawai, params['slug'] ?? '')
  if (record) return answer(record)
  const { say, paths } = own
  return unkeptPage(own, {
    isOfDevices: true,
    status: 404,
    title: say('missing.title'),
    body: html`<p>${say('missing.words')}</p>
      <p class="on"><a href="${paths.devices}">${say('deviceList.all')}</a></p>`,
  })
}

interface Refused {
  typed: Record<string, string>
  refusal: string
  status: 422 | 429
  /** In seconds, with 429. */
  retryAfter?: number
}

function formPage(own: Edition, record: DeviceRecord, refused?: Refused): Promise<Response> {
  const { say, paths } = own
  return unkeptPage(own, {
    isOfDevices: true,
    ...(refused && { status: refused.status }),
    ...(refused?.retryAfter !== undefined && { retryAfter: refused.retryAfter }),
    title: say('deviceReport.title', { name: record.name }),
    words: say('deviceReport.lead'),
    body: html`${formView(own, record, refused)}
      <p class="on"><a href="${paths.device(record.slug)}">${say('deviceReport.back', { name: record.name })}</a></p>`,
  })
}

function formView(own: Edition, record: DeviceRecord, refused?: Refused): Html {
  const { say, paths } = own
  const typed = refused?.typed ?? {}
  const choice = (value: string, words: string) =>
    html`<option value="${value}" ${typed['about'] === value ? html`selected` : nothing}>${words}</option> `
  return html`<form class="report" method="post" action="${paths.deviceReport(record.slug)}">
    ${refused ? html`<p role="alert" id="refusal">${refused.refusal}</p>` : nothing}
    <label for="about">${say('deviceReport.about')}</label>
    <select id="about" name="about">
      ${reportedAbout.map((word) => choice(word, say(aboutWords[word])))}${[...record.specifications.keys()].map((name) => choice(name, say(specificationWords[name].label)))}
    </select>
    <label for="words">${say('deviceReport.words')}</label>
    <textarea
      id="words"
      name="words"
      rows="5"
      minlength="5"
      maxlength="2000"
      required
      ${refused ? html`aria-describedby="refusal"` : nothing}
    >
${typed['words'] ?? ''}</textarea>
    <label for="evidence">${say('deviceReport.evidence')}</label>
    <input type="url" id="evidence" name="evidence" maxlength="1000" value="${typed['evidence'] ?? ''}" />
    <label for="email">${say('deviceReport.email')}</label>
    <input type="email" id="email" name="email" maxlength="254" autocomplete="email" value="${typed['email'] ?? ''}" />
    <button type="submit">${say('deviceReport.send')}</button>
  </form> `
}

const aboutWords: Record<(typeof reportedAbout)[number], string> = {
  prices: 'deviceReport.prices',
  availability: 'deviceReport.availability',
  other: 'deviceReport.other',
}

/** Which field is wrong, in the order of the form. */
const refusalWords: Partial<Record<keyof DeviceReport, string>> = {
  words: 'deviceReport.noWords',
  evidence: 'deviceReport.noAddress',
  email: 'deviceReport.noEmail',
}

async function take(own: Edition, record: DeviceRecord, { request, peer }: Asked): Promise<Response> {
  const { gawai, say, lang, paths } = own
  refuseForeign(request, gawai.origin)
  const typed = Object.fromEntries(await readSmallForm(request))
  const seconds = peer ? await countAsking(gawai, peer, 'reporting') : 0
  if (seconds > 0)
    return formPage(own, record, { typed, refusal: say('deviceReport.tooMany'), status: 429, retryAfter: seconds })
  const report = deviceReportSchema.safeParse({ about: '', words: '', evidence: '', email: '', ...typed })
  if (!report.success) {
    const wrong = new Set(report.error.issues.map(({ path: [field] }) => String(field)))
    const refusal = Object.entries(refusalWords).flatMap(([field, key]) => (wrong.has(field) ? [say(key)] : []))
    return formPage(own, record, { typed, refusal: refusal.join(' '), status: 422 })
  }
  await gawai.write((unit) => reportDevice(unit, record.id, report.data))
  return seeOther(`${paths.deviceReport(record.slug)}${sentWords[lang]}/`)
}

function thanksPage(own: Edition, { slug, name }: DeviceRecord): Promise<Response> {
  const { say, paths } = own
  return unkeptPage(own, {
    isOfDevices: true,
    title: say('deviceReport.thanks'),
    words: say('deviceReport.thanksWords'),
    body: html`<p class="on"><a href="${paths.device(slug)}">${say('deviceReport.back', { name })}</a></p>`,
  })
}

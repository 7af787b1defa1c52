import type { Segment } from '#articles'
import { type Html, html, markupOf } from '#platform/html.ts'
import { comeAgain } from '#platform/http/come-again.ts'
import { securityHeaders } from '#platform/http/security-headers.ts'
import type { Edition } from '../edition.ts'
import { deviceHeadOf, framed, headOf } from '../frame.ts'

interface Unkept {
  status?: 200 | 404 | 422 | 429
  title: string
  words?: string
  body: Html
  /** Whether it looks like the pages of devices. */
  isOfDevices?: true
  /** In seconds, with 429. */
  retryAfter?: number
}

/**
 * A page for one person: kept by nobody, found by no search engine. It is not compressed, because its address is a
 * secret that stands in it, too.
 */
export async function unkeptPage(
  own: Edition,
  { status = 200, title, words = '', body, isOfDevices, retryAfter }: Unkept,
): Promise<Response> {
  const head = (isOfDevices ? deviceHeadOf : headOf)(own, { title, description: '', isNoIndex: true })
  const main = html`<header class="page-title">
      <h1>${title}</h1>
      ${words === '' ? '' : html`<p class="summary">${words}</p>`}
    </header>
    ${body}`
  return unkeptAnswer(own, { status, head, main: [main], headers: comeAgain(retryAfter) })
}

interface UnkeptAnswer {
  status?: Unkept['status']
  head: Html
  main: readonly Segment[]
  headers?: Readonly<Record<string, string>>
}

/** The same of a head and stretches that stand already. */
export async function unkeptAnswer(
  own: Edition,
  { status = 200, head, main, headers = {} }: UnkeptAnswer,
): Promise<Response> {
  const inner = await Promise.all(main.map(async (one) => ('subject' in one ? one : markupOf(one))))
  const parts = framed(own, await markupOf(head), inner)
  const texts = await Promise.all(
    parts.map(async (part) => (typeof part === 'string' ? part : `${await (await part.render()).body}`)),
  )
  return new Response(texts.join(''), { status, headers: { ...unkept, ...headers } })
}

const unkept = {
  ...securityHeaders,
  'content-type': 'text/html; charset=utf-8',
  'cache-control': 'no-store',
  'x-robots-tag': 'noindex',
}

/** Where a form that was done leads on. */
export const seeOther = (location: string): Response =>
  new Response(null, { status: 303, headers: { ...securityHeaders, 'cache-control': 'no-store', location } })

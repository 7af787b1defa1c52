import { type Html, html, markupOf } from '#platform/html.ts'
import { comeAgain } from '#platform/http/come-again.ts'
import { securityHeaders } from '#platform/http/security-headers.ts'
import type { Edition } from '../edition.ts'
import { framed, headOf } from '../frame.ts'

interface Unkept {
  status?: 200 | 404 | 422 | 429
  title: string
  words?: string
  body: Html
  /** In seconds, with 429. */
  retryAfter?: number
}

/**
 * A page for one person: kept by nobody, found by no search engine. It is not compressed, because its address is a
 * secret that stands in it, too.
 */
export async function unkeptPage(
  own: Edition,
  { status = 200, title, words = '', body, retryAfter }: Unkept,
): Promise<Response> {
  const head = headOf(own, { title, description: '', isNoIndex: true })
  const main = html`<header class="page-title">
      <h1>${title}</h1>
      ${words === '' ? '' : html`<p class="summary">${words}</p>`}
    </header>
    ${body}`
  const parts = framed(own, await markupOf(head), [await markupOf(main)])
  const texts = await Promise.all(
    parts.map(async (part) => (typeof part === 'string' ? part : `${await (await part.render()).body}`)),
  )
  return new Response(texts.join(''), { status, headers: { ...unkept, ...comeAgain(retryAfter) } })
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

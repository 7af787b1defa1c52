import { randomUUID } from 'node:crypto'
import type { HonoRequest } from 'hono'
import { isDatabaseGone } from '#platform/database/gone.ts'
import { loggedPath } from '#platform/http/logged-path.ts'
import { comeAgain } from '#platform/http/come-again.ts'
import { securityHeaders } from '#platform/http/security-headers.ts'
import { Refusal, sentenceOf } from '#platform/refusals.ts'
import type { Edition } from './edition.ts'
import { troublePage } from './trouble-page.ts'

const type = 'text/html; charset=utf-8'
/** Seconds. */
const tryAgainAfter = 10

/** Turns what a handler threw into a page: a refusal says its sentence, an absent database asks for patience, a bug gets a number. */
export async function troubleOf(error: Error, request: HonoRequest, own: Edition): Promise<Response> {
  if (error instanceof Refusal)
    return new Response(`${sentenceOf(error, own.say)}\n`, {
      status: error.status,
      headers: { ...securityHeaders, 'content-type': 'text/plain; charset=utf-8', ...comeAgain(error.retryAfter) },
    })
  if (isDatabaseGone(error))
    return new Response(await troublePage(own, { isAway: true }), {
      status: 503,
      headers: { ...securityHeaders, 'content-type': type, ...comeAgain(tryAgainAfter) },
    })
  const id = randomUUID()
  own.gawai.log.error('A request met a bug', { id, method: request.method, path: loggedPath(request.path), error })
  return new Response(await troublePage(own, { isAway: false, id }), {
    status: 500,
    headers: { ...securityHeaders, 'content-type': type },
  })
}

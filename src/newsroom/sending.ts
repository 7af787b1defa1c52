import { type Html, markupOf } from '#platform/html.ts'
import { comeAgain } from '#platform/http/come-again.ts'
import { answerHeaders } from './answer.ts'
import { cookie } from './cookie.ts'
import type { Refused } from './deed.ts'
import { doorFrame, roomFrame } from './frame.ts'
import { findNotice } from './notice.ts'
import type { Answer, Knock, Onward, Page, Visit } from './route.ts'

type Framed<Asking> = (asking: Asking, page: Page) => Html | Promise<Html>

/** An answer from the door. */
export const sentFromDoor = (knock: Knock, answer: Answer | Refused<Knock>): Promise<Response> =>
  sent(knock, answer, doorFrame)

/** An answer from a room, with what was done there just now. */
export const sentFromRoom = (visit: Visit, answer: Answer | Refused<Visit>): Promise<Response> =>
  sent(visit, answer, async (now, page) => roomFrame(now, page, await noticeOf(now)))

async function noticeOf({ gawai, actor, url }: Visit) {
  const id = Number(url.searchParams.get('done') ?? '')
  return Number.isSafeInteger(id) && id > 0 ? findNotice(gawai, { id, account: actor.account }) : undefined
}

async function sent<Asking extends Knock>(
  asking: Asking,
  answer: Answer | Refused<Asking>,
  framed: Framed<Asking>,
): Promise<Response> {
  if (answer instanceof Response) return answer
  if ('to' in answer) return onward(asking, answer)
  if ('again' in answer)
    return pageAnswer(await framed(answer.asking, answer.again), answer.refusal.status, answer.refusal.retryAfter)
  return pageAnswer(await framed(asking, answer), 200)
}

function onward({ gawai, url }: Knock, { to, notice, token, cookies = [] }: Onward): Response {
  const there = new URL(to, url)
  // Every way on is written here or proven by `pathField`; what would lead to another host is a bug.
  if (there.origin !== url.origin || there.pathname.startsWith('//')) throw new Error(`"${to}" leads out of the site`)
  if (notice !== undefined) there.searchParams.set('done', String(notice))
  const headers = new Headers({ ...answerHeaders, location: there.pathname + there.search + there.hash })
  if (token !== undefined) headers.append('set-cookie', cookie('session', token, gawai.origin))
  for (const other of cookies) headers.append('set-cookie', other)
  return new Response(null, { status: 303, headers })
}

/** A page in its frame. @param retryAfter in seconds */
export async function pageAnswer(page: Html, status: number, retryAfter?: number): Promise<Response> {
  return new Response(await markupOf(page), {
    status,
    headers: { ...answerHeaders, 'content-type': 'text/html; charset=utf-8', ...comeAgain(retryAfter) },
  })
}

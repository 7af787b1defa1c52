import { randomUUID } from 'node:crypto'
import { isDatabaseGone } from '#platform/database/gone.ts'
import { loggedPath } from '#platform/http/logged-path.ts'
import { html, nothing } from '#platform/html.ts'
import { Refusal, sentenceOf } from '#platform/refusals.ts'
import { TooLarge } from './forms/body.ts'
import { doorFrame, roomFrame } from './frame.ts'
import type { Knock, Visit } from './route.ts'
import { pageAnswer } from './sending.ts'
import { visitOf } from './visit.ts'

/** What went wrong, in the words of who meets it. */
interface Trouble {
  title: string
  words?: string
  status: number
  /** In seconds. */
  retryAfter?: number | undefined
}

/** A refusal says its sentence, an absent database asks for patience, a bug gets a number. */
export async function troubled(knock: Knock, error: unknown): Promise<Response> {
  // A database that is away is not asked once more.
  const asking = isDatabaseGone(error) ? knock : await whoMeetsIt(knock)
  return told(asking, troubleOf(asking, error))
}

/** For an address at which nothing stands. */
export async function nothingHere(knock: Knock): Promise<Response> {
  const asking = await whoMeetsIt(knock)
  const { say } = asking
  return told(asking, { title: say('refused.nothingHere'), words: say('refused.nothingHereWords'), status: 404 })
}

/** Trouble is told also when it cannot be found out to whom: then as to somebody at the door. */
const whoMeetsIt = async (knock: Knock): Promise<Knock | Visit> =>
  (await visitOf(knock).catch(() => undefined)) ?? knock

function troubleOf(asking: Knock, error: unknown): Trouble {
  const { say } = asking
  if (error instanceof Refusal)
    return {
      title: say('refused.title'),
      words: sentenceOf(error, say),
      status: error.status,
      retryAfter: error.retryAfter,
    }
  if (error instanceof TooLarge) return { title: say('refused.title'), words: say('refused.tooLarge'), status: 413 }
  if (isDatabaseGone(error))
    return { title: say('trouble.awayTitle'), words: say('trouble.awayWords'), status: 503, retryAfter: 10 }
  return { title: say('trouble.title'), words: say('trouble.words', { id: noted(asking, error) }), status: 500 }
}

/** @returns the number under which the log holds it */
function noted({ gawai, request, url }: Knock, error: unknown): string {
  const id = randomUUID()
  gawai.log.error('A request to the newsroom met a bug', {
    id,
    method: request.method,
    path: loggedPath(url.pathname),
    error,
  })
  return id
}

function told(asking: Knock | Visit, { title, words, status, retryAfter }: Trouble): Promise<Response> {
  const body = html`${words === undefined ? nothing : html`<p>${words}</p>`}
    <p class="on"><a href="/newsroom/">${asking.say('rooms.desk')}</a></p>`
  const isIn = 'session' in asking && asking.session.state === 'full'
  const page = isIn ? roomFrame(asking, { title, body }, undefined) : doorFrame(asking, { title, body })
  return pageAnswer(page, status, retryAfter)
}

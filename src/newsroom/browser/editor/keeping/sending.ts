import type { Answer, Attempt, Holder } from './autosave.ts'
import { savedOf } from './paper.ts'
import { documentText, type Known } from './filled.ts'
import { factsIn } from './words.ts'

/** What an article says by now, and who said so. */
export interface Newer extends Known {
  account: number
  savedAt: number
  savedBy: string | undefined
}

export type Hold =
  | { outcome: 'yours'; version: number }
  | { outcome: 'held'; by: Holder; version: number }
  | { outcome: 'signedOut' | 'unreachable' }

/** The newsroom, as far as one article is written in it. */
export interface Line {
  save(attempt: Attempt, isLeaving?: boolean): Promise<Answer>
  hold(isTakingOver: boolean): Promise<Hold>
  release(): void
  /** The article's page as it is now: its form is the one shape in which fields are filled in. */
  newer(): Promise<Newer | 'signedOut' | undefined>
}

/** Browsers let so many bytes go on after a page is gone (Fetch, "keepalive"). */
const mostLeaving = 64 * 1024
const patience = 20_000

/** @param seat the name of this tab, once it is found */
export function lineTo(article: string, account: number, seat: Promise<string>): Line {
  const address = `/newsroom/articles/${article}/`
  let wasSignedOut = false
  let tab = ''

  async function post(path: string, body: URLSearchParams, keepalive = false): Promise<Response | undefined> {
    try {
      const signal = keepalive ? null : AbortSignal.timeout(patience)
      return await fetch(address + path, { method: 'POST', body, keepalive, signal })
    } catch {
      return undefined
    }
  }

  async function newer(): Promise<Newer | 'signedOut' | undefined> {
    try {
      const answer = await fetch(address, { signal: AbortSignal.timeout(patience) })
      if (answer.status === 401) return 'signedOut'
      return answer.ok ? newerIn(await answer.text()) : undefined
    } catch {
      return undefined
    }
  }

  /** Whoever signs in again may be somebody else. */
  async function isSomebodyElse(): Promise<boolean> {
    const now = await newer()
    return typeof now === 'object' && now.account !== account
  }

  return {
    newer,
    async save(attempt, isLeaving = false) {
      if (wasSignedOut && (await isSomebodyElse())) return { outcome: 'otherAccount' }
      const body = bodyOf(attempt, (tab ||= await seat))
      const answer = await answerTo(await post('saves/', body, isLeaving && body.toString().length < mostLeaving))
      wasSignedOut = answer.outcome === 'signedOut'
      return answer
    },
    async hold(isTakingOver) {
      tab ||= await seat
      const body = new URLSearchParams({ tab, ...(isTakingOver && { isTakingOver: 'on' }) })
      const answer = await post('lock/', body)
      if (answer?.status === 401) return { outcome: 'signedOut' }
      if (answer?.status !== 200 && answer?.status !== 423) return { outcome: 'unreachable' }
      return (await answer.json()) as Hold // oxlint-disable-line typescript/no-unsafe-type-assertion -- told by holding.ts
    },
    release: () => void navigator.sendBeacon(`${address}lock/release/`, new URLSearchParams({ tab })),
  }
}

function bodyOf({ on, key, filled }: Attempt, tab: string): URLSearchParams {
  const body = new URLSearchParams({ version: String(on.version), revision: String(on.revision), tab, key })
  for (const [name, values] of Object.entries(filled.fields)) for (const value of values) body.append(name, value)
  body.append('document', documentText(filled))
  return body
}

async function answerTo(answer: Response | undefined): Promise<Answer> {
  if (!answer) return { outcome: 'unreachable' }
  if (answer.headers.get('content-type') === 'application/json') return (await answer.json()) as Answer // oxlint-disable-line typescript/no-unsafe-type-assertion -- told by saving.ts
  if (answer.status === 401) return { outcome: 'signedOut' }
  if (answer.status >= 500 || answer.status === 429 || answer.status === 408) return { outcome: 'unreachable' }
  return refusedIn(new DOMParser().parseFromString(await answer.text(), 'text/html'), answer.status)
}

/** What the page of a refusal says: on the whole, and at each field. */
function refusedIn(page: Document, status: number): Answer {
  const said = page.querySelector('.problem p') ?? page.querySelector('main p:not(.name)')
  said?.querySelector('strong')?.remove()
  const fields = [...page.querySelectorAll('.wrong')].map(({ id, textContent }) => [
    id.slice('wrong-'.length),
    textContent,
  ])
  return { outcome: 'refused', problem: said?.textContent.trim() ?? String(status), fields: Object.fromEntries(fields) }
}

function newerIn(text: string): Newer | undefined {
  const form = new DOMParser().parseFromString(text, 'text/html').querySelector<HTMLFormElement>('form[data-writing]')
  if (!form) return undefined
  const { account, savedAt, savedBy } = factsIn(form)
  return { ...savedOf(form), account, savedAt, savedBy }
}

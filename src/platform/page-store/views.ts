import type { IncomingMessage } from 'node:http'

/** How often readers saw each path, counted in memory; no reader is remembered. */
export interface Views {
  count(path: string, request: IncomingMessage): void
  /** Hands over what was counted and begins at zero. */
  take(): ReadonlyMap<string, number>
}

const botWords =
  /bot|crawl|spider|slurp|preview|fetch|curl|wget|python|java\/|go-http|headless|monitor|scan|http-client|axios|okhttp|feed|rss/i
const mostAgents = 2000

const isOwnPrefetch = (headers: IncomingMessage['headers']): boolean =>
  headers['sec-purpose'] === 'prefetch' && headers['sec-fetch-site'] === 'same-origin'

/**
 * Leaves out what no person looks at: programs that say what they are, and prefetches. Only what a browser fetches from
 * a page of this site is somebody's click: the page opens without another request.
 */
export function countViews(): Views {
  let counts = new Map<string, number>()
  const agents = new Map<string, boolean>()

  const isBot = (agent: string | undefined) => {
    if (agent === undefined) return true
    let known = agents.get(agent)
    if (known === undefined) {
      known = botWords.test(agent)
      if (agents.size >= mostAgents) agents.clear()
      agents.set(agent, known)
    }
    return known
  }

  return {
    count(path, { method, headers }) {
      if (
        method !== 'GET' ||
        (headers['sec-purpose'] !== undefined && !isOwnPrefetch(headers)) ||
        headers['x-moz'] !== undefined
      )
        return
      if (!isBot(headers['user-agent'])) counts.set(path, (counts.get(path) ?? 0) + 1)
    },
    take() {
      const taken = counts
      counts = new Map()
      return taken
    },
  }
}

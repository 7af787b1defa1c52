import type { ProblemBook } from './problem-book.ts'
import { readVisited, type Visited } from './visited.ts'

const starts = ['/', '/robots.txt', '/sitemap.xml']
/** Whichever language is not the site's has its front page here. */
const editions = ['/en/', '/id/']
/** Pages that say that nobody is there are pages too. */
const missing = ['/tidak-ada-di-sini/', '/en/nobody-lives-here/']
const mostHops = 5
const start = { path: '(start)', kind: '' }

/**
 * Follows every address from the front pages, the sitemaps and the feeds, and notes those that do not end in an answer.
 *
 * @param most pages whose own addresses are followed; what lies beyond is asked for and goes no further
 */
export async function walk(site: string, most: number, book: ProblemBook): Promise<Visited[]> {
  const visited = new Map<string, Visited>()
  const fronts = await frontPages(site)
  if (fronts.length === 0) book.note(start, 'dead addresses', `none of ${editions.join(', ')} answers`)
  const asked = new Set([...starts, ...fronts])
  const waiting = [...asked].map((path) => ({ path, from: start }))
  let pages = 0
  for (let next = waiting.shift(); next; next = waiting.shift()) {
    const { seen, fault } = await follow(site, next.path)
    if (fault !== undefined) book.note(next.from, 'dead addresses', `${next.path} ${fault}`)
    if (!seen || visited.has(seen.path)) continue
    if (seen.isPage && ++pages > most) continue
    visited.set(seen.path, seen)
    for (const path of seen.addresses.map(({ pathname, search }) => pathname + search)) {
      if (asked.has(path)) continue
      asked.add(path)
      waiting.push({ path, from: seen })
    }
  }
  notePlaces(visited, book)
  return [...visited.values(), ...(await Promise.all(missing.map((path) => readMissing(site, path))))]
}

async function frontPages(site: string): Promise<string[]> {
  const answers = await Promise.all(editions.map(async (path) => ({ path, status: (await fetch(site + path)).status })))
  return answers.filter(({ status }) => status === 200).map(({ path }) => path)
}

/** An address that ends in `#name` must find an element of that name on the page it leads to. */
function notePlaces(visited: ReadonlyMap<string, Visited>, book: ProblemBook): void {
  for (const from of visited.values()) {
    for (const { pathname, search, hash } of from.addresses) {
      const page = visited.get(pathname + search)
      if (hash === '' || !page?.isPage || page.ids.has(decodeURIComponent(hash.slice(1)))) continue
      book.note(from, 'dead addresses', `${pathname}${hash} names no place on that page`)
    }
  }
}

async function follow(site: string, path: string): Promise<{ seen?: Visited; fault?: string }> {
  let at = new URL(path, site)
  for (let hop = 0; hop <= mostHops; hop += 1) {
    const response = await fetch(at, { redirect: 'manual' })
    const location = response.headers.get('location')
    if (location === null) {
      const seen = await readVisited(at, response)
      return response.status === 200 ? { seen } : { fault: `answers ${response.status}` }
    }
    await response.body?.cancel()
    at = new URL(location, at)
    if (at.origin !== site) return { fault: `leads to another host: ${at.href}` }
  }
  return { fault: `leads on more than ${mostHops} times` }
}

async function readMissing(site: string, path: string): Promise<Visited> {
  return readVisited(new URL(path, site), await fetch(site + path), 'missing')
}

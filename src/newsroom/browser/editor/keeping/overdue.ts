/** What is known of an entry without reading it. */
export interface Entry {
  id: string
  account: number
  article: number
  /** Milliseconds since 1970. */
  at: number
}

const articles = 20
const days = 30

/** Those that a browser need not keep any more: of old articles, and from long ago. */
export function overdue(entries: readonly Entry[], now: number): Entry[] {
  const kept = new Set<string>()
  return entries
    .toSorted((one, other) => other.at - one.at)
    .filter(({ account, article, at }) => {
      if (now - at > days * 24 * 3600_000) return true
      const name = `${account} ${article}`
      if (!kept.has(name) && kept.size >= articles) return true
      kept.add(name)
      return false
    })
}

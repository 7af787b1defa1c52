import { LRUCache } from 'lru-cache'

/**
 * A cache bounded in bytes whose entries can also be taken out by their subject. `live` entries are marked
 * before they go, so that whoever still holds one knows.
 */
export interface SubjectCache<Entry extends { readonly subject: string; live: boolean }> {
  get(key: string): Entry | undefined
  set(key: string, entry: Entry): void
  drop(subject: string): void
  dropAll(): void
}

export function subjectCache<Entry extends { readonly subject: string; live: boolean }>(
  mostBytes: number,
  bytesOf: (entry: Entry) => number,
): SubjectCache<Entry> {
  const keys = new Map<string, Set<string>>()
  const cache = new LRUCache<string, Entry>({
    maxSize: mostBytes,
    sizeCalculation: (entry) => Math.max(1, bytesOf(entry)),
    dispose(entry, key) {
      const ofSubject = keys.get(entry.subject)
      ofSubject?.delete(key)
      if (ofSubject?.size === 0) keys.delete(entry.subject)
    },
  })
  return {
    get: (key) => cache.get(key),
    set(key, entry) {
      cache.set(key, entry)
      if (!cache.has(key)) return
      const ofSubject = keys.get(entry.subject)
      if (ofSubject) ofSubject.add(key)
      else keys.set(entry.subject, new Set([key]))
    },
    drop(subject) {
      // Deleting takes keys out of this very set.
      for (const key of Array.from(keys.get(subject) ?? [])) {
        const entry = cache.peek(key)
        if (entry) entry.live = false
        cache.delete(key)
      }
    },
    dropAll() {
      for (const entry of cache.values()) entry.live = false
      cache.clear()
    },
  }
}

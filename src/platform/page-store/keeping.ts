import { LRUCache } from 'lru-cache'
import type { Clock } from '../clock.ts'
import type { Composition } from './composition.ts'
import type { Drops } from './drops.ts'
import { type Fragment, fragmentKey, literal } from './fragment.ts'
import { isCurrent, type ReadyPage, readyPage } from './ready-page.ts'
import type { Shelf } from './shelf.ts'

/** What is kept of pages, in memory before the disk. */
export interface Keeping {
  /** @param isOldWelcome also takes what was dropped or has passed its instant, but nothing forgotten */
  page(path: string, isOldWelcome: boolean): ReadyPage | undefined
  fragment(subject: string, view: string, isOldWelcome: boolean): Fragment | undefined
  putPage(page: ReadyPage): void
  putFragment(fragment: Fragment): void
}

/** Beside its bytes an entry costs headers, keys and the objects around them. */
const pageOverhead = 4000
const fragmentOverhead = 800

/** @param memory bytes for compressed pages and fragments */
export function keeping(drops: Drops, clock: Clock, memory: number, shelf: Shelf | undefined): Keeping {
  const ready = new LRUCache<string, ReadyPage>({
    maxSize: Math.floor((memory * 2) / 3),
    sizeCalculation: (page) => page.gzip.length + pageOverhead,
  })
  const fragments = new LRUCache<string, Fragment>({
    maxSize: Math.floor(memory / 3),
    sizeCalculation: (fragment) => fragment.bytes.length + fragmentOverhead,
  })

  function fragment(subject: string, view: string, isOldWelcome: boolean): Fragment | undefined {
    const key = fragmentKey(subject, view)
    const now = clock.now()
    const kept = fragments.get(key)
    if (kept && now < kept.until && !drops.isSince(subject, kept.asOf)) return kept
    const shelved = shelf?.fragment(subject, view, isOldWelcome)
    if (shelved && (now < shelved.until || isOldWelcome)) {
      if (!drops.isSince(subject, shelved.asOf)) fragments.set(key, shelved)
      return shelved
    }
    return kept && isOldWelcome && !drops.isForgottenSince(subject, kept.asOf) ? kept : undefined
  }

  /** Joins a page from what is kept, or not at all. */
  function assemble(composition: Composition, isOldWelcome: boolean): ReadyPage | undefined {
    const found: Fragment[] = []
    for (const part of composition.parts) {
      const kept = typeof part === 'string' ? literal(part) : fragment(part.subject, part.view, isOldWelcome)
      if (!kept) return undefined
      found.push(kept)
    }
    return readyPage(composition, found)
  }

  /** Where the page's parts are named: the parts may be new while the page is still made of them. */
  function composition(path: string, kept: ReadyPage | undefined, isOldWelcome: boolean): Composition | undefined {
    const known = kept?.composition
    if (known && !drops.isSince(known.subject, known.asOf)) return known
    const shelved = shelf?.page(path, isOldWelcome)
    if (shelved) return shelved
    return known && isOldWelcome && !drops.isForgottenSince(known.subject, known.asOf) ? known : undefined
  }

  return {
    fragment,
    page(path, isOldWelcome) {
      const kept = ready.get(path)
      if (kept && isCurrent(kept, clock.now(), drops)) return kept
      const known = composition(path, kept, isOldWelcome)
      const page = known && assemble(known, isOldWelcome)
      if (page && isCurrent(page, clock.now(), drops)) ready.set(path, page)
      return page
    },
    putPage(page) {
      ready.set(page.composition.path, page)
      shelf?.putPage(page.composition)
    },
    putFragment(kept) {
      fragments.set(fragmentKey(kept.subject, kept.view), kept)
      shelf?.putFragment(kept)
    },
  }
}

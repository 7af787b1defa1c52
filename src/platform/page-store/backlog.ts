import type { Composition } from './composition.ts'
import { type Fragment, fragmentKey } from './fragment.ts'
import type { ShelfStatements } from './shelf-file.ts'

/** What was kept and dropped since the shelf was last written; it stands over what is on the disk. */
export interface Backlog {
  page(path: string): Composition | undefined
  fragment(subject: string, view: string): Fragment | undefined
  putPage(page: Composition): void
  putFragment(fragment: Fragment): void
  drop(subject: string, isForgotten: boolean): void
  dropAll(): void
  /** Whether a row of this subject on the disk no longer counts. */
  hides(subject: string, isOldWelcome: boolean): boolean
  /** Inside one transaction. Drops come first: what was put after them stays. */
  writeTo(statements: ShelfStatements): void
  clear(): void
}

export function backlog(): Backlog {
  const pages = new Map<string, Composition>()
  const fragments = new Map<string, Fragment>()
  /** True: forgotten. */
  const dropped = new Map<string, boolean>()
  let isEverythingDropped = false

  return {
    page: (path) => pages.get(path),
    fragment: (subject, view) => fragments.get(fragmentKey(subject, view)),
    putPage: (page) => void pages.set(page.path, page),
    putFragment: (fragment) => void fragments.set(fragmentKey(fragment.subject, fragment.view), fragment),
    drop(subject, isForgotten) {
      dropped.set(subject, isForgotten || (dropped.get(subject) ?? false))
      for (const [path, page] of pages) if (page.subject === subject) pages.delete(path)
      for (const [key, fragment] of fragments) if (fragment.subject === subject) fragments.delete(key)
    },
    dropAll() {
      isEverythingDropped = true
      pages.clear()
      fragments.clear()
    },
    hides(subject, isOldWelcome) {
      if (isOldWelcome) return dropped.get(subject) ?? false
      return isEverythingDropped || dropped.has(subject)
    },
    writeTo(statements) {
      if (isEverythingDropped) statements.dropAll()
      for (const [subject, isForgotten] of dropped) statements.drop(subject, isForgotten)
      for (const page of pages.values()) statements.putPage(page)
      for (const fragment of fragments.values()) statements.putFragment(fragment)
    },
    clear() {
      isEverythingDropped = false
      dropped.clear()
      pages.clear()
      fragments.clear()
    },
  }
}

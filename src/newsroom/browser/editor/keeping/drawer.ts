import { type Entry, overdue } from './overdue.ts'
import type { Token } from './filled.ts'

/** What somebody typed on one page, as long as it is not saved. */
export interface Kept extends Entry {
  on: Token
  /** As JSON: what was saved when this was typed, what was typed, and what was sent without an answer. */
  base: string
  typed: string
  sent?: string
}

/** Where a browser keeps what is not saved yet. */
export interface Drawer {
  /** Whether it outlives the tab. */
  isLasting: boolean
  /** Whether anything could be put away at all. */
  put(kept: Kept): Promise<boolean>
  drop(id: string): Promise<void>
  /** Newest first. */
  of(account: number, article: number): Promise<Kept[]>
}

/** Some private windows have no database, some answer never. */
const patience = 1500

export async function openDrawer(): Promise<Drawer> {
  const late = new Promise<undefined>((resolve) => setTimeout(() => resolve(undefined), patience))
  const database = await Promise.race([openDatabase().catch(() => undefined), late])
  if (!database) return drawerOfTab()
  void tidy(database).catch(() => undefined)
  return drawerIn(database)
}

// oxlint-disable-next-line typescript/require-await -- where a browser forbids it, `open` throws at once
async function openDatabase(): Promise<IDBDatabase> {
  const request = indexedDB.open('gawai-writing', 1)
  request.addEventListener('upgradeneeded', () => {
    const store = request.result.createObjectStore('kept', { keyPath: 'id' })
    store.createIndex('of', ['account', 'article'])
    store.createIndex('facts', ['at', 'account', 'article'])
  })
  return answerOf(request)
}

const answerOf = <Result>(request: IDBRequest<Result>): Promise<Result> =>
  new Promise((resolve, reject) => {
    request.addEventListener('success', () => resolve(request.result))
    request.addEventListener('error', () => reject(request.error ?? new Error('The drawer is stuck')))
  })

function drawerIn(database: IDBDatabase): Drawer {
  const store = (mode: IDBTransactionMode) => database.transaction('kept', mode).objectStore('kept')
  return {
    isLasting: true,
    async put(kept) {
      try {
        await answerOf(store('readwrite').put(kept))
        return true
      } catch {
        return false
      }
    },
    drop: (id) => answerOf(store('readwrite').delete(id)),
    async of(account, article) {
      const found: Kept[] = await answerOf(store('readonly').index('of').getAll([account, article]))
      return found.toSorted((one, other) => other.at - one.at)
    },
  }
}

/** Reads keys only: what was typed may be long. */
async function tidy(database: IDBDatabase): Promise<void> {
  const store = database.transaction('kept', 'readwrite').objectStore('kept')
  const entries: Entry[] = []
  const request = store.index('facts').openKeyCursor()
  request.addEventListener('success', () => {
    const cursor = request.result
    if (cursor) {
      const [at, account, article] = cursor.key as [number, number, number] // oxlint-disable-line typescript/no-unsafe-type-assertion -- what the index is made of
      if (typeof cursor.primaryKey === 'string') entries.push({ id: cursor.primaryKey, at, account, article })
      cursor.continue()
    } else for (const { id } of overdue(entries, Date.now())) store.delete(id)
  })
}

const prefix = 'gawai-kept:'

/** Without a database the tab itself keeps it: through a crash and a reload, not beyond its end. */
function drawerOfTab(): Drawer {
  const all = (): Kept[] =>
    Object.keys(sessionStorage)
      .filter((key) => key.startsWith(prefix))
      .map((key) => JSON.parse(sessionStorage.getItem(key) ?? '') as Kept) // oxlint-disable-line typescript/no-unsafe-type-assertion -- only `put` writes there
  return {
    isLasting: false,
    async put(kept) {
      try {
        sessionStorage.setItem(prefix + kept.id, JSON.stringify(kept))
        return true
      } catch {
        return false
      }
    },
    drop: async (id) => sessionStorage.removeItem(prefix + id),
    of: async (account, article) =>
      all()
        .filter((kept) => kept.account === account && kept.article === article)
        .toSorted((one, other) => other.at - one.at),
  }
}

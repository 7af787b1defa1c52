import type { Attempt } from './autosave.ts'
import type { Drawer } from './drawer.ts'
import { type Filled, isSame, type Known, textOf } from './filled.ts'
import { newToken } from './seat.ts'

/** Milliseconds from a change until it is put away. */
const soon = 400

export interface Keeper {
  id: string
  changed(): void
  /** Puts away what stands on the page and is not saved. @param attempt what is under way */
  keep(attempt: Attempt | undefined): Promise<void>
  /** Whether the browser keeps what is not saved, also when the tab is closed. */
  isKeeping(): boolean
  /** Whether something would be lost if the page went now. */
  isAtRisk(): boolean
}

export interface KeeperParts {
  account: number
  article: number
  drawer: Promise<Drawer>
  read(): Filled
  known(): Known
  attempt(): Attempt | undefined
}

export function keeper({ account, article, drawer, read, known, attempt: underWay }: KeeperParts): Keeper {
  const id = newToken()
  let timer: ReturnType<typeof setTimeout> | undefined
  let [isPut, isLasting] = [false, true]
  void drawer.then((opened) => (isLasting = opened.isLasting))

  async function keep(attempt: Attempt | undefined): Promise<void> {
    clearTimeout(timer)
    timer = undefined
    const [typed, base] = [textOf(read()), textOf(known().filled)]
    const { put, drop } = await drawer
    if (typed === base && !attempt) {
      if (isPut) await drop(id).catch(() => undefined)
      isPut = false
      return
    }
    const { version, revision } = known()
    const sent = attempt && textOf(attempt.filled)
    isPut = await put({
      id,
      account,
      article,
      at: Date.now(),
      on: { version, revision },
      base,
      typed,
      ...(sent !== undefined && { sent }),
    })
  }

  return {
    id,
    keep,
    changed: () => (timer ??= setTimeout(() => void keep(underWay()), soon)),
    isKeeping: () => isLasting,
    isAtRisk: () => (timer !== undefined || !isPut || !isLasting) && !isSame(read(), known().filled),
  }
}

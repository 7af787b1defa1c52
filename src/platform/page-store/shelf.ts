import { renameSync, rmSync } from 'node:fs'
import { DatabaseSync } from 'node:sqlite'
import { setImmediate as soon } from 'node:timers/promises'
import { crc32 } from 'node:zlib'
import type { Instant } from '../database/tables.ts'
import type { Log } from '../log.ts'
import { backlog } from './backlog.ts'
import { type Composition, readComposition } from './composition.ts'
import { type Drops, outOfDate } from './drops.ts'
import type { Fragment } from './fragment.ts'
import { prepareShelf, type ShelfStatements } from './shelf-file.ts'
import { syncWal } from './sync-wal.ts'

/**
 * The page store's disk. Everything on it can be made again, so it is written a little later, in one transaction
 * every 50 ms, and is put aside when it turns out broken. What was dropped stays as "old" for the time when the
 * database is gone; what was forgotten goes.
 */
export interface Shelf {
  page(path: string, isOldWelcome: boolean): Composition | undefined
  fragment(subject: string, view: string, isOldWelcome: boolean): Fragment | undefined
  putPage(page: Composition): void
  putFragment(fragment: Fragment): void
  drop(subjects: readonly string[], isForgotten: boolean): void
  dropAll(): void
  /** When the store last knew that it is in step with the database; kept across restarts. */
  confirmedAt: Instant
  /** Settles when everything put so far is on the disk and would survive a power cut. */
  synced(): Promise<void>
  check(): { checked: number; problems: string[] }
  close(): void
}

export interface ShelfOptions {
  file: string
  /** Of what renders; rows of another version are out of date. */
  version: string
  drops: Drops
  log: Log
}

const flushAfter = 50
const confirmAtLeastEvery = 60_000

export function openShelf({ file, version, drops, log }: ShelfOptions): Shelf {
  let statements = openOrReplace(file, log)
  const waiting = backlog()
  let confirmedAt = statements.confirmedAt()
  let confirmedOnDisk = confirmedAt
  let timer: NodeJS.Timeout | undefined
  let isClosed = false
  let syncing: Promise<void> | undefined

  const careful = <T>(work: () => T): T | undefined => {
    if (isClosed) return undefined
    try {
      return work()
    } catch (error) {
      // Another program on this folder is writing: the rows are whole, only not now.
      if (isBusy(error)) return undefined
      log.warn('The page store on disk is broken and begins anew', { file, error })
      statements.close()
      statements = replaceFile(file)
      statements.setVersion(version)
      return undefined
    }
  }
  const flush = () => {
    clearTimeout(timer)
    timer = undefined
    const isWritten = careful(() => {
      statements.together(() => {
        waiting.writeTo(statements)
        statements.confirm(confirmedAt)
      })
      return true
    })
    if (!isWritten) {
      flushSoon()
      return false
    }
    confirmedOnDisk = confirmedAt
    waiting.clear()
    return true
  }
  const flushSoon = () => {
    if (!isClosed) timer ??= setTimeout(flush, flushAfter)
  }
  const sync = async () => {
    // Whoever asks meanwhile shares the sync; whoever asks later gets the next one.
    await soon()
    syncing = undefined
    if (!flush()) throw new Error('The page store on disk cannot be written just now')
    await syncWal(file)
  }
  const startAnew = () => {
    if (statements.version() === version) return
    waiting.dropAll()
    statements.setVersion(version)
    flush()
  }
  careful(startAnew)

  return {
    page(path, isOldWelcome) {
      const page = waiting.page(path)
      if (page) return page
      return careful(() => {
        const row = statements.page(path)
        if (!row || (row.isOld && !isOldWelcome) || crc32(row.composition) !== row.checksum) return undefined
        if (waiting.hides(row.subject, isOldWelcome)) return undefined
        const isCurrent = !row.isOld && !waiting.hides(row.subject, false)
        return readComposition(path, row.composition, isCurrent ? drops.count : outOfDate)
      })
    },
    fragment(subject, view, isOldWelcome) {
      const fragment = waiting.fragment(subject, view)
      if (fragment) return fragment
      if (waiting.hides(subject, isOldWelcome)) return undefined
      return careful(() => {
        const row = statements.fragment(subject, view)
        if (!row || (row.isOld && !isOldWelcome) || crc32(row.bytes) !== row.checksum) return undefined
        const isCurrent = !row.isOld && !waiting.hides(subject, false)
        const { bytes, crc, length, until } = row
        return { subject, view, bytes, crc, length, until, asOf: isCurrent ? drops.count : outOfDate }
      })
    },
    putPage(page) {
      waiting.putPage(page)
      flushSoon()
    },
    putFragment(fragment) {
      waiting.putFragment(fragment)
      flushSoon()
    },
    drop(subjects, isForgotten) {
      if (subjects.length === 0) return
      for (const subject of subjects) waiting.drop(subject, isForgotten)
      // What may not be shown again must be gone before anybody is told so, or a crash would bring it back.
      if (isForgotten) flush()
      else flushSoon()
    },
    dropAll() {
      waiting.dropAll()
      flushSoon()
    },
    get confirmedAt() {
      return confirmedAt
    },
    set confirmedAt(at) {
      confirmedAt = at
      if (at - confirmedOnDisk >= confirmAtLeastEvery) flushSoon()
    },
    synced: () => (syncing ??= sync()),
    check() {
      flush()
      return careful(() => statements.check()) ?? { checked: 0, problems: [] }
    },
    close() {
      if (isClosed) return
      flush()
      isClosed = true
      clearTimeout(timer)
      statements.close()
    },
  }
}

function openOrReplace(file: string, log: Log): ShelfStatements {
  try {
    return prepareShelf(new DatabaseSync(file))
  } catch (error) {
    if (isBusy(error)) throw error
    log.warn('The page store on disk cannot be read and begins anew', { file, error })
    return replaceFile(file)
  }
}

/** The broken file is kept beside for whoever wants to know why. */
function replaceFile(file: string): ShelfStatements {
  for (const ending of ['-wal', '-shm']) rmSync(file + ending, { force: true })
  try {
    renameSync(file, `${file}.broken`)
  } catch {
    rmSync(file, { force: true })
  }
  return prepareShelf(new DatabaseSync(file))
}

/** SQLITE_BUSY and SQLITE_LOCKED (sqlite.org/rescode.html). */
const isBusy = (error: unknown): boolean =>
  error instanceof Error && 'errcode' in error && [5, 6].includes(Number(error.errcode) & 0xff)

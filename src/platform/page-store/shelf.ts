import { renameSync, rmSync } from 'node:fs'
import { DatabaseSync } from 'node:sqlite'
import { crc32 } from 'node:zlib'
import type { Instant } from '../database/tables.ts'
import type { Log } from '../log.ts'
import { type Composition, readComposition, writeComposition } from './composition.ts'
import { type Fragment, fragmentKey } from './fragment.ts'
import { prepareShelf, type ShelfStatements } from './shelf-file.ts'

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
  drop(subject: string, isForgotten: boolean): void
  dropAll(): void
  /** When the store last knew that it is in step with the database; kept across restarts. */
  confirmedAt: Instant
  check(): { checked: number; problems: string[] }
  close(): void
}

const flushAfter = 50
const confirmAtLeastEvery = 60_000

export function openShelf(file: string, version: string, log: Log): Shelf {
  let statements = openOrReplace(file, log)
  if (statements.version() !== version) statements.dropAll()
  statements.setVersion(version)
  const pages = new Map<string, Composition>()
  const fragments = new Map<string, Fragment>()
  /** Subjects dropped since the last flush; true: forgotten. */
  const dropped = new Map<string, boolean>()
  let confirmedAt = statements.confirmedAt()
  let confirmedOnDisk = confirmedAt
  let timer: NodeJS.Timeout | undefined

  const replaceAfter = (error: unknown) => {
    log.warn('The page store on disk is broken and begins anew', { file, error })
    statements.close()
    statements = replaceFile(file)
    statements.setVersion(version)
  }
  const reading = <T>(read: () => T): T | undefined => {
    try {
      return read()
    } catch (error) {
      replaceAfter(error)
      return undefined
    }
  }
  const flush = () => {
    clearTimeout(timer)
    timer = undefined
    reading(() =>
      statements.together(() => {
        for (const [subject, isForgotten] of dropped) statements.drop(subject, isForgotten)
        for (const page of pages.values()) statements.putPage(page.path, page.subject, writeComposition(page))
        for (const fragment of fragments.values()) statements.putFragment(fragment)
        statements.confirm(confirmedAt)
      }),
    )
    confirmedOnDisk = confirmedAt
    dropped.clear()
    pages.clear()
    fragments.clear()
  }
  const flushSoon = () => {
    timer ??= setTimeout(flush, flushAfter)
  }
  /** A row on the disk counts unless its subject was dropped since the last flush. */
  const isGone = (subject: string, isOldWelcome: boolean) => {
    const isForgotten = dropped.get(subject)
    return isForgotten !== undefined && (isForgotten || !isOldWelcome)
  }

  return {
    page(path, isOldWelcome) {
      const waiting = pages.get(path)
      if (waiting) return waiting
      return reading(() => {
        const row = statements.page(path)
        if (!row || (row.isOld && !isOldWelcome) || crc32(row.composition) !== row.checksum) return undefined
        return isGone(row.subject, isOldWelcome) ? undefined : readComposition(path, row.composition, !row.isOld)
      })
    },
    fragment(subject, view, isOldWelcome) {
      const waiting = fragments.get(fragmentKey(subject, view))
      if (waiting) return waiting
      if (isGone(subject, isOldWelcome)) return undefined
      return reading(() => {
        const row = statements.fragment(subject, view)
        if (!row || (row.isOld && !isOldWelcome) || crc32(row.bytes) !== row.checksum) return undefined
        return {
          subject,
          view,
          bytes: row.bytes,
          crc: row.crc,
          length: row.length,
          until: row.until,
          live: !row.isOld && !dropped.has(subject),
        }
      })
    },
    putPage(page) {
      pages.set(page.path, page)
      flushSoon()
    },
    putFragment(fragment) {
      fragments.set(fragmentKey(fragment.subject, fragment.view), fragment)
      flushSoon()
    },
    drop(subject, isForgotten) {
      dropped.set(subject, isForgotten || (dropped.get(subject) ?? false))
      for (const [path, page] of pages) if (page.subject === subject) pages.delete(path)
      for (const [key, fragment] of fragments) if (fragment.subject === subject) fragments.delete(key)
      flushSoon()
    },
    dropAll() {
      flush()
      reading(() => statements.dropAll())
    },
    get confirmedAt() {
      return confirmedAt
    },
    set confirmedAt(at) {
      confirmedAt = at
      if (at - confirmedOnDisk >= confirmAtLeastEvery) flushSoon()
    },
    check: () => {
      flush()
      return statements.check()
    },
    close() {
      flush()
      statements.close()
    },
  }
}

function openOrReplace(file: string, log: Log): ShelfStatements {
  try {
    return prepareShelf(new DatabaseSync(file))
  } catch (error) {
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

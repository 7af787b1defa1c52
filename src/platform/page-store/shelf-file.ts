import type { DatabaseSync, SQLOutputValue } from 'node:sqlite'
import { crc32 } from 'node:zlib'
import type { Instant } from '../database/tables.ts'
import { type Composition, writeComposition } from './composition.ts'
import type { Fragment } from './fragment.ts'

/** The rows of `pages.db`, as they are written and read. `checksum` is the CRC-32 of what stands on the disk. */
export interface ShelfStatements {
  page(path: string): { subject: string; composition: string; checksum: number; isOld: boolean } | undefined
  fragment(subject: string, view: string): FragmentRow | undefined
  putPage(page: Composition): void
  putFragment(fragment: Fragment): void
  drop(subject: string, isForgotten: boolean): void
  dropAll(): void
  confirm(at: Instant): void
  confirmedAt(): Instant
  version(): string
  setVersion(version: string): void
  together(work: () => void): void
  check(): { checked: number; problems: string[] }
  close(): void
}

interface FragmentRow {
  bytes: Buffer
  crc: number
  length: number
  until: Instant
  checksum: number
  isOld: boolean
}

/** The form of the file; another number begins anew. */
const form = 1

const tables = `
  create table fragment (subject text not null, view text not null, bytes blob not null, crc integer not null,
    length integer not null, until integer, checksum integer not null, is_old integer not null,
    primary key (subject, view)) without rowid;
  create table page (path text primary key not null, subject text not null, composition text not null,
    checksum integer not null, is_old integer not null) without rowid;
  create index page_subject on page (subject);
  create table state (one integer primary key check (one = 1), confirmed_at integer not null, version text not null);
  insert into state values (1, 0, '');
  pragma user_version = ${form};
`

/** @throws when the file is no database or is damaged where it is read first */
export function prepareShelf(database: DatabaseSync): ShelfStatements {
  // NORMAL never corrupts and may lose the last flushes at a power cut: `confirmed_at` is lost with them, so the
  // changes since then are applied again.
  database.exec(
    'pragma busy_timeout = 200; pragma journal_mode = wal; pragma synchronous = normal; pragma cache_size = -4000',
  )
  const version = Number(database.prepare('pragma user_version').get()?.['user_version'])
  if (version !== 0 && version !== form) throw new Error(`written in form ${version}`)
  if (version === 0) database.exec(`begin; ${tables} commit`)

  const onePage = database.prepare('select subject, composition, checksum, is_old from page where path = ?')
  const oneFragment = database.prepare(
    'select bytes, crc, length, until, checksum, is_old from fragment where subject = ? and view = ?',
  )
  const insertPage = database.prepare('insert or replace into page values (?, ?, ?, ?, 0)')
  const insertFragment = database.prepare('insert or replace into fragment values (?, ?, ?, ?, ?, ?, ?, 0)')
  const oldPages = database.prepare('update page set is_old = 1 where subject = ?')
  const oldFragments = database.prepare('update fragment set is_old = 1 where subject = ?')
  const deletePages = database.prepare('delete from page where subject = ?')
  const deleteFragments = database.prepare('delete from fragment where subject = ?')
  const state = database.prepare('select confirmed_at, version from state')
  const confirm = database.prepare('update state set confirmed_at = max(confirmed_at, ?)')
  const setVersion = database.prepare('update state set version = ?')

  return {
    page(path) {
      const row = onePage.get(path)
      if (!row) return undefined
      return {
        subject: String(row['subject']),
        composition: String(row['composition']),
        checksum: Number(row['checksum']),
        isOld: row['is_old'] === 1,
      }
    },
    fragment(subject, view) {
      const row = oneFragment.get(subject, view)
      return row && fragmentRow(row)
    },
    putPage(page) {
      const composition = writeComposition(page)
      insertPage.run(page.path, page.subject, composition, crc32(composition))
    },
    putFragment({ subject, view, bytes, crc, length, until }) {
      insertFragment.run(subject, view, bytes, crc, length, until === Infinity ? null : until, crc32(bytes))
    },
    drop(subject, isForgotten) {
      for (const statement of isForgotten ? [deletePages, deleteFragments] : [oldPages, oldFragments])
        statement.run(subject)
    },
    dropAll: () => database.exec('update page set is_old = 1; update fragment set is_old = 1'),
    confirm: (at) => void confirm.run(at),
    confirmedAt: () => Number(state.get()?.['confirmed_at'] ?? 0),
    version: () => String(state.get()?.['version'] ?? ''),
    setVersion: (version) => void setVersion.run(version),
    together(work) {
      database.exec('begin')
      try {
        work()
        database.exec('commit')
      } catch (error) {
        database.exec('rollback')
        throw error
      }
    },
    check() {
      let checked = 0
      const problems: string[] = []
      for (const row of database.prepare('select subject, view, bytes, checksum from fragment').iterate()) {
        checked += 1
        if (crc32(bytesOf(row['bytes'])) !== Number(row['checksum']))
          problems.push(
            `the kept fragment ${String(row['subject'])} ${String(row['view'])} is damaged; it is rendered again when asked for`,
          )
      }
      return { checked, problems }
    },
    close: () => database.close(),
  }
}

function fragmentRow(row: Record<string, SQLOutputValue>): FragmentRow {
  return {
    bytes: bytesOf(row['bytes']),
    crc: Number(row['crc']),
    length: Number(row['length']),
    until: row['until'] === null ? Infinity : Number(row['until']),
    checksum: Number(row['checksum']),
    isOld: row['is_old'] === 1,
  }
}

function bytesOf(value: SQLOutputValue | undefined): Buffer {
  return value instanceof Uint8Array ? Buffer.from(value.buffer, value.byteOffset, value.byteLength) : Buffer.alloc(0)
}

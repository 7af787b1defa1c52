import type { Kysely } from 'kysely'
import type { Clock } from './clock.ts'
import type { Tables, Id } from './database/tables.ts'
import type { Unit } from './database/unit.ts'
import type { Equipment } from './equipment.ts'
import type { Words } from './i18n.ts'
import type { Jobs } from './jobs.ts'
import type { Log } from './log.ts'
import type { Mail } from './mail/mail.ts'
import type { Openid } from './openid.ts'
import type { PageStore } from './page-store/page-store.ts'
import type { Reactions } from './reactions.ts'
import type { Settings } from './settings.ts'
import type { Storage } from './storage.ts'

/** The open program: every verb takes it first. */
export interface Gawai {
  /** Where readers reach the site, such as `https://news.example`: what whole addresses begin with. */
  readonly origin: string
  /** Committed state, for short queries. */
  readonly db: Kysely<Tables>
  /** The same for queries that take longer than a millisecond. */
  readonly reports: Kysely<Tables>
  /** All of the unit or nothing of it; answered when it is on the disk. The unit awaits nothing but its `tx`. */
  write<T>(work: (unit: Unit) => Promise<T>): Promise<T>
  /** @throws when the database cannot be asked */
  ping(): Promise<void>
  newId(): Id
  readonly settings: Settings
  /** Another house whose sign-in counts here, if the operator named one. */
  readonly openid: Openid | undefined
  readonly jobs: Jobs
  readonly reactions: Reactions
  readonly mail: Mail
  readonly pages: PageStore
  readonly storage: Storage
  /**
   * What a slice keeps open as long as the program: opened when first asked for, closed with it.
   *
   * @param open is its name too: the same function gets the same piece
   */
  use<Piece extends Equipment>(open: () => Piece): Piece
  readonly words: Words
  readonly clock: Clock
  readonly log: Log
  /** Begins to do jobs and to follow what other programs write. */
  start(): Promise<void>
  /** Ends jobs, equipment, connections and threads. What was acknowledged is on the disk already. */
  close(): Promise<void>
}

import { mkdir } from 'node:fs/promises'
import { join } from 'node:path'
import { forgetAnswers } from './answered.ts'
import { type Clock, systemClock } from './clock.ts'
import { isDatabaseGone } from './database/gone.ts'
import { openDatabase } from './database/open.ts'
import type { Aftermath } from './database/unit.ts'
import { equipmentRoom } from './equipment.ts'
import type { Gawai } from './gawai.ts'
import { idMaker } from './ids.ts'
import type { Words } from './i18n.ts'
import { jobRunner } from './jobs.ts'
import { jsonLog, type Log } from './log.ts'
import { forgetMailKeys, type MailOptions, outgoingMail } from './mail/mail.ts'
import { openidHouse, type OpenidOptions } from './openid.ts'
import { followChanges, trimChanges } from './page-store/follow-changes.ts'
import { everythingSubject } from './page-store/page.ts'
import { openPageStore } from './page-store/page-store.ts'
import { reactionsOver } from './reactions.ts'
import { settingsOver, settingsSubject, siteZone } from './settings.ts'
import { siteKey } from './site-key.ts'
import { folderStorage } from './storage.ts'

export interface OpenOptions {
  /** The data folder: database, page store, files. Made when it is missing. */
  data: string
  words: Words
  /** A `postgres://` address instead of the folder's own database. */
  database?: string | undefined
  /** Where readers reach the site. */
  origin: string
  mail?: MailOptions | undefined
  /** Another house whose sign-in counts here. */
  openid?: OpenidOptions | undefined
  pageStore?: 'on' | 'off'
  /** Changes with the program's own files: pages that another version rendered are rendered anew. */
  version?: string
  clock?: Clock
  log?: Log
}

const listenEvery = 1000

/** Opens the program on a data folder. Nothing runs by itself yet: `serve` starts the jobs and the change follower. */
export async function openGawai(options: OpenOptions): Promise<Gawai> {
  const { data, words, clock = systemClock, log = jsonLog() } = options
  // Drafts and what an import kept beside the articles are nobody else's on this machine.
  await mkdir(data, { recursive: true, mode: 0o700 })
  const newId = idMaker(() => clock.now())
  const afterCommit = (aftermaths: readonly Aftermath[]) => {
    const subjects = aftermaths.flatMap((aftermath) => aftermath.subjects)
    for (const { changeId } of aftermaths) if (changeId !== undefined) follower.applied(changeId)
    forget(subjects)
    if (aftermaths.some(({ hasEvents }) => hasEvents)) deliver()
  }
  const deliver = () => void reactions.deliver().catch((error: unknown) => log.warn('Events wait', { error }))
  const forget = (subjects: readonly string[]) => {
    pages.drop(subjects)
    if (subjects.includes(everythingSubject)) pages.dropAll()
    // Settings stand in every page's frame and head.
    if (!subjects.includes(settingsSubject)) return
    settingsInStep = settings.reload().then(
      () => pages.dropAll(),
      (error: unknown) => log.warn('Settings could not be read again', { error }),
    )
  }
  let settingsInStep: Promise<void> = Promise.resolve()
  let listening: NodeJS.Timeout | undefined

  // Before the page store: a folder that has pages but no database is one whose database was lost.
  const database = await openDatabase(data, options.database, { clock, newId, committed: afterCommit })
  const pages = openPageStore({
    file: join(data, 'pages.db'),
    version: options.version ?? '',
    clock,
    log,
    isOff: options.pageStore === 'off',
    isDatabaseGone,
  })
  const settings = settingsOver(database.db)
  const jobs = jobRunner(database, clock, log, () => settings.get(siteZone))
  const reactions = reactionsOver(database, jobs)
  const storage = folderStorage(join(data, 'files'))
  const { mail, close: closeMail } = outgoingMail({
    ...options.mail,
    data,
    // Read before the first unit that sends a letter, which waits for no file.
    key: await siteKey(storage, 'letters'),
    origin: options.origin,
    database,
    jobs,
    settings,
    log,
  })
  const equipment = equipmentRoom()
  /** A program that began without its database knows nothing of its settings, and rendered what it could without them. */
  const returned = async () => {
    if (await settings.reload()) pages.dropAll()
    deliver()
  }
  const follower = followChanges({ database, store: pages, drop: forget, returned, clock, log })
  await settings.reload().catch((error: unknown) => {
    if (!isDatabaseGone(error)) throw error
    log.warn('The database is away: pages that were kept can still be read', { error })
  })
  await follower.catchUp()

  const gawai: Gawai = {
    origin: options.origin,
    db: database.db,
    reports: database.reports,
    async write(work) {
      const value = await database.write(work)
      await settingsInStep
      return value
    },
    ping: () => database.ping(),
    newId,
    settings,
    openid: options.openid && openidHouse(options.openid, { origin: options.origin, log }),
    jobs,
    reactions,
    mail,
    pages,
    storage,
    use: (open) => equipment.use(open),
    words,
    clock,
    log,
    async start() {
      jobs.onCalendar('forget-answers', '17 4 * * *', () => gawai.write(forgetAnswers))
      jobs.onCalendar('trim-changes', '37 4 * * *', () => gawai.write(trimChanges))
      jobs.onCalendar('forget-mail-keys', '57 4 * * *', () => gawai.write(forgetMailKeys))
      follower.start()
      // Other programs on this database may have told something and ended.
      listening = setInterval(() => (pages.isDegraded ? undefined : deliver()), listenEvery)
      await jobs.start()
      await reactions.deliver()
    },
    async close() {
      clearInterval(listening)
      // First: a job that waits for it would hold up the end, and is done another time.
      await Promise.all([equipment.close(), closeMail()])
      await jobs.stop()
      await follower.stop()
      await reactions.idle()
      await pages.close()
      await database.close()
    },
  }
  return gawai
}

import { isIP } from 'node:net'
import { join } from 'node:path'
import { z } from 'zod'
import type { Database } from '../database/open.ts'
import type { Unit } from '../database/unit.ts'
import type { Jobs } from '../jobs.ts'
import type { Log } from '../log.ts'
import { oneLine } from '../one-line.ts'
import { Invalid } from '../refusals.ts'
import { type Settings, siteName } from '../settings.ts'
import type { SiteKey } from '../site-key.ts'
import { type Carrier, LetterRefused } from './carrier.ts'
import { folderCarrier } from './folder-carrier.ts'
import { type LetterJob, openLetter, sealLetter } from './letter-job.ts'
import { type Letter, letterForm } from './letter.ts'
import type { Mailbox } from './mail-address.ts'
import { smtpCarrier } from './smtp-carrier.ts'

declare module '../events.ts' {
  interface Events {
    /** Nobody lives at that address, says the server that should know. */
    'mail.unknown': { address: string }
  }
}

/** Letters that go out surely: with the write that sends them, or not at all. */
export interface Mail {
  /**
   * Goes out after the commit, and is tried again for three days.
   *
   * @param key of what is said only once: a second letter with it is not sent within thirty days
   * @throws Invalid for an address that is none, or a header of more than one line
   */
  send(unit: Unit, letter: Letter & { key?: string }): Promise<void>
  /**
   * The same for a letter that is written when it goes out. While it waits, its job says only what it is about: that
   * costs little however many get it, and what has ended meanwhile is not sent.
   *
   * @param write asked at each try, with what was said when it was sent; undefined when there is nothing to send any more
   */
  writeLater(kind: string, write: (about: unknown) => Promise<Letter | undefined>): SendLater
}

/** @param about is kept as JSON */
export type SendLater = (unit: Unit, about: unknown) => Promise<void>

/** How the operator wants mail to go out. */
export interface MailOptions {
  /** `smtp://` or `smtps://`; without one letters are laid into the folder `mail` of the data folder. */
  smtp?: string
  /** By default the site's name and `noreply` at its host. */
  from?: Mailbox
}

interface MailParts extends MailOptions {
  data: string
  /** Seals letters while they wait. */
  key: SiteKey
  origin: string
  database: Pick<Database, 'write'>
  jobs: Jobs
  settings: Settings
  log: Log
}

const jobKind = 'send-mail'
/** With pauses of up to an hour: about three days, as long as mail servers themselves wait for each other. */
const mostTries = 84
const keysKeptFor = 30 * 24 * 60 * 60 * 1000
const laterForm = z.object({ madeAt: z.number(), about: z.unknown() })

/** Sends what units have written down, by SMTP or into the folder, and tries again what could not be sent. */
export function outgoingMail({ smtp, from, data, key: sealing, origin, database, jobs, settings, log }: MailParts) {
  let carrier: Carrier | undefined
  const open = () => (smtp === undefined ? folderCarrier(join(data, 'mail')) : smtpCarrier(smtp))
  const sender = () => from ?? { name: oneLine(settings.get(siteName)), address: noReplyAt(origin) }

  const carryFrom = (kind: string, read: (payload: unknown) => Promise<LetterJob | undefined>) =>
    jobs.handle(
      kind,
      async (payload, { id, attempts }) => {
        const waiting = await read(payload)
        if (!waiting) return
        const { madeAt, letter } = waiting
        try {
          await (carrier ??= open()).carry({ ...letter, id, madeAt }, sender())
        } catch (error) {
          if (error instanceof LetterRefused) {
            log.warn('A letter was refused for good', { id, code: error.code })
            if (error.isNobody)
              await database.write(async (unit) => unit.tell({ kind: 'mail.unknown', address: letter.to }))
          } else if (attempts < mostTries) throw error
          else log.error('A letter was given up after three days', { id, error })
        }
      },
      { tries: mostTries },
    )
  carryFrom(jobKind, async (payload) => openLetter(sealing, payload))

  const mail: Mail = {
    async send(unit, { key, ...letter }) {
      const parsed = letterForm.safeParse(letter)
      if (!parsed.success) throw new Invalid(`This letter cannot be sent: ${z.prettifyError(parsed.error)}`)
      if (key !== undefined && !(await isFirst(unit, key))) return
      await jobs.add(unit, { kind: jobKind, payload: sealLetter(sealing, { madeAt: unit.now, letter: parsed.data }) })
    },
    writeLater(kind, write) {
      carryFrom(kind, async (payload) => {
        const { madeAt, about } = laterForm.parse(payload)
        const letter = await write(about)
        return letter && { madeAt, letter: letterForm.parse(letter) }
      })
      return (unit, about) => jobs.add(unit, { kind, payload: { madeAt: unit.now, about } })
    },
  }
  return { mail, close: async () => carrier?.close() }
}

async function isFirst(unit: Unit, key: string): Promise<boolean> {
  const kept = await unit.tx
    .insertInto('mail_key')
    .values({ key, at: unit.now })
    .onConflict((conflict) => conflict.column('key').doNothing())
    .returning('key')
    .execute()
  return kept.length > 0
}

/** Forgets the keys of letters that nobody will send again. */
export async function forgetMailKeys(unit: Unit): Promise<void> {
  await unit.tx
    .deleteFrom('mail_key')
    .where('at', '<', unit.now - keysKeptFor)
    .execute()
}

function noReplyAt(origin: string): string {
  const { hostname } = new URL(origin)
  return `noreply@${isIP(hostname.replaceAll(/[[\]]/g, '')) === 0 ? hostname : 'localhost'}`
}

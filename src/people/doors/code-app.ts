import { z } from 'zod'
import type { Id, Instant } from '#platform/database/tables.ts'
import type { Unit } from '#platform/database/unit.ts'
import type { Gawai } from '#platform/gawai.ts'
import { Invalid, NotFound } from '#platform/refusals.ts'
import { siteName } from '#platform/settings.ts'
import { siteKey } from '#platform/site-key.ts'
import { openLimits, tooOften } from './limits.ts'
import { newRecoveryCodes } from './recovery-code.ts'
import { factorsChanged, factorsFor, hasSecondFactor } from './second-factor.ts'

declare module '#platform/database/tables.ts' {
  interface Tables {
    /** `secret` is sealed with the site's key: who has only the database cannot make codes. */
    totp: { account_id: Id; secret: string; confirmed_at: Instant; last_step: number }
  }
}

/** What every app that shows codes supports (RFC 6238): six digits, thirty seconds, SHA-1. */
const period = 30
/** Clocks differ, and people type slowly: the code before and the one after count too. */
const window = 1
const codeForm = /^\d{6}$/
const secretBytes = 20
const beginningLasts = 15 * 60 * 1000

const secretKey = ({ storage }: Pick<Gawai, 'storage'>) => siteKey(storage, 'second factor')
const beginningKey = ({ storage }: Pick<Gawai, 'storage'>) => siteKey(storage, 'second factor begun')

const totp = async (secret: string, label = '', issuer = '') => {
  const { Secret, TOTP } = await import('otpauth')
  return new TOTP({ secret: Secret.fromBase32(secret), label, issuer, period, digits: 6 })
}

/** What a code app has to learn before it shows codes. Nothing is kept until a code proves that it has. */
export interface CodeAppBegun {
  /** In base 32, to be typed. */
  secret: string
  /** The same with names, for a picture (otpauth). */
  uri: string
  /** The secret as the form carries it back: sealed, for this account and a quarter of an hour. */
  sealed: string
}

const begun = z.object({ account: z.number(), secret: z.string(), due: z.number() })

/** A new secret for somebody's code app; or the one that `sealed` carries, when its code was wrong. */
export async function beginCodeApp(
  gawai: Pick<Gawai, 'storage' | 'clock' | 'settings'>,
  { account, email, sealed }: { account: Id; email: string; sealed?: string | undefined },
): Promise<CodeAppBegun> {
  const secret = (await secretIn(gawai, account, sealed)) ?? (await newSecret())
  const key = await beginningKey(gawai)
  return {
    secret,
    uri: (await totp(secret, email, gawai.settings.get(siteName))).toString(),
    sealed: sealed ?? key.seal(JSON.stringify({ account, secret, due: gawai.clock.now() + beginningLasts })),
  }
}

async function newSecret(): Promise<string> {
  const { Secret } = await import('otpauth')
  return new Secret({ size: secretBytes }).base32
}

/** @throws NotFound when it was begun for another account, or too long ago */
async function secretIn(
  gawai: Pick<Gawai, 'storage' | 'clock'>,
  account: Id,
  sealed: string | undefined,
): Promise<string | undefined> {
  if (sealed === undefined) return undefined
  const key = await beginningKey(gawai)
  const parsed = begun.safeParse(opened(() => JSON.parse(key.open(sealed))))
  if (!parsed.success || parsed.data.account !== account || parsed.data.due < gawai.clock.now())
    throw new NotFound('This was begun too long ago: begin again', { key: 'factors.beginAgain' })
  return parsed.data.secret
}

function opened(open: () => unknown): unknown {
  try {
    return open()
  } catch {
    return undefined
  }
}

/**
 * Keeps the code app, now that it has shown a right code. One that was there before is replaced.
 *
 * @returns recovery codes when there were none
 * @throws Invalid when the code is wrong
 * @throws NotNow after too many that were
 */
export async function addCodeApp(
  gawai: Pick<Gawai, 'storage' | 'clock' | 'write' | 'use'>,
  { account, session, sealed, code }: { account: Id; session: Id; sealed: string; code: string },
): Promise<string[]> {
  const limits = gawai.use(openLimits)
  const seconds = await limits.take('code', String(account))
  if (seconds > 0) throw tooOften(seconds)
  const secret = (await secretIn(gawai, account, sealed)) ?? ''
  const step = await stepOf(secret, code, gawai.clock.now())
  if (step === undefined) throw new Invalid('This is not the code that the app shows', { key: 'factors.wrongCode' })
  await limits.forgive('code', String(account))
  const key = await secretKey(gawai)
  return gawai.write(async (unit) => {
    const before = await factorsFor(unit.tx, account)
    await unit.tx.deleteFrom('totp').where('account_id', '=', account).execute()
    await unit.tx
      .insertInto('totp')
      .values({ account_id: account, secret: key.seal(secret), confirmed_at: unit.now, last_step: step })
      .execute()
    const codes = hasSecondFactor(before) ? [] : await newRecoveryCodes(unit, account)
    await factorsChanged(unit, { account, what: 'code-app-added', by: account, keep: session })
    return codes
  })
}

/** The step whose code it is; undefined when it is none of now. */
async function stepOf(secret: string, code: string, now: Instant): Promise<number | undefined> {
  const digits = code.replaceAll(/\s/g, '')
  if (!codeForm.test(digits)) return undefined
  const app = await totp(secret)
  const off = app.validate({ token: digits, timestamp: now, window })
  return off === null ? undefined : app.counter({ timestamp: now }) + off
}

/** The step of an account's app whose code it is. */
export async function codeStep(
  gawai: Pick<Gawai, 'db' | 'storage' | 'clock'>,
  { account, code }: { account: Id; code: string },
): Promise<number | undefined> {
  const row = await gawai.db.selectFrom('totp').select('secret').where('account_id', '=', account).executeTakeFirst()
  if (!row) return undefined
  const key = await secretKey(gawai)
  // After the key was lost there are still recovery codes.
  const secret = opened(() => key.open(row.secret))
  return typeof secret === 'string' ? stepOf(secret, code, gawai.clock.now()) : undefined
}

/** Uses a step's code up: neither it nor an older one counts again (RFC 6238, 5.2). @returns whether it still counted */
export async function spendStep(unit: Unit, { account, step }: { account: Id; step: number }): Promise<boolean> {
  const spent = await unit.tx
    .updateTable('totp')
    .set({ last_step: step })
    .where('account_id', '=', account)
    .where('last_step', '<', step)
    .returning('account_id')
    .execute()
  return spent.length > 0
}

/** Takes the code app away and ends every other session. */
export async function removeCodeApp(unit: Unit, { account, session }: { account: Id; session: Id }): Promise<void> {
  await unit.tx.deleteFrom('totp').where('account_id', '=', account).execute()
  await factorsChanged(unit, { account, what: 'code-app-removed', by: account, keep: session })
}

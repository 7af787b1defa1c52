import { z } from 'zod'
import type { Id } from '#platform/database/tables.ts'
import type { Gawai } from '#platform/gawai.ts'
import { Invalid, NotFound } from '#platform/refusals.ts'
import { siteName } from '#platform/settings.ts'
import { siteKey } from '#platform/site-key.ts'
import { opened, secretKey, stepOf, totp } from './code-app.ts'
import { openLimits, tooOften } from './limits.ts'
import { newRecoveryCodes } from './recovery-code.ts'
import { factorsChanged, factorsFor, hasSecondFactor } from './second-factor.ts'

/** As long as the digest that makes the codes (RFC 4226, 4). */
const secretBytes = 20
const beginningLasts = 15 * 60 * 1000

const beginningKey = ({ storage }: Pick<Gawai, 'storage'>) => siteKey(storage, 'second factor begun')

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

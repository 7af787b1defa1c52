import type { Id, Instant } from '#platform/database/tables.ts'
import type { Unit } from '#platform/database/unit.ts'
import type { Gawai } from '#platform/gawai.ts'
import { siteKey } from '#platform/site-key.ts'
import { factorsChanged } from './second-factor.ts'

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

/** What the secrets of apps are sealed with. */
export const secretKey = ({ storage }: Pick<Gawai, 'storage'>) => siteKey(storage, 'second factor')

/**
 * An app of that secret, which makes and proves codes.
 *
 * @param secret in base 32
 * @param label whose it is, and `issuer` of what: for the picture that a phone reads
 */
export const totp = async (secret: string, label = '', issuer = '') => {
  const { Secret, TOTP } = await import('otpauth')
  return new TOTP({ secret: Secret.fromBase32(secret), label, issuer, period, digits: 6 })
}

/** What was sealed, or undefined when it was sealed with another key, changed, or is no form of ours. */
export function opened(open: () => unknown): unknown {
  try {
    return open()
  } catch {
    return undefined
  }
}

/** The step whose code it is; undefined when it is none of now. */
export async function stepOf(secret: string, code: string, now: Instant): Promise<number | undefined> {
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

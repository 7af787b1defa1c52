import type { Id } from '#platform/database/tables.ts'
import type { Gawai } from '#platform/gawai.ts'
import { openLimits } from './limits.ts'
import { Busy, isPassword } from './password.ts'
import { proveSession } from './session.ts'
import type { SignIn } from './sign-in.ts'

/** Somebody who is signed in shows again that it is them. Tries are counted for the account. */
export async function proveByPassword(
  gawai: Pick<Gawai, 'db' | 'write' | 'use'>,
  { account, session, password }: { account: Id; session: Id; password: string },
): Promise<SignIn> {
  const limits = gawai.use(openLimits)
  const seconds = await limits.take('account', String(account))
  if (seconds > 0) return { outcome: 'slow', seconds }
  const known = await gawai.db.selectFrom('account').select('password').where('id', '=', account).executeTakeFirst()
  try {
    if (!(await isPassword(password, known?.password ?? undefined))) return { outcome: 'wrong' }
  } catch (error) {
    if (error instanceof Busy) return { outcome: 'busy' }
    throw error
  }
  await limits.forgive('account', String(account))
  const token = await gawai.write((unit) => proveSession(unit, session))
  return { outcome: 'in', token, state: 'full' }
}

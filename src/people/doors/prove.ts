import type { Gawai } from '#platform/gawai.ts'
import { NotNow } from '#platform/refusals.ts'
import { goOn, type Proof } from './arrival.ts'
import { codeStep, spendStep } from './code-app.ts'
import { openHashing } from './hashing.ts'
import { openLimits } from './limits.ts'
import { isPassword } from './password.ts'
import { useRecoveryCode } from './recovery-code.ts'
import type { Session } from './session.ts'
import type { SignIn } from './sign-in.ts'

type Doors = Pick<Gawai, 'db' | 'write' | 'use' | 'storage' | 'clock'>

/**
 * Somebody who is signed in shows again that it is them. Tries are counted for the account.
 *
 * @throws NotNow when too many passwords are compared at this moment
 */
export function proveByPassword(gawai: Doors, given: { session: Session; password: string }): Promise<SignIn> {
  return gawai.use(openHashing).withRoom(() => comparePassword(gawai, given))
}

async function comparePassword(
  gawai: Doors,
  { session, password }: { session: Session; password: string },
): Promise<SignIn> {
  const { account } = session
  const limits = gawai.use(openLimits)
  const seconds = await limits.take('proof', String(account))
  if (seconds > 0) return { outcome: 'slow', seconds }
  const known = await gawai.db.selectFrom('account').select('password').where('id', '=', account).executeTakeFirst()
  const isRight = await isPassword(gawai, password, known?.password ?? undefined).catch(async (error: unknown) => {
    // Nothing was tried.
    if (error instanceof NotNow) await limits.giveBack('proof', String(account))
    throw error
  })
  if (!isRight) return { outcome: 'wrong' }
  await limits.forgive('proof', String(account))
  // A password is what a session of its first half was begun with: it opens nothing more.
  if (session.state === 'first') return { outcome: 'wrong' }
  return gawai.write((unit) => goOn(unit, session, 'password'))
}

/**
 * The second half of a sign-in, or a new proof of who is in already: the code that their app shows, or a recovery code.
 * Each counts once.
 */
export async function proveByCode(
  gawai: Doors,
  { session, code }: { session: Session; code: string },
): Promise<SignIn> {
  const { account } = session
  const limits = gawai.use(openLimits)
  const seconds = await limits.take('code', String(account))
  if (seconds > 0) return { outcome: 'slow', seconds }
  const step = await codeStep(gawai, { account, code })
  const came = await gawai.write(async (unit): Promise<SignIn> => {
    const isApp = step !== undefined && (await spendStep(unit, { account, step }))
    const by: Proof | undefined = isApp
      ? 'code'
      : (await useRecoveryCode(unit, { account, code }))
        ? 'recovery code'
        : undefined
    return by === undefined ? { outcome: 'wrong' } : goOn(unit, session, by)
  })
  if (came.outcome === 'in') await limits.forgive('code', String(account))
  else if ((await limits.wait('code', String(account))) > 0)
    await gawai.write(async (unit) => unit.tell({ kind: 'account.tried', account }))
  return came
}

import type { Gawai } from '#platform/gawai.ts'
import { siteName } from '#platform/settings.ts'
import { openHashing } from './hashing.ts'
import { openLimits, tooOften } from './limits.ts'
import { hashPassword, ownWords, proveNewPassword } from './password.ts'

/** A password that somebody wants from now on. */
interface Chosen {
  password: string
  /** Whose it is to be: it must not be made of their own names. */
  name: string
  email: string
  /** By what they may choose it: `invitation:17`, `account:17`. */
  by: string
}

/**
 * The password as the database may keep it, when it is good enough. Counted, because each costs as much as a sign-in, and
 * a link is not used up by a form that is refused afterwards.
 *
 * @throws Invalid as `proveNewPassword`
 * @throws NotNow when too many wait, or too many were chosen by the same link or account
 */
export async function choosePassword(
  gawai: Pick<Gawai, 'use' | 'settings'>,
  { password, name, email, by }: Chosen,
): Promise<string> {
  await proveNewPassword(password, ownWords(gawai.settings.get(siteName), { name, email }))
  return gawai.use(openHashing).withRoom(async () => {
    const seconds = await gawai.use(openLimits).take('choosing', by)
    if (seconds > 0) throw tooOften(seconds)
    return hashPassword(gawai, password)
  })
}

import { z } from 'zod'
import type { Gawai } from '#platform/gawai.ts'
import { mailAddress } from '#platform/mail/mail-address.ts'
import { Invalid } from '#platform/refusals.ts'
import type { Language } from '#platform/settings.ts'
import { takeDown } from './asked.ts'

interface Wish {
  address: string
  lang: Language
  /** What is to be followed: `thread:17`. */
  subject: string
  /** The same in words, in `lang`: they stand in letters and in the list of what somebody follows. */
  name: string
}

type Doors = Pick<Gawai, 'storage' | 'write' | 'jobs'>

/**
 * Somebody wants to be told by mail of what happens with a subject. Nothing is sent but a letter with a link: only who
 * opens it says that the address is theirs. The answer, and the time until it, is the same whatever is known of the
 * address: a job looks it up.
 *
 * @throws Invalid when the address is none
 */
export async function subscribe(gawai: Doors, { address, lang, subject, name }: Wish): Promise<void> {
  await takeDown(gawai, { address: proven(address), lang, wish: { subject, name } })
}

/**
 * Sends somebody the link to what they follow. To an address that follows nothing nothing is sent; the answer, and the
 * time until it, is the same.
 *
 * @throws Invalid when the address is none
 */
export async function askForLink(gawai: Doors, { address, lang }: Pick<Wish, 'address' | 'lang'>): Promise<void> {
  await takeDown(gawai, { address: proven(address), lang })
}

function proven(address: string): string {
  const parsed = mailAddress.safeParse(address)
  if (parsed.success) return parsed.data
  throw new Invalid(`This is no mail address: ${z.prettifyError(parsed.error)}`, { key: 'subscription.noAddress' })
}

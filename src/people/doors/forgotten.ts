import { z } from 'zod'
import type { Gawai } from '#platform/gawai.ts'
import type { Peer } from '#platform/http/peer.ts'
import { siteKey } from '#platform/site-key.ts'
import { emailKey } from '../account.ts'
import { openLimits } from './limits.ts'
import { countPeer, peerOf } from './tries.ts'

declare module '#platform/events.ts' {
  interface Events {
    /** Somebody asks for a link to an address, which lies sealed. Whether it has an account only the reaction learns. */
    'password.forgotten': { sealed: string }
  }
}

const keyOf = ({ storage }: Pick<Gawai, 'storage'>) => siteKey(storage, 'forgotten')

/**
 * Asks for a link to set another password, which goes to the address by mail. Nothing is looked up here, so that what is
 * answered, and when, says nothing of who has an account.
 *
 * @returns seconds to wait, 0 when it was taken down
 */
export async function askForReset(
  gawai: Pick<Gawai, 'write' | 'storage' | 'use'>,
  { email, peer }: { email: string; peer: Peer },
): Promise<number> {
  const key = await siteKey(gawai.storage, 'addresses')
  // From where nobody is heard any more, nobody can use up somebody else's links either.
  const seconds =
    (await countPeer(gawai, peerOf(key, peer))) || (await gawai.use(openLimits).take('mail', key.mac(emailKey(email))))
  if (seconds === 0) {
    const sealed = (await keyOf(gawai)).seal(emailKey(email))
    await gawai.write(async (unit) => unit.tell({ kind: 'password.forgotten', sealed }))
  }
  return seconds
}

const toldForm = z.union([
  z.object({ sealed: z.string() }),
  // As an earlier version told it.
  z.object({ email: z.string() }),
])

/** The address that somebody typed. @throws when it was sealed with another key */
export async function forgottenEmail(gawai: Pick<Gawai, 'storage'>, told: unknown): Promise<string> {
  const asked = toldForm.parse(told)
  return 'email' in asked ? asked.email : (await keyOf(gawai)).open(asked.sealed)
}

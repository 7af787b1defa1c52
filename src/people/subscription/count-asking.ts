import type { Gawai } from '#platform/gawai.ts'
import { networkOf, type Peer } from '#platform/http/peer.ts'
import { siteKey } from '#platform/site-key.ts'
import { openLimits } from '../doors/limits.ts'

/** What somebody may do who has not signed in. */
type Asking = 'subscribing' | 'reporting'

/**
 * Counts what is asked for from one network (/24, /48) and from one address of it.
 *
 * @returns seconds to wait, 0 when it may be
 */
export async function countAsking(
  gawai: Pick<Gawai, 'storage' | 'use'>,
  { address }: Peer,
  kind: Asking = 'subscribing',
): Promise<number> {
  const key = await siteKey(gawai.storage, 'addresses')
  const limits = gawai.use(openLimits)
  // One address that has asked too often does not use up what its network may ask for.
  return (
    (await limits.take(kind, key.mac(address))) || (await limits.take(`${kind}Network`, key.mac(networkOf(address))))
  )
}

import type { Gawai } from '#platform/gawai.ts'
import type { Peer } from '#platform/http/peer.ts'
import { siteKey } from '#platform/site-key.ts'
import { openLimits } from '../doors/limits.ts'

/** Counts what is asked for from one place of the network. @returns seconds to wait, 0 when it may be */
export async function waitToSubscribe(gawai: Gawai, { address }: Peer): Promise<number> {
  const key = await siteKey(gawai.storage, 'addresses')
  return gawai.use(openLimits).take('subscribing', key.mac(address))
}

import type { Gawai } from '#platform/gawai.ts'
import { networkOf, type Peer } from '#platform/http/peer.ts'
import type { SiteKey } from '#platform/site-key.ts'
import { type LimitKind, openLimits } from './limits.ts'

/** Who tries, as keyed digests of the peer's network and address. */
export interface TriedFrom {
  network: string
  address: string
}

/** @param key for addresses */
export const peerOf = (key: SiteKey, { address }: Peer): TriedFrom => ({
  network: key.mac(networkOf(address)),
  address: key.mac(address),
})

/** Tries that were counted for one sign-in, to be given back together. */
type Counted = readonly (readonly [LimitKind, string])[]

/**
 * Counts a try for the peer that it comes from. From where nobody is heard any more, nobody can use up the tries of an
 * account either.
 *
 * @returns seconds to wait, 0 when it may be
 */
export async function countPeer({ use }: Pick<Gawai, 'use'>, { network, address }: TriedFrom): Promise<number> {
  const limits = use(openLimits)
  return (await limits.take('network', network)) || limits.take('address', address)
}

/** It was somebody who may come in: as many as work at one place come in from there. */
export const giveBackPeer = (gawai: Pick<Gawai, 'use'>, { network, address }: TriedFrom): Promise<void> =>
  giveBack(gawai, [
    ['network', network],
    ['address', address],
  ])

async function giveBack({ use }: Pick<Gawai, 'use'>, all: Counted): Promise<void> {
  for (const [kind, key] of all) await use(openLimits).giveBack(kind, key)
}

/** What tries for an account are counted by. */
export interface Aim extends TriedFrom {
  /** A keyed digest of what was typed. */
  account: string
  /** Whether the account came in from that very address before. */
  isKnownThere: boolean
}

/**
 * Five for each network; and all that come from elsewhere than where the account was ever in are counted together, with
 * pauses that grow, so that many networks guess no more than about 120 times a day. An address that the account came in
 * from before has five of its own (OWASP's device cookies, without a cookie), so that no stranger elsewhere keeps its
 * owner out; from a new place there are still passkeys and the link by mail, which are not counted here.
 */
const countedBy = ({ account, network, address, isKnownThere }: Aim): Counted =>
  isKnownThere
    ? [['password', `${account} ${address}`]]
    : [
        ['password', `${account} ${network}`],
        ['account', account],
      ]

/** Whether the next try would be one too many; counts nothing. @returns seconds to wait */
export async function waitForAccount({ use }: Pick<Gawai, 'use'>, aim: Aim): Promise<number> {
  const waits = await Promise.all(countedBy(aim).map(([kind, key]) => use(openLimits).wait(kind, key)))
  return Math.max(...waits)
}

/** Counts a try for the account, unless it is one too many. @returns seconds to wait, 0 when it may be */
export async function countAccount(gawai: Pick<Gawai, 'use'>, aim: Aim): Promise<number> {
  const seconds = await waitForAccount(gawai, aim)
  if (seconds > 0) return seconds
  const taken = await Promise.all(countedBy(aim).map(([kind, key]) => gawai.use(openLimits).take(kind, key)))
  return Math.max(...taken)
}

/** Nothing was tried. */
export async function giveBackTry(gawai: Pick<Gawai, 'use'>, aim: Aim): Promise<void> {
  await giveBackPeer(gawai, aim)
  await giveBack(gawai, countedBy(aim))
}

/** It was them: what they mistyped at this place is forgotten, and what strangers tried elsewhere is not. */
export async function forgiveTry(gawai: Pick<Gawai, 'use'>, aim: Aim): Promise<void> {
  await giveBackTry(gawai, aim)
  for (const [kind, key] of countedBy(aim)) if (kind === 'password') await gawai.use(openLimits).forgive(kind, key)
}

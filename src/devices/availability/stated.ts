import type { Id, Instant } from '#platform/database/tables.ts'
import { type Day, dayOfInstant } from '#platform/fuzzy-date.ts'
import type { AvailabilityStatus, MarketCode, ProvenanceKind } from '../tables.ts'

/** What one source says of where a device can be bought. */
export interface Stated {
  variant?: Id
  market: MarketCode
  /** Undefined where it is sold without a carrier, or by whichever. */
  carrier?: { id: Id; name: string }
  status: AvailabilityStatus
  /** EDTF. */
  at?: string
  fromDay?: Day
  provenance: { id: Id; kind: ProvenanceKind; name: string; url: string }
  article?: Id
  saidAt: Instant
}

/** What counts for one market and carrier, and what other sources say. */
export interface Settled extends Stated {
  others: Stated[]
}

const weight: Record<ProvenanceKind, number> = {
  maker: 6,
  register: 5,
  test: 4,
  editor: 4,
  retailer: 3,
  article: 2,
  dataset: 1,
}

/**
 * When it came to be so, as far as anybody says: the day that is told, or else the one on which it was said. What is to come was
 * said today, not in the future.
 */
const dayOf = ({ fromDay, saidAt }: Stated): Day => Math.min(fromDay ?? Infinity, dayOfInstant(saidAt))

const newerFirst = (one: Stated, other: Stated): number =>
  dayOf(other) - dayOf(one) ||
  weight[other.provenance.kind] - weight[one.provenance.kind] ||
  other.saidAt - one.saidAt ||
  other.provenance.id - one.provenance.id

/**
 * Of all that is said of each market and carrier what counts: what came last, for whoever announced a device was right until a shop
 * sold it; of one day what the maker says, then a register, an editor, a shop, an article, a data set.
 *
 * @param variant whose view it is; undefined for what holds for all
 */
export function settle(stated: readonly Stated[], variant?: Id): Settled[] {
  const heard = stated.filter((one) => one.variant === undefined || one.variant === variant)
  const cells = Map.groupBy(heard, ({ market, carrier }) => `${market} ${carrier?.id ?? ''}`)
  return [...cells.values()].flatMap((all) => {
    const own = all.filter((one) => one.variant !== undefined)
    const [first, ...rest] = (own.length > 0 ? own : all).toSorted(newerFirst)
    return first
      ? [{ ...first, others: rest.filter(({ status, at }) => status !== first.status || at !== first.at) }]
      : []
  })
}

import type { Id, Instant } from '#platform/database/tables.ts'
import type { ProvenanceKind } from '../tables.ts'
import type { SpecificationName } from './registry.ts'
import { isSameValue, type Value } from './value.ts'

/** What one source says of one specification of a device, or of one variant of it. */
export interface Saying {
  name: SpecificationName
  /** Undefined for every variant. */
  variant?: Id
  values: Value[]
  provenance: { id: Id; kind: ProvenanceKind; name: string; url: string }
  asOf: Instant
  isPinned: boolean
}

/** What counts, and what other sources say. */
export interface Resolved extends Saying {
  others: Saying[]
}

const weight: Record<ProvenanceKind, number> = {
  maker: 6,
  register: 5,
  test: 4,
  editor: 3,
  article: 3,
  retailer: 2,
  dataset: 1,
}

/**
 * Of all that is said of one specification what counts: what an editor pinned, then the maker, an official register, a test, an
 * editor, a shop, a data set; among equals the newest. What is said of a variant stands before what is said of all.
 *
 * @param variant whose view it is; undefined for what holds for all
 */
export function resolve(sayings: readonly Saying[], variant?: Id): Map<SpecificationName, Resolved> {
  const heard = sayings.filter((saying) => saying.variant === undefined || saying.variant === variant)
  const byName = Map.groupBy(heard, ({ name }) => name)
  return new Map([...byName].map(([name, all]) => [name, resolved(all)]))
}

function resolved(all: readonly Saying[]): Resolved {
  const [first, ...rest] = all.toSorted(moreFirst)
  if (!first) throw new RangeError('Nothing is said')
  return { ...first, others: rest.filter((other) => !saysTheSame(first, other)) }
}

const moreFirst = (one: Saying, other: Saying): number =>
  Number(other.variant !== undefined) - Number(one.variant !== undefined) ||
  Number(other.isPinned) - Number(one.isPinned) ||
  weight[other.provenance.kind] - weight[one.provenance.kind] ||
  other.asOf - one.asOf ||
  other.provenance.id - one.provenance.id

/** However it was written. */
const saysTheSame = (one: Saying, other: Saying): boolean =>
  one.values.length === other.values.length &&
  one.values.every((value, index) => {
    const beside = other.values[index]
    return beside !== undefined && isSameValue({ ...value, raw: '' }, { ...beside, raw: '' })
  })

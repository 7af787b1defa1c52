import type { Radio } from '../tables.ts'

export interface CarrierBand {
  radio: Radio
  band: number
  /** Without this one it works in few places. */
  isCore: boolean
}

/** The bands that a device receives, by radio; a radio that nobody speaks of is not there. */
export type DeviceBands = ReadonlyMap<Radio, ReadonlySet<number>>

/** Whether a device works with a carrier: in most places, in some, hardly, or nobody can tell. */
export type Verdict = 'good' | 'limited' | 'no' | 'unknown'

export interface BandVerdict {
  verdict: Verdict
  /** What the carrier sends on and the device does not receive, of the radios of which its bands are known. */
  missing: readonly CarrierBand[]
  /** Radios of the carrier of which nobody says what the device receives. */
  unknown: readonly Radio[]
}

/** With so many of a carrier's bands, all that matter among them, it works in most places: the rule of Band Atlas. */
const mostPlaces = 0.6

/**
 * Looks whether a device receives what a carrier sends: good with every band that matters and three in five of all, no without
 * any that matters. Where a radio with a band that matters is not known of the device, nothing is guessed.
 */
export function verdictOf(sent: readonly CarrierBand[], received: DeviceBands): BandVerdict {
  const known = sent.filter(({ radio }) => received.has(radio))
  const unknown = [...new Set(sent.map(({ radio }) => radio).filter((radio) => !received.has(radio)))]
  const missing = known.filter(({ radio, band }) => received.get(radio)?.has(band) !== true)
  const isGuess = known.length === 0 || sent.some(({ radio, isCore }) => isCore && !received.has(radio))
  return { verdict: isGuess ? 'unknown' : verdictOfKnown(known, missing), missing, unknown }
}

function verdictOfKnown(known: readonly CarrierBand[], missing: readonly CarrierBand[]): Verdict {
  const core = known.filter(({ isCore }) => isCore)
  const missingCore = missing.filter(({ isCore }) => isCore)
  const hasNone = core.length > 0 ? missingCore.length === core.length : missing.length === known.length
  if (hasNone) return 'no'
  const share = 1 - missing.length / known.length
  return missingCore.length === 0 && share >= mostPlaces ? 'good' : 'limited'
}

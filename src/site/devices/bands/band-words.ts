import type { BandVerdict, CarrierBand, Radio, Verdict } from '#devices'
import type { Say } from '#platform/i18n.ts'

export const verdictWords: Record<Verdict, string> = {
  good: 'deviceBands.good',
  limited: 'deviceBands.limited',
  no: 'deviceBands.no',
  unknown: 'deviceBands.unknown',
}

const radioWords: Record<Radio, string> = {
  gsm: 'deviceBands.gsm',
  umts: 'deviceBands.umts',
  lte: 'deviceBands.lte',
  nr: 'deviceBands.nr',
}

/** "4G: 8 (penting), 40; 5G: 78", or nothing. */
export function missingWords(say: Say, missing: readonly CarrierBand[]): string {
  const groups = [...Map.groupBy(missing, ({ radio }) => radio)]
  return groups
    .map(([radio, bands]) => `${say(radioWords[radio])}: ${bands.map((one) => bandIn(say, one)).join(', ')}`)
    .join('; ')
}

const bandIn = (say: Say, { band, isCore }: CarrierBand): string =>
  isCore ? say('deviceBands.core', { band }) : String(band)

/** What stands behind a verdict: what is missing, and what nobody knows. */
export function whyWords(say: Say, { missing, unknown }: BandVerdict): string[] {
  return [
    ...(missing.length > 0 ? [say('deviceBands.missing', { bands: missingWords(say, missing) })] : []),
    ...(unknown.length > 0
      ? [say('deviceBands.notKnown', { radios: unknown.map((radio) => say(radioWords[radio])).join(', ') })]
      : []),
  ]
}

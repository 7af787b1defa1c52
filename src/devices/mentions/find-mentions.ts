import type { Id } from '#platform/database/tables.ts'
import type { Day } from '#platform/fuzzy-date.ts'
import type { Language } from '#platform/settings.ts'
import { byBrand, byNewName } from './by-brand.ts'
import { byCode } from './by-code.ts'
import { byBefore, byEqual, byLater } from './by-equal.ts'
import { byNickname } from './by-nickname.ts'
import { byCompound, bySeries, byWrittenTogether } from './by-series.ts'
import { chooseAmong } from './choose.ts'
import type { Brand } from './brand.ts'
import type { Gazetteer } from './gazetteer.ts'
import { countedModels, seriesCues } from './misleading-words.ts'
import type { Piece } from './pieces.ts'
import { type Place, sure } from './place.ts'
import { longestListed } from './listed-name.ts'
import { type Passage, passageOf } from './passage.ts'

export interface FoundMention {
  /** UTF-16 offsets, the end exclusive. */
  start: number
  end: number
  kind: 'device' | 'series' | 'brand'
  brand: Brand
  /** Undefined for a device that is not in the catalogue. */
  device?: Id | undefined
  family?: Id | undefined
  /** As it would be written in full, without the brand: "Galaxy A30s" for "A30s". */
  name: string
  /** Percent. */
  confidence: number
}

const ways = [
  byBrand,
  bySeries,
  byCompound,
  byWrittenTogether,
  byNickname,
  byEqual,
  byBefore,
  byLater,
  byCode,
  byNewName,
]

/**
 * Finds what a text names: devices, series and brands, in the order in which they stand.
 *
 * @param day of the article, by which devices of the same name are told apart
 */
export function findMentions(
  gazetteer: Gazetteer,
  { text, lang, day }: { text: string; lang: Language; day?: Day | undefined },
): FoundMention[] {
  const passage = passageOf(gazetteer, text, lang)
  const places: Place[] = []
  for (let at = 0; at < passage.pieces.length;) {
    const place = isReadable(passage, at) ? placeAt(passage, at, places.at(-1)) : undefined
    if (place) places.push(...beforeSlash(passage, place, places.at(-1)), place)
    at = place?.end ?? at + 1
  }
  return places.map((place) => mentionOf(passage, place, day))
}

function placeAt(passage: Passage, at: number, last: Place | undefined): Place | undefined {
  for (const way of ways) {
    const place = way(passage, at, last)
    if (place) return place
  }
  return undefined
}

/** Names begin where words do; nothing is said of a brand in `@brand` and `brand.com`. */
function isReadable({ pieces, text }: Passage, at: number): boolean {
  const piece = pieces[at]
  if (!piece || piece.isInner || piece.gap === 'apostrophe') return false
  if (piece.gap === 'mark' && /@\s?$/.test(text.slice(Math.max(0, piece.start - 2), piece.start))) return false
  return !/^\.[a-z]{2,}/.test(text.slice(piece.end, piece.end + 4))
}

/** "desire/desirehd": a word before a slash is a name of the same brand where the one behind it is. */
function beforeSlash(
  { gazetteer, pieces }: Passage,
  { start, brand, reading }: Place,
  last: Place | undefined,
): Place[] {
  const at = start - 1
  if (!reading || pieces[start]?.gap !== 'slash' || (last && last.end > at) || pieces[at]?.isInner !== false) return []
  const listed = longestListed(gazetteer, pieces, at, { brand, before: '' })
  if (listed?.end !== start) return []
  const own = { kind: 'device' as const, end: start, found: listed.found, series: '', model: at }
  return [{ start: at, name: at, end: start, brand, reading: own, confidence: sure.carried }]
}

function mentionOf(
  passage: Passage,
  { start, end, reading, brand, confidence, lead = '', name = start }: Place,
  day: Day | undefined,
): FoundMention {
  const { pieces, text } = passage
  const span = { start: pieces[start]?.start ?? 0, end: pieces[end - 1]?.end ?? 0 }
  if (!reading) return { ...span, kind: 'brand', brand, name: '', confidence }
  const chosen = chooseAmong(reading.found, day)
  const isSeries =
    isOfSeries(pieces, start) ||
    (reading.kind === 'series' && !chosen.isOfDay) ||
    (!chosen.name && chosen.family !== undefined)
  return {
    ...span,
    kind: isSeries ? 'series' : 'device',
    brand,
    name: `${lead} ${text.slice(pieces[name]?.start, span.end)}`.trim(),
    confidence: chosen.isSure ? confidence : Math.min(confidence, unsure),
    ...(isSeries ? { family: chosen.family } : { device: chosen.name?.device }),
  }
}

/** Where several devices can be meant, an editor is asked before readers see the link. */
const unsure = 50

/** "Trio iPhone 11", "4 model Mate 30". */
function isOfSeries(pieces: readonly Piece[], start: number): boolean {
  const [number, word] = [pieces[start - 2], pieces[start - 1]]
  if (!word || pieces[start]?.gap !== 'blank') return false
  const isCounted = /^(?:\d+|dua|tiga|empat|lima|two|three|four|five)$/.test(number?.key ?? '')
  return seriesCues.has(word.key) || (isCounted && countedModels.has(word.key))
}

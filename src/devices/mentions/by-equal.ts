import type { Brand } from './brand.ts'
import { longestListed } from './listed-name.ts'
import { connectors, suffixes } from './misleading-words.ts'
import { isWordEnd, joinKeys, keyOf, type Piece, piecesOf } from './pieces.ts'
import { type Place, sure } from './place.ts'
import { type Reading, readName } from './read-name.ts'
import type { Passage } from './passage.ts'
import { isCode, isModel } from './shapes.ts'

const strongSuffix = /^(?:pro|plus|max|ultra|lite|5g|xl|se|fe)$/

/** "Mate 30 and 30 Pro": what stands beside an equal takes over what that begins with. */
export function byEqual(passage: Passage, at: number, last: Place | undefined): Place | undefined {
  if (!last?.reading || !isBeside(passage, last.end, at)) return undefined
  const { pieces } = passage
  const told = readAfter(passage, at, last)
  if (!told) return undefined
  const isListed = told.found.length > 0 && (isModel(pieces, at) || isModelWithin(pieces, at, told.end))
  const isAlike =
    told.found.length === 0 &&
    (told.model > at || isWhole(pieces, at, told.end) || isLikeIts(passage, at, last.reading))
  return isListed || isAlike ? placeOf(passage, at, told, { last, confidence: sure.joined }) : undefined
}

/** A model whose brand or series was named before: "Lenovo IdeaPad ... L340". */
export function byBefore(passage: Passage, at: number, last: Place | undefined): Place | undefined {
  const { pieces } = passage
  const piece = pieces[at]
  if (!piece || !last || at - last.end > mostPiecesBetween || !isModel(pieces, at)) return undefined
  const told = readAfter(passage, at, last)
  if (!told || !(isCode(piece) || isNumberAndMore(pieces, at, told))) return undefined
  if (told.found.length > 0) return placeOf(passage, at, told, { last, confidence: sure.carried })
  const isOpen = last.reading?.kind !== 'device' && at - last.end <= mostPiecesToUnknown
  const isPart = /^(?:chip|prosesor|chipset|soc|processor|panel)$/.test(pieces[at - 1]?.key ?? '')
  if (!isOpen || isPart || !isCode(piece) || !isWordEnd(pieces, at) || !isOneSentence(pieces, last.end, at))
    return undefined
  return placeOf(passage, at, told, { last, confidence: sure.guessed })
}

/** "13 Ultra", where the catalogue has one. */
const isNumberAndMore = (pieces: readonly Piece[], at: number, { end, found }: Reading): boolean =>
  found.length > 0 && end > at + 1 && pieces.slice(at + 1, end).some(({ key }) => suffixes.has(key))

/** A model of a brand that the text names only further on: "Berkat P30 Lite, pangsa Huawei naik". */
export function byLater(
  { gazetteer, pieces, brands }: Passage,
  at: number,
  last: Place | undefined,
): Place | undefined {
  const piece = pieces[at]
  if (last || !piece || !isCode(piece)) return undefined
  for (const brand of brands) {
    if (!longestListed(gazetteer, pieces, at, { brand, before: '' })) continue
    const reading = readName(gazetteer, pieces, at, brand)
    if (reading?.kind === 'device')
      return { start: at, name: at, end: reading.end, reading, brand, confidence: sure.carried }
  }
  return undefined
}

const mostPiecesBetween = 60
const mostPiecesToUnknown = 8

const isOneSentence = (pieces: readonly Piece[], from: number, to: number): boolean =>
  pieces.slice(from, to + 1).every(({ gap }) => gap !== 'stop')

const isModelWithin = (pieces: readonly Piece[], at: number, end: number): boolean =>
  pieces[at]?.isCapital === true && pieces.slice(at + 1, end).some((_, index) => isModel(pieces, at + 1 + index, true))

/** "Z Flip6", "30 Pro": more than a number. */
const isWhole = (pieces: readonly Piece[], at: number, end: number): boolean =>
  end - at > 1 && pieces[at]?.isCapital === true && pieces.slice(at, end).some(({ key }) => /\d/.test(key))

interface Told extends Reading {
  /** The key of what the text leaves out. */
  before: string
}

/** The longest name after the series of what was read last, after how that series begins, or after the brand. */
function readAfter({ gazetteer, pieces }: Passage, at: number, { brand, reading }: Place): Told | undefined {
  let best: Told | undefined
  for (const before of headsOf(reading?.series ?? '', brand)) {
    const told = readName(gazetteer, pieces, at, brand, before)
    if (!told || (told.kind === 'series' && !isModel(pieces, at))) continue
    if (!best || told.end > best.end || (told.end === best.end && told.found.length > 0 && best.found.length === 0))
      best = { ...told, before }
  }
  return best
}

/** Of "galaxynote" these are "galaxynote", "galaxy" and nothing. */
function headsOf(series: string, brand: Brand): string[] {
  const heads = series === '' ? [] : [series]
  for (let end = series.length - 1; end > 1; end -= 1)
    if (brand.series.has(series.slice(0, end))) heads.push(series.slice(0, end))
  return [...heads, '']
}

function placeOf(
  passage: Passage,
  at: number,
  { before, ...reading }: Told,
  { last, confidence }: { last: Place; confidence: number },
): Place {
  const lead = wordsOf(passage, before, last)
  return { start: at, name: at, end: reading.end, reading, brand: last.brand, confidence, ...(lead !== '' && { lead }) }
}

/** What stands for a key at the beginning of the name that was read last. */
function wordsOf({ pieces, text }: Passage, before: string, { lead = '', name }: Place): string {
  if (before === '' || name === undefined) return ''
  if (keyOf(piecesOf(lead)) === before) return lead
  let key = keyOf(piecesOf(lead))
  for (let at = name; at < pieces.length && key.length < before.length; at += 1) {
    const piece = pieces[at]
    if (!piece) break
    key = key === '' ? piece.key : joinKeys(key, piece)
    if (key === before) return `${lead} ${text.slice(pieces[name]?.start, piece.end)}`.trim()
  }
  return ''
}

/** Whether nothing but a comma or "and" stands between. */
function isBeside({ pieces, text }: Passage, end: number, at: number): boolean {
  if (at === end) {
    const gap = pieces[end]?.gap
    return (
      gap === 'comma' ||
      gap === 'slash' ||
      (gap === 'mark' && text.slice(pieces[end - 1]?.end, pieces[end]?.start).trim() === '&')
    )
  }
  return (
    at - end <= 2 &&
    pieces[at]?.gap === 'blank' &&
    pieces.slice(end, at).every(({ key, gap }) => connectors.has(key) && (gap === 'blank' || gap === 'comma'))
  )
}

/** What nobody has listed must look like its equal: a letter and a number beside such, or a number with a word behind it. */
function isLikeIts({ pieces }: Passage, at: number, { model }: Reading): boolean {
  const [own, equal] = [pieces[at], pieces[model]]
  if (!own || !equal) return false
  const shape = ({ key }: Piece) => key.replace(/\d+/, '0').replace(/0[a-z]$/, '0')
  return shape(own) === shape(equal) && (strongSuffix.test(pieces[at + 1]?.key ?? '') || /[a-z]/.test(own.key))
}

import { isWordEnd, joinKeys } from './pieces.ts'
import { type Place, sure } from './place.ts'
import { isGoingOn, type Scan } from './scan.ts'

const mostPieces = 6

/** A name that people gave a device, and that means it wherever it stands. */
export function byNickname({ gazetteer, pieces }: Scan, at: number): Place | undefined {
  if (!gazetteer.canBegin(pieces[at]?.key ?? '')) return undefined
  let longest: Place | undefined
  let key = ''
  for (let end = at; end < at + mostPieces && isGoingOn(pieces, end, at); end += 1) {
    const piece = pieces[end]
    if (!piece) break
    key = key === '' ? piece.key : joinKeys(key, piece)
    if (!isWordEnd(pieces, end)) continue
    const found = gazetteer.namesAt(key).filter(({ isNickname }) => isNickname === true)
    const brand = found[0]?.brand
    if (!brand) continue
    const reading = { kind: 'device' as const, end: end + 1, found, series: '', model: at }
    longest = { start: at, name: at, end: end + 1, reading, brand, confidence: sure.telling }
  }
  return longest
}

import { codeKey } from './gazetteer.ts'
import { type Place, sure } from './place.ts'
import { isWithin } from './pieces.ts'
import type { Scan } from './scan.ts'

/** A code on a box stands for itself: `SM-G998B`. */
export function byCode({ gazetteer, pieces, text }: Scan, at: number): Place | undefined {
  const piece = pieces[at]
  if (!piece?.isCapital) return undefined
  let end = at
  while (isWithin(pieces, end + 1) && pieces[end + 1]?.gap !== 'blank') end += 1
  const words = text.slice(piece.start, pieces[end]?.end)
  if (words.length < 6 || !/^(?=.*\d\d)[\dA-Z-]+$/.test(words) || !/[A-Z]/.test(words)) return undefined
  const found = gazetteer.namesAt(codeKey(words))
  const brand = found[0]?.brand
  if (!brand) return undefined
  const reading = { kind: 'device' as const, end: end + 1, found, series: '', model: at }
  return { start: at, name: at, end: end + 1, reading, brand, confidence: sure.telling }
}

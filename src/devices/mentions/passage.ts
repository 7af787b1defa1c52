import type { Language } from '#platform/settings.ts'
import { type Brand, countsAlone } from './brand.ts'
import type { Gazetteer } from './gazetteer.ts'
import { longestListed } from './listed-name.ts'
import { dailyWords, deviceWords, feeWords } from './misleading-words.ts'
import { isWithin, isWordEnd, type Piece, piecesOf, wordEnd } from './pieces.ts'

/** A text as it is read, with what is known of the whole of it. */
export interface Passage {
  gazetteer: Gazetteer
  text: string
  lang: Language
  pieces: readonly Piece[]
  /** Whether it speaks of fees, and whether it speaks of devices. */
  isOfFees: boolean
  isOfDevices: boolean
  /** The brands written at each piece, the longest first. */
  brandsAt: readonly (readonly BrandAt[])[]
  /** The brands that it names, but for those that are words of daily life too. */
  brands: ReadonlySet<Brand>
}

export function passageOf(gazetteer: Gazetteer, text: string, lang: Language): Passage {
  const pieces = piecesOf(text)
  const brands = new Set<Brand>()
  const brandsAt = pieces.map((_, at) => brandsWrittenAt(gazetteer, pieces, at))
  let hasName = false
  for (const [at, [longest]] of brandsAt.entries()) {
    if (!longest || !countsAlone(longest.brand)) continue
    if (!isDaily(pieces, at, longest.end)) brands.add(longest.brand)
    else hasName ||= pieces[at]?.isCapital === true && hasModelBehind(gazetteer, pieces, longest)
  }
  return {
    gazetteer,
    text,
    lang,
    pieces,
    brandsAt,
    brands,
    isOfFees: pieces.some(({ key }) => feeWords.has(key)),
    isOfDevices: hasName || brands.size > 0 || pieces.some((_, at) => isDeviceWord(pieces, at)),
  }
}

/** `iPhone` is one word, though it is two pieces. */
const isDeviceWord = (pieces: readonly Piece[], at: number): boolean =>
  pieces[at]?.isInner !== true && deviceWords.has(keyFrom(pieces, at, wordEnd(pieces, at)))

/** Whether more than a number of the catalogue stands behind a brand: "Honor 9X" is a device wherever it stands. */
function hasModelBehind(gazetteer: Gazetteer, pieces: readonly Piece[], { brand, end }: BrandAt): boolean {
  const listed = isWithin(pieces, end) ? longestListed(gazetteer, pieces, end, { brand, before: '' }) : undefined
  return listed !== undefined && /^(?=.*\d).*\p{L}/u.test(keyFrom(pieces, end, listed.end))
}

interface BrandAt {
  brand: Brand
  /** The piece behind it. */
  end: number
}

function brandsWrittenAt(gazetteer: Gazetteer, pieces: readonly Piece[], at: number): readonly BrandAt[] {
  if (pieces[at]?.isInner === true || !gazetteer.canBegin(pieces[at]?.key ?? '')) return none
  const found: BrandAt[] = []
  let key = ''
  for (let end = at; end < at + 4 && isGoingOn(pieces, end, at); end += 1) {
    key += pieces[end]?.key ?? ''
    // A brand may be written together with what follows: "SamsungGalaxy".
    for (const brand of gazetteer.brandsAt(key))
      if (isWordEnd(pieces, end) || key.length > 3) found.push({ brand, end: end + 1 })
  }
  return found.length < 2
    ? found
    : found.toSorted((one, other) => other.end - one.end || other.brand.names - one.brand.names)
}

const none: readonly BrandAt[] = []

/** Whether a name that began at a piece can go on with another. */
export const isGoingOn = (pieces: readonly Piece[], at: number, began: number): boolean =>
  at < pieces.length && (at === began || isWithin(pieces, at))

export const keyFrom = (pieces: readonly Piece[], at: number, end: number): string => {
  let key = ''
  for (let index = at; index < end; index += 1) key += pieces[index]?.key ?? ''
  return key
}

export const isDaily = (pieces: readonly Piece[], at: number, end: number): boolean =>
  dailyWords.has(keyFrom(pieces, at, end))

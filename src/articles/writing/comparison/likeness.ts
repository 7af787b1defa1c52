import type { Node } from '../../document/node.ts'

/** Of what tells it from others: a sentence that has less in common is another sentence. */
const likeEnough = 0.4
/** A word that stands in more blocks than this tells none from another. */
const tooCommon = 40
/** So many blocks that share the most words are looked at closely. */
const closest = 3

/** A block and one that it became, by their places. */
interface Likeness {
  old: number
  now: number
  /** From 0, nothing in common, to 1. */
  likeness: number
}

/** How often which word stands in a block; a word is that of a kind of block. */
type Bag = ReadonlyMap<string, number>

/**
 * Which blocks most likely became which, the likeliest first, each at most once. Only blocks that share a word that
 * stands in few others are compared, so the work grows with the words and not with their square.
 */
export function likePairs(old: ReadonlyMap<number, Node>, now: ReadonlyMap<number, Node>): Likeness[] {
  const [before, after] = [bagsOf(old), bagsOf(now)]
  const places = placesOf(before)
  const found = [...after].flatMap(([at, bag]) =>
    sharing(bag, places).map((other) => ({
      old: other,
      now: at,
      likeness: likenessOf(telling(before.get(other), places), telling(bag, places)),
    })),
  )
  const like = found.filter(({ likeness }) => likeness >= likeEnough)
  return eachOnce(like.toSorted((one, other) => other.likeness - one.likeness || nearness(one) - nearness(other)))
}

const nearness = ({ old, now }: Likeness): number => Math.abs(old - now)

function eachOnce(pairs: readonly Likeness[]): Likeness[] {
  const taken = { old: new Set<number>(), now: new Set<number>() }
  return pairs.filter(({ old, now }) => {
    if (taken.old.has(old) || taken.now.has(now)) return false
    taken.old.add(old)
    taken.now.add(now)
    return true
  })
}

/** Where each word stands. */
function placesOf(bags: ReadonlyMap<number, Bag>): Map<string, number[]> {
  const places = new Map<string, number[]>()
  for (const [at, bag] of bags)
    for (const word of bag.keys()) {
      const list = places.get(word)
      if (list) list.push(at)
      else places.set(word, [at])
    }
  return places
}

function sharing(bag: Bag, places: ReadonlyMap<string, number[]>): number[] {
  const shared = new Map<number, number>()
  for (const word of telling(bag, places).keys())
    for (const at of places.get(word) ?? []) shared.set(at, (shared.get(at) ?? 0) + 1)
  return [...shared]
    .toSorted(([, one], [, other]) => other - one)
    .slice(0, closest)
    .map(([at]) => at)
}

/** The words that tell a block from others. */
const telling = (bag: Bag = new Map<string, number>(), places: ReadonlyMap<string, number[]>): Bag =>
  new Map([...bag].filter(([word]) => (places.get(word)?.length ?? 0) <= tooCommon))

/** Twice what they share, of all that both have (Dice 1945). */
function likenessOf(one: Bag, other: Bag): number {
  let shared = 0
  for (const [word, count] of other) shared += Math.min(count, one.get(word) ?? 0)
  return (2 * shared) / (sizeOf(one) + sizeOf(other))
}

const sizeOf = (bag: Bag): number => bag.values().reduce((sum, count) => sum + count, 0)

const bagsOf = (nodes: ReadonlyMap<number, Node>): Map<number, Bag> =>
  new Map([...nodes].map(([at, node]) => [at, bagOf(node)]))

function bagOf(node: Node): Bag {
  const bag = new Map<string, number>()
  const family = familyOf(node)
  for (const word of wordsIn(node)) {
    const name = `${family} ${word}`
    bag.set(name, (bag.get(name) ?? 0) + 1)
  }
  return bag
}

/** What tells a block from others: its words, and where its pictures and embeds lie. */
function* wordsIn({ text, attrs = {}, content = [] }: Node): Generator<string> {
  if (text !== undefined) yield* wordsOf(text)
  for (const name of ['caption', 'alt', 'credit', 'title', 'html']) {
    const said = attrs[name]
    if (typeof said === 'string') yield* wordsOf(said)
  }
  for (const name of ['src', 'url']) if (typeof attrs[name] === 'string') yield attrs[name]
  for (const child of content) yield* wordsIn(child)
}

const wordsOf = (text: string): string[] => text.toLowerCase().match(/[\p{L}\p{M}\p{N}]+/gu) ?? []

const families: Readonly<Record<string, string>> = {
  heading: 'paragraph',
  orderedList: 'bulletList',
  keyPoints: 'bulletList',
  tableHeader: 'tableCell',
}

/** Kinds of block that can become each other: a paragraph becomes a heading, not a picture. */
export const familyOf = ({ type }: Node): string => families[type] ?? type

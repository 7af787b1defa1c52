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

/** How often which word stands in a block, and how many words it has; a word is that of a kind of block. */
interface Bag {
  words: ReadonlyMap<string, number>
  size: number
}

/**
 * Which blocks most likely became which, the likeliest first, each at most once. Only blocks that share a word that
 * stands in few others are compared, so the work grows with the words and not with their square.
 */
export function likePairs(old: ReadonlyMap<number, Node>, now: ReadonlyMap<number, Node>): Likeness[] {
  const places = placesOf(old)
  const before = new Map([...old].map(([at, node]) => [at, bagOf(node, places)]))
  const found = [...now].flatMap(([at, node]) => {
    const bag = bagOf(node, places)
    return sharing(bag, places).flatMap((other) => {
      const likeness = likenessOf(before.get(other), bag)
      return likeness < likeEnough ? [] : { old: other, now: at, likeness }
    })
  })
  return eachOnce(found.toSorted((one, other) => other.likeness - one.likeness || nearness(one) - nearness(other)))
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

type Places = ReadonlyMap<string, readonly number[]>

/** Where each word stands. */
function placesOf(nodes: ReadonlyMap<number, Node>): Places {
  const places = new Map<string, number[]>()
  for (const [at, node] of nodes)
    for (const word of new Set(namedWords(node))) {
      const list = places.get(word)
      if (list) list.push(at)
      else places.set(word, [at])
    }
  return places
}

/** Without the words that tell nothing. */
function bagOf(node: Node, places: Places): Bag {
  const words = new Map<string, number>()
  let size = 0
  for (const word of namedWords(node)) {
    if ((places.get(word)?.length ?? 0) > tooCommon) continue
    words.set(word, (words.get(word) ?? 0) + 1)
    size += 1
  }
  return { words, size }
}

/** The blocks that share the most words with one. */
function sharing({ words }: Bag, places: Places): number[] {
  const shared = new Map<number, number>()
  let most = 0
  for (const word of words.keys())
    for (const at of places.get(word) ?? []) {
      const count = (shared.get(at) ?? 0) + 1
      shared.set(at, count)
      most = Math.max(most, count)
    }
  const near = [...shared].filter(([, count]) => count * 2 > most)
  return near
    .toSorted(([, one], [, other]) => other - one)
    .slice(0, closest)
    .map(([at]) => at)
}

/** Twice what they share, of all that both have (Dice 1945). */
function likenessOf(one: Bag | undefined, other: Bag): number {
  if (!one) return 0
  let shared = 0
  for (const [word, count] of other.words) shared += Math.min(count, one.words.get(word) ?? 0)
  return (2 * shared) / (one.size + other.size)
}

/** A paragraph and a table that share words are not alike. */
function* namedWords(node: Node): Generator<string> {
  const family = familyOf(node)
  for (const word of wordsIn(node)) yield `${family} ${word}`
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

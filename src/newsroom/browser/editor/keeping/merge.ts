import { type Edit, editsOf, sameAtEnd, sameAtStart } from './sequences.ts'

export interface Sides<What> {
  /** What both began from. */
  base: What
  mine: What
  theirs: What
}

/** A stretch on which both agree or that only one has touched, or one of which somebody must choose. */
export type Stretch<Item> = { kind: 'sure'; items: Item[] } | { kind: 'asked'; mine: Item[]; theirs: Item[] }

interface Group<Item> {
  from: number
  to: number
  mine: Edit<Item>[]
  theirs: Edit<Item>[]
}

/**
 * Joins what two people made of the same. Whatever only one has touched is taken, equal changes once; what both have put
 * in at one place stands one after the other. Where both have touched the same, nothing is chosen.
 */
export function merge<Item>(sides: Sides<readonly Item[]>, keyOf: (item: Item) => string): Stretch<Item>[] {
  const { base } = sides
  const stretches: Stretch<Item>[] = []
  let at = 0
  for (const group of joinAlike(groupsOf(sides, keyOf), keyOf)) {
    add(stretches, { kind: 'sure', items: base.slice(at, group.from) })
    for (const stretch of stretchesOf(base, group, keyOf)) add(stretches, stretch)
    at = group.to
  }
  add(stretches, { kind: 'sure', items: base.slice(at) })
  return stretches
}

/** Neighbours that are sure are one. */
function add<Item>(stretches: Stretch<Item>[], next: Stretch<Item>): void {
  const last = stretches.at(-1)
  if (next.kind === 'sure' && next.items.length === 0) return
  if (next.kind === 'sure' && last?.kind === 'sure') last.items.push(...next.items)
  else stretches.push(next.kind === 'sure' ? { kind: 'sure', items: [...next.items] } : next)
}

/** Edits of both sides that touch the same items of the base. */
function groupsOf<Item>({ base, mine, theirs }: Sides<readonly Item[]>, keyOf: (item: Item) => string): Group<Item>[] {
  const groups: Group<Item>[] = []
  const edits = [
    ...editsOf(base, theirs, keyOf).map((edit) => ({ side: 'theirs' as const, edit })),
    ...editsOf(base, mine, keyOf).map((edit) => ({ side: 'mine' as const, edit })),
  ].toSorted(({ edit: one }, { edit: other }) => one.from - other.from || one.to - other.to)
  for (const { side, edit } of edits) {
    const last = groups.at(-1)
    const group = last && touches(last, edit) ? last : { from: edit.from, to: edit.to, mine: [], theirs: [] }
    if (group !== last) groups.push(group)
    group.to = Math.max(group.to, edit.to)
    group[side].push(edit)
  }
  return groups
}

/** Two that put something in at one place touch, too. */
function touches(group: Group<unknown>, { from, to }: Edit<unknown>): boolean {
  return from < group.to || (from === to && group.from === group.to && from === group.from)
}

/** Where neighbours put in the same, it is one change, taken once. */
function joinAlike<Item>(groups: readonly Group<Item>[], keyOf: (item: Item) => string): Group<Item>[] {
  const joined: Group<Item>[] = []
  for (const group of groups) {
    const last = joined.at(-1)
    if (last?.to === group.from && isAlike(last, group, keyOf)) {
      last.to = group.to
      last.mine.push(...group.mine)
      last.theirs.push(...group.theirs)
    } else joined.push(group)
  }
  return joined
}

function isAlike<Item>(one: Group<Item>, other: Group<Item>, keyOf: (item: Item) => string): boolean {
  const keys = (edits: readonly Edit<Item>[]) => new Set(edits.flatMap(({ items }) => items.map(keyOf)))
  const share = (some: readonly Edit<Item>[], others: readonly Edit<Item>[]) => !keys(some).isDisjointFrom(keys(others))
  return share(one.mine, other.theirs) || share(one.theirs, other.mine)
}

function stretchesOf<Item>(base: readonly Item[], group: Group<Item>, keyOf: (item: Item) => string): Stretch<Item>[] {
  const [mine, theirs] = [edited(base, group, group.mine), edited(base, group, group.theirs)]
  if (group.from === group.to) return [{ kind: 'sure', items: both(theirs, mine, keyOf) }]
  const start = sameAtStart(mine.map(keyOf), theirs.map(keyOf))
  const end = sameAtEnd(mine.map(keyOf), theirs.map(keyOf), start)
  const [here, there] = [mine.slice(start, mine.length - end), theirs.slice(start, theirs.length - end)]
  return [
    { kind: 'sure', items: mine.slice(0, start) },
    between(base.slice(group.from, group.to), here, there, keyOf),
    { kind: 'sure', items: mine.slice(mine.length - end) },
  ]
}

/** What is left of a stretch without its equal ends: whoever has left it as it was has not touched it. */
function between<Item>(
  base: readonly Item[],
  mine: Item[],
  theirs: Item[],
  keyOf: (item: Item) => string,
): Stretch<Item> {
  if (isSame(base, mine, keyOf)) return { kind: 'sure', items: theirs }
  if (isSame(base, theirs, keyOf) || isSame(mine, theirs, keyOf)) return { kind: 'sure', items: mine }
  return { kind: 'asked', mine, theirs }
}

function edited<Item>(base: readonly Item[], { from, to }: Group<Item>, edits: readonly Edit<Item>[]): Item[] {
  const items: Item[] = []
  let at = from
  for (const edit of edits) {
    items.push(...base.slice(at, edit.from), ...edit.items)
    at = edit.to
  }
  return [...items, ...base.slice(at, to)]
}

/** Everything that either has; what both have stands there once. */
export function both<Item>(one: readonly Item[], other: readonly Item[], keyOf: (item: Item) => string): Item[] {
  const items: Item[] = []
  let at = 0
  for (const edit of editsOf(one, other, keyOf)) {
    items.push(...one.slice(at, edit.to), ...edit.items)
    at = edit.to
  }
  return [...items, ...one.slice(at)]
}

const isSame = <Item>(one: readonly Item[], other: readonly Item[], keyOf: (item: Item) => string): boolean =>
  one.length === other.length && one.every((item, index) => keyOf(item) === keyOf(other[index] as Item)) // oxlint-disable-line typescript/no-unsafe-type-assertion -- both are of one length

import type { Mark, Node } from '../../document/node.ts'

/** What no reader sees of a block: how wide a column was drawn, what follows from the picture. */
const unseen = new Set(['colwidth', 'colour', 'width', 'height'])
/** What is so by itself. */
const usual: Readonly<Record<string, unknown>> = { start: 1, colspan: 1, rowspan: 1 }

/** What readers see of a block, as a string: equal for two that look alike. */
export const seenOf = (node: Node): string => JSON.stringify(shapeOf(node))

/** The same of what is said of a block beside its content. */
export function seenAttrs(attrs: Node['attrs'] = {}): [string, unknown][] {
  return Object.entries(attrs)
    .filter(([name, value]) => value !== null && value !== undefined && !unseen.has(name) && usual[name] !== value)
    .toSorted(([one], [other]) => (one < other ? -1 : 1))
}

function shapeOf({ type, attrs, content = [], text, marks }: Node): unknown[] {
  return [type, seenAttrs(attrs), text ?? '', marksOf(marks), joinedRuns(content).map(shapeOf)]
}

/** In one order: bold and linked is linked and bold. */
export const marksOf = (marks: readonly Mark[] = []): unknown[] =>
  marks
    .map(({ type, attrs }) => [type, seenAttrs(attrs)] as const)
    .toSorted(([one], [other]) => (one < other ? -1 : one > other ? 1 : 0))

/** Neighbouring words with the same marks as one run. */
export function joinedRuns(nodes: readonly Node[]): Node[] {
  const runs: Node[] = []
  for (const node of nodes) {
    const last = runs.at(-1)
    if (last?.text !== undefined && node.text !== undefined && areSameMarks(last.marks, node.marks))
      runs[runs.length - 1] = { ...last, text: last.text + node.text }
    else runs.push(node)
  }
  return runs
}

const areSameMarks = (one: Node['marks'], other: Node['marks']): boolean =>
  one === other || JSON.stringify(marksOf(one)) === JSON.stringify(marksOf(other))

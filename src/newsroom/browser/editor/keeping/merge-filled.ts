import { fieldKey, fieldNames, type Filled, keyOf, type Node } from './filled.ts'
import { both, merge, type Sides, type Stretch } from './merge.ts'

/** A field that both have filled in otherwise. */
export interface AskedField {
  name: string
  mine: readonly string[]
  theirs: readonly string[]
}

/** Two states of one article, joined as far as that needs nobody. */
export interface Merging {
  fields: Filled['fields']
  askedFields: AskedField[]
  blocks: Stretch<Node>[]
}

export type Choice = 'mine' | 'theirs' | 'both'

export function mergeFilled(sides: Sides<Filled>): Merging {
  const { base, mine, theirs } = sides
  const contents = { base: base.document.content, mine: mine.document.content, theirs: theirs.document.content }
  const names = fieldNames(base, mine, theirs)
  return {
    fields: Object.fromEntries(names.map((name) => [name, fieldOf(sides, name)])),
    askedFields: names.filter((name) => isAsked(sides, name)).map((name) => askedField(sides, name)),
    blocks: merge(contents, keyOf),
  }
}

const keysOf = ({ base, mine, theirs }: Sides<Filled>, name: string) =>
  [base, mine, theirs].map(({ fields }) => fieldKey(fields[name])) as [string, string, string] // oxlint-disable-line typescript/no-unsafe-type-assertion -- three go in

/** Of what nobody has changed mine is taken: it is as it was typed. */
function fieldOf(sides: Sides<Filled>, name: string): readonly string[] {
  const [base, mine, theirs] = keysOf(sides, name)
  return (mine === base && theirs !== base ? sides.theirs : sides.mine).fields[name] ?? []
}

function isAsked(sides: Sides<Filled>, name: string): boolean {
  const [base, mine, theirs] = keysOf(sides, name)
  return mine !== base && theirs !== base && mine !== theirs
}

const askedField = ({ mine, theirs }: Sides<Filled>, name: string): AskedField => ({
  name,
  mine: mine.fields[name] ?? [],
  theirs: theirs.fields[name] ?? [],
})

export const mustAsk = ({ askedFields, blocks }: Merging): boolean =>
  askedFields.length > 0 || blocks.some(({ kind }) => kind === 'asked')

/** @param choices one for each field that is asked, then one for each stretch */
export function chosen({ fields, askedFields, blocks }: Merging, choices: readonly Choice[]): Filled {
  const left = [...choices]
  const next = () => left.shift() ?? 'both'
  const answered = askedFields.map(({ name, mine, theirs }) => [name, next() === 'theirs' ? theirs : mine] as const)
  const content = blocks.flatMap((stretch) => (stretch.kind === 'sure' ? stretch.items : taken(stretch, next())))
  return { fields: { ...fields, ...Object.fromEntries(answered) }, document: { type: 'doc', content } }
}

function taken({ mine, theirs }: Extract<Stretch<Node>, { kind: 'asked' }>, choice: Choice): Node[] {
  if (choice === 'both') return both(mine, theirs, keyOf)
  return choice === 'mine' ? mine : theirs
}

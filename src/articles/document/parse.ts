import { z } from 'zod'
import { Invalid } from '#platform/refusals.ts'
import { type Inline, inlineSchema } from './inline.ts'
import { type BlockKinds, ownKinds } from './kinds.ts'
import type { Block, BlockKind, Document, Node } from './node.ts'
import { canonical } from './shared/canonical.ts'
import { deepest, mostNodes } from './shared/limits.ts'

const nodeShape = z.strictObject({
  type: z.string(),
  attrs: z.record(z.string(), z.unknown()).optional(),
  content: z.array(z.unknown()).max(mostNodes).optional(),
})
const documentShape = z.strictObject({ type: z.literal('doc'), content: z.array(z.unknown()).max(mostNodes) })

/**
 * Proves that a value is a document: known blocks, each holding what it may hold, with attributes of the right type.
 *
 * @returns it in the one spelling that is kept, see `canonical`
 * @throws Invalid naming the block by its place ("block 3, item 1")
 */
export function parseDocument(value: unknown, kinds: BlockKinds = ownKinds): Document {
  const shape = documentShape.safeParse(value)
  if (!shape.success) throw new Invalid(`This is no document: ${z.prettifyError(shape.error)}`)
  const walk = { kinds, nodes: 0 }
  const content = shape.data.content.map((block, index) =>
    parseBlock(walk, block, `block ${index + 1}`, 1, (type) => kinds.isTop(type)),
  )
  return canonical({ type: 'doc', content })
}

interface Walk {
  kinds: BlockKinds
  nodes: number
}

function parseBlock(
  walk: Walk,
  value: unknown,
  place: string,
  depth: number,
  mayStand: (type: string) => boolean,
): Block {
  walk.nodes += 1
  if (walk.nodes > mostNodes) throw new Invalid(`The document has more than ${mostNodes} parts`)
  if (depth > deepest) throw new Invalid(`The document is nested deeper than ${deepest} levels at ${place}`)
  const shape = nodeShape.safeParse(value)
  if (!shape.success) throw new Invalid(`The document's ${place} is no block: ${z.prettifyError(shape.error)}`)
  const { type, attrs = {}, content = [] } = shape.data
  const kind = walk.kinds.get(type)
  if (!kind || !mayStand(type)) throw new Invalid(`The document's ${place} is a "${type}", which cannot stand there`)
  const proven = kind.attrs.safeParse(attrs)
  if (!proven.success)
    throw new Invalid(`The document's ${place} (${type}) cannot be kept: ${z.prettifyError(proven.error)}`)
  const inner = parseContent(walk, kind, content, place, depth)
  return {
    type,
    ...(Object.keys(proven.data).length > 0 && { attrs: proven.data }),
    ...(inner.length > 0 && { content: inner }),
  }
}

function parseContent(
  walk: Walk,
  { type, holds }: BlockKind,
  content: readonly unknown[],
  place: string,
  depth: number,
): Node[] {
  if (holds === 'nothing' && content.length > 0) throw new Invalid(`The document's ${place} (${type}) can hold nothing`)
  if (holds === 'nothing') return []
  if (holds === 'inline' || holds === 'text')
    return content.map((node, index) => parseInline(walk, node, `${place}, text ${index + 1}`, holds === 'text'))
  return content.map((node, index) =>
    parseBlock(walk, node, `${place}, item ${index + 1}`, depth + 1, (inner) => holds.includes(inner)),
  )
}

function parseInline(walk: Walk, value: unknown, place: string, isPlain: boolean): Node {
  walk.nodes += 1
  const parsed = inlineSchema.safeParse(value)
  if (!parsed.success) throw new Invalid(`The document's ${place} cannot be kept: ${z.prettifyError(parsed.error)}`)
  if (isPlain && (parsed.data.type !== 'text' || parsed.data.marks?.length))
    throw new Invalid(`The document's ${place} must be plain text`)
  return nodeOf(parsed.data)
}

function nodeOf(inline: Inline): Node {
  if (inline.type === 'hardBreak') return inline
  return inline.marks?.length
    ? { type: 'text', text: inline.text, marks: inline.marks }
    : { type: 'text', text: inline.text }
}

import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { Mark, type MarkType, type Node, type NodeType } from '@tiptap/pm/model'
import fc from 'fast-check'
import { anyWritten, documentOf as documentWith, paragraph, someText } from '#test/documents.ts'
import { documentOf, schema, writable } from '#test/editor-schema.js'
import { ownKinds } from './kinds.ts'
import type { Document } from './node.ts'
import { parseDocument } from './parse.ts'
import { holds, tops } from './shared/holds.ts'

/** What the editor gives back for a document that nobody has changed. */
function edited(document: Document): Document {
  const opened = schema.nodeFromJSON(writable(document))
  opened.check()
  return documentOf(opened)
}

describe('a document that is kept', () => {
  it('is opened by the editor and comes back the same', () =>
    fc.assert(
      fc.property(anyWritten, (written) => {
        const kept = parseDocument(written)
        assert.deepEqual(edited(kept), kept)
      }),
      { numRuns: 200 },
    ))

  const twice = [
    { type: 'bold' },
    { type: 'link', attrs: { href: '/a/' } },
    { type: 'bold' },
    { type: 'link', attrs: { href: '/b/' } },
  ]
  const odd: [string, Document][] = [
    ['without blocks', documentWith()],
    ['of one empty paragraph', documentWith({ type: 'paragraph' })],
    ['of empty paragraphs', documentWith({ type: 'paragraph' }, { type: 'paragraph' })],
    ['with an empty heading', documentWith({ type: 'heading', attrs: { level: 4 } })],
    [
      'with lists without items',
      documentWith({ type: 'bulletList' }, { type: 'keyPoints' }, { type: 'orderedList', attrs: { start: 4 } }),
    ],
    ['with an empty item', documentWith({ type: 'bulletList', content: [{ type: 'listItem' }] })],
    [
      'with an item that begins with a list',
      documentWith({
        type: 'bulletList',
        content: [{ type: 'listItem', content: [{ type: 'orderedList', content: [{ type: 'listItem' }] }] }],
      }),
    ],
    ['with an empty quotation', documentWith({ type: 'blockquote', attrs: { cite: 'https://a.example/' } })],
    ['with a table without rows', documentWith({ type: 'table', attrs: { caption: 'Harga' } }, { type: 'table' })],
    [
      'with rows without cells and a cell without anything',
      documentWith({
        type: 'table',
        content: [{ type: 'tableRow' }, { type: 'tableRow', content: [{ type: 'tableCell' }] }],
      }),
    ],
    [
      'with a cell that says what goes without saying',
      documentWith({
        type: 'table',
        content: [
          { type: 'tableRow', content: [{ type: 'tableHeader', attrs: { colspan: 1, rowspan: 1, colwidth: null } }] },
        ],
      }),
    ],
    [
      'with widths of columns',
      documentWith({
        type: 'table',
        content: [{ type: 'tableRow', content: [{ type: 'tableCell', attrs: { colspan: 2, colwidth: [10, 20.5] } }] }],
      }),
    ],
    ['with an empty gallery', documentWith({ type: 'gallery', attrs: { columns: 3, caption: 'Galeri' } })],
    ['with a mark twice', documentWith({ type: 'paragraph', content: [{ type: 'text', text: 'a', marks: twice }] })],
    [
      'with code in bold',
      documentWith({
        type: 'paragraph',
        content: [{ type: 'text', text: 'a', marks: [{ type: 'code' }, { type: 'bold' }] }],
      }),
    ],
    [
      'with all that an editor writes of a link',
      documentWith({
        type: 'paragraph',
        content: [
          {
            type: 'text',
            text: 'a',
            marks: [{ type: 'link', attrs: { href: 'https://a.example', target: '_blank', class: null } }],
          },
        ],
      }),
    ],
    [
      'with every attribute of a picture',
      documentWith({
        type: 'image',
        attrs: { src: '/a.jpg', alt: '', caption: '', credit: 'Sari', width: 1, height: 100_000, colour: '#a0b1c2' },
      }),
    ],
    [
      'with code without a language',
      documentWith({ type: 'codeBlock', attrs: { language: null }, content: [{ type: 'text', text: '\n a\n' }] }),
    ],
    [
      'with a list that begins at nought',
      documentWith({ type: 'orderedList', attrs: { start: 0, type: null }, content: [{ type: 'listItem' }] }),
    ],
  ]
  for (const [what, document] of odd)
    it(`comes back the same: ${what}`, () => {
      const kept = parseDocument(document)
      assert.deepEqual(parseDocument(kept), kept)
      assert.deepEqual(edited(kept), kept)
    })

  it('is of the same kinds on both sides, and the same may stand at the top', () => {
    const own = Object.keys(holds)
    const blocks = Object.values(schema.nodes).filter((type) => type.isBlock && type !== schema.topNodeType)
    assert.deepEqual(blocks.map(({ name }) => name).toSorted(), own.toSorted())
    const standing = blocks.filter((type) => type.isInGroup('block')).map(({ name }) => name)
    assert.deepEqual(standing.toSorted(), [...tops].toSorted())
    assert.deepEqual(own.filter((type) => ownKinds.isTop(type)).toSorted(), [...tops].toSorted())
  })
})

/** Values that somebody or something could give for an attribute; which of them fits, the schema says. */
const values: readonly unknown[] = [
  ['', ' ', '\0', 'kata', '<script>', 'a'.repeat(500), 'a'.repeat(501), 'a'.repeat(2000), 'a'.repeat(2001)],
  ['https://a.example/', 'HTTPS://A.Example', 'https://a.example', '/a%20b', '/a b', '#bagian', 'mailto:a@b.example'],
  ['tel:+62', '//host/x', 'javascript:alert(1)', 'java\nscript:x', 'data:image/png;base64,AA', `/${'a'.repeat(2000)}`],
  [-1, 0, 1, 1.5, 2, 3, 4, 9, 10, 200, 201, 100_000, 100_001, Number.MAX_SAFE_INTEGER, 2 ** 53, Infinity],
  ['#a0b1c2', '#A0B1C2', 'red', 'ts', 'c++', 'a b', 'x'.repeat(30), 'x'.repeat(31)],
  ['center', 'right', 'left', 'source', 'via', true, null, {}, [], [1], [1.5, 2], [null]],
].flat()

type Attributes = Readonly<Record<string, { validate?: string | ((value: unknown) => void) }>>
const fits = (attributes: Attributes, name: string, value: unknown): boolean => {
  const validate = attributes[name]?.validate
  assert.ok(typeof validate === 'function', `nothing proves the attribute ${name}`)
  try {
    validate(value)
    return true
  } catch {
    return false
  }
}

/** One of these; fast-check compares what it is asked with, and cannot compare a schema. */
function oneOf<Value>(g: fc.GeneratorValue, from: readonly Value[]): Value {
  const value = from[g(fc.nat, { max: from.length - 1 })]
  assert.ok(value !== undefined)
  return value
}

const fitting = new Map<string, readonly unknown[]>()
function valuesFor(attributes: Attributes, owner: string, name: string): readonly unknown[] {
  const known = fitting.get(`${owner} ${name}`) ?? values.filter((value) => fits(attributes, name, value))
  fitting.set(`${owner} ${name}`, known)
  return known
}

const anyAttributes = (g: fc.GeneratorValue, { name, spec: { attrs = {} } }: NodeType | MarkType) =>
  Object.fromEntries(Object.keys(attrs).map((attribute) => [attribute, oneOf(g, valuesFor(attrs, name, attribute))]))

const anyMarks = (g: fc.GeneratorValue, marks: readonly MarkType[]): readonly Mark[] =>
  marks
    .filter(() => g(fc.nat, { max: 3 }) === 0)
    .reduce<readonly Mark[]>((set, type) => type.create(anyAttributes(g, type)).addToSet(set), Mark.none)

const anyText = () => someText
const isShallow = (type: NodeType) => !type.isBlock || type.isLeaf || type.inlineContent

/** A node as the schema's content expressions allow it: what any command or paste could make. */
function anyNode(g: fc.GeneratorValue, type: NodeType, depth: number): Node {
  const attributes = anyAttributes(g, type)
  const content: Node[] = []
  let match = type.contentMatch
  const most = g(fc.nat, { max: depth > 4 ? 1 : 4 })
  while (match.edgeCount > 0 && (content.length < most || !match.validEnd)) {
    const edges = Array.from({ length: match.edgeCount }, (_, index) => match.edge(index))
    const shallow = edges.filter((edge) => isShallow(edge.type))
    const edge = oneOf(g, depth > 4 && shallow.length > 0 ? shallow : edges)
    const marks = anyMarks(
      g,
      Object.values(schema.marks).filter((mark) => edge.type.isInline && type.allowsMarkType(mark)),
    )
    content.push(edge.type.isText ? schema.text(g(anyText), marks) : anyNode(g, edge.type, depth + 1).mark(marks))
    match = edge.next
  }
  return type.create(attributes, content)
}

const anyEdited = fc.gen().map((g) => anyNode(g, schema.topNodeType, 0))

describe('a document that the editor can make', () => {
  it('is read again only where it was changed', () => {
    const before = schema.nodeFromJSON(documentWith(paragraph('a'), paragraph('b')))
    const after = before.copy(before.content.replaceChild(1, schema.nodeFromJSON(paragraph('c'))))
    const [kept, now] = [documentOf(before).content, documentOf(after).content]
    assert.equal(now[0], kept[0])
    assert.deepEqual(now, [paragraph('a'), paragraph('c')])
  })

  it('is kept as it is, and comes back the same', () =>
    fc.assert(
      fc.property(anyEdited, (document) => {
        document.check()
        const written = documentOf(document)
        assert.deepEqual(parseDocument(JSON.parse(JSON.stringify(written))), written)
        assert.deepEqual(edited(written), written)
      }),
      { numRuns: 400 },
    ))
})

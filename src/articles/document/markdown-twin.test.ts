import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import fc from 'fast-check'
import { anyDocument, context, documentOf, paragraph, someText, words } from '#test/documents.ts'
import { paragraphsOf, tidyLine } from './html-inline.ts'
import { hrefOf } from './inline.ts'
import type { Document, Node } from './node.ts'
import { parseDocument } from './parse.ts'
import { readMarkdown } from './read-markdown.ts'
import { textOf } from './view.ts'
import { markdownOf } from './view-markdown.ts'

/** This site's own addresses come back as paths. */
const homeward = (address: string) => address.replace(/^https:\/\/gawai\.example(?=\/)/, '')
const options = { rewriteLink: homeward, rewriteImage: homeward, readAlso: () => 7, organisation: () => 9 }

function readBack(document: Document, named = context): Document {
  const { document: read } = readMarkdown(markdownOf(document, named), options)
  assert.deepEqual(parseDocument(read), read)
  return read
}

const folded = (text: unknown) => (typeof text === 'string' ? text.replace(/\s+/g, ' ').trim() : '')
const filled = (attrs: Record<string, unknown>) =>
  Object.fromEntries(Object.entries(attrs).filter(([, value]) => value !== '' && value !== undefined))

/** A place on the page is nowhere in another text. */
const withoutPlace = ({ marks = [], ...node }: Node): Node => ({
  ...node,
  marks: marks.filter((mark) => !hrefOf({ type: 'text', marks: [mark] })?.startsWith('#')),
})
/** Neither the order of marks counts nor whether a blank is bold: each letter stands by itself, with its marks. */
const spelled = (line: readonly Node[]): Node[] =>
  line.flatMap(({ text, marks = [], ...node }): Node[] => {
    if (text === undefined) return [{ ...node, marks: [] }]
    const sorted = marks.toSorted((one, other) => one.type.localeCompare(other.type))
    const onBlank = sorted.filter(({ type }) => type !== 'bold' && type !== 'italic')
    return Array.from(text, (letter) => ({ ...node, text: letter, marks: letter === ' ' ? onBlank : sorted }))
  })

/**
 * What Markdown says of a node in the form in which it is read here. What is lost is lost in HTML too, or Markdown has
 * no word for it: white space that no browser shows, blocks that hold nothing else, empty lines around code; a second
 * line break in a row, which begins a paragraph; places on the page; the size of pictures, the columns of galleries and
 * tables; the address that a quotation cites; brackets and full stops at the end of a credit. An attribution gets the
 * address that its organisation has.
 *
 * `anyDocument` makes none of these: an embed without title of a host that has no frame comes back as its address, a
 * gallery of one picture as the picture, a list from 0 as one from 1, and a text that is the notation of a block (a
 * film's address alone, "Baca juga" with a link, "Pokok berita" above a list) as that block.
 */
function sayable(node: Node): Node[] {
  const { type, attrs = {}, content = [] } = node
  const line = () => tidyLine(content.map(withoutPlace))
  const whole = (inner: Node[], kept: Record<string, unknown> = {}): Node[] =>
    inner.length > 0 ? [{ type, attrs: filled(kept), content: inner }] : []
  switch (type) {
    case 'paragraph':
      return paragraphsOf(line()).map((words) => ({ type, attrs: {}, content: spelled(words) }))
    case 'heading':
      return whole(spelled(line()), attrs)
    case 'codeBlock':
      return whole(spelled(codeOf(content)), attrs)
    case 'image':
      return [{ type, attrs: pictureOf(attrs), content: [] }]
    case 'attribution':
      return [{ type, attrs: { url: 'https://wsj.example/', ...attrs }, content: [] }]
    case 'table':
      return whole(content.flatMap(sayable), { caption: folded(attrs['caption']) })
    case 'tableCell':
    case 'tableHeader':
      return [{ type, attrs: { ...attrs }, content: content.flatMap(sayable) }]
    case 'blockquote':
      return whole(content.flatMap(sayable))
    default:
      return content.length > 0 ? whole(content.flatMap(sayable), attrs) : [{ type, attrs, content: [] }]
  }
}

function codeOf(content: readonly Node[]): Node[] {
  const text = content
    .map((node) => node.text)
    .join('')
    .replace(/^\n+/, '')
    .trimEnd()
  return text === '' ? [] : [{ type: 'text', text }]
}

function pictureOf({ src, alt, caption, credit }: Record<string, unknown>): Record<string, unknown> {
  const below = filled({ caption: folded(caption), credit: folded(credit).replace(/[\s.)]+$/, '') })
  return { src, alt: String(alt).replace(/[ \p{Cc}]+/gu, ' '), ...below }
}

const whatIsSaid = ({ content }: Document) => content.flatMap(sayable)

describe('a document’s Markdown', () => {
  it('is read as the same document', () =>
    fc.assert(
      fc.property(anyDocument, (document) => {
        assert.deepEqual(whatIsSaid(readBack(document)), whatIsSaid(document), markdownOf(document, context))
      }),
      { numRuns: 120 },
    ))

  it('has all of its words', () =>
    fc.assert(
      fc.property(anyDocument, (document) => {
        assert.equal(folded(textOf(readBack(document), context)), folded(textOf(document, context)))
      }),
      { numRuns: 120 },
    ))

  it('sets a mark that ends before what only JavaScript takes for white space', () => {
    for (const separator of ['\u2028', '\u2029', '\ufeff', '\v']) {
      const document = documentOf(paragraph(words('!', 'bold'), `${separator} *`))
      assert.deepEqual(whatIsSaid(readBack(document)), whatIsSaid(document), JSON.stringify(separator))
    }
  })

  it('takes no word for more than a word, in a text, a picture or a name', () =>
    fc.assert(
      fc.property(fc.oneof(someText, fc.string({ unit: 'binary', minLength: 1 })), (text) => {
        const picture = { type: 'image', attrs: { src: '/a.jpg', alt: text, caption: text, credit: text } }
        assert.deepEqual(kindsIn(readBack(documentOf(picture))), ['image'])
        for (const kind of kindsIn(readBack(documentOf(paragraph(text))))) assert.match(kind, /^(paragraph|text)$/)
        const articles = new Map([[7, { title: `Nota ${text}`, path: '/a/' }]])
        const named = { ...context, references: { ...context.references, articles } }
        assert.deepEqual(kindsIn(readBack(documentOf({ type: 'readAlso', attrs: { article: 7 } }), named)), [
          'readAlso',
        ])
      }),
    ))

  it('does not stop the program when a line has marks without end', () => {
    const marked = ['bold', 'italic', 'code', 'strike', 'underline']
    const line = Array.from({ length: 5000 }, (_, index) => words('a b', ...marked.slice(index % 5)))
    assert.deepEqual(whatIsSaid(readBack(documentOf(paragraph(...line)))), whatIsSaid(documentOf(paragraph(...line))))
  })
})

/** The kinds of blocks and marks, from the outside to the inside. */
function kindsIn({ content }: { content: readonly Node[] }): string[] {
  return content.flatMap(({ type, content: inner = [], marks = [] }) => [
    type,
    ...marks.map((mark) => mark.type),
    ...kindsIn({ content: inner }),
  ])
}

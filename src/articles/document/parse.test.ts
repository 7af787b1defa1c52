import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { Invalid } from '#platform/refusals.ts'
import { documentOf, item, linked, paragraph, words } from '#test/documents.ts'
import { blockKinds } from './kinds.ts'
import type { Block, Node } from './node.ts'
import { blockKind } from './node.ts'
import { parseDocument } from './parse.ts'
import { z } from 'zod'
import { html } from '#platform/html.ts'

const picture = (attrs: Record<string, unknown> = {}): Block => ({
  type: 'image',
  attrs: { src: '/a.jpg', alt: '', ...attrs },
})
const cell = (...content: Block[]): Node => ({ type: 'tableCell', attrs: { colspan: 2 }, content })
const list = (...content: Node[]): Block => ({ type: 'bulletList', content })

const whole: Block[] = [
  paragraph('kata', { type: 'hardBreak' }, words('tebal', 'bold', 'italic'), linked('tautan', '/a/')),
  { type: 'heading', attrs: { level: 2 }, content: [words('Judul')] },
  list(item(paragraph('a'), list(item(paragraph('b'))))),
  { type: 'orderedList', attrs: { start: 4 }, content: [item(paragraph('a'))] },
  { type: 'blockquote', attrs: { cite: 'https://a.example/' }, content: [paragraph('a'), picture()] },
  picture({ caption: 'c', credit: 'd', width: 3, height: 4 }),
  { type: 'gallery', attrs: { columns: 3, caption: 'c' }, content: [picture(), picture()] },
  {
    type: 'table',
    attrs: { caption: 'c' },
    content: [{ type: 'tableRow', content: [cell(paragraph('a')), { type: 'tableHeader' }] }],
  },
  { type: 'embed', attrs: { url: 'https://youtu.be/abcdefghijk', title: 'Film' } },
  { type: 'codeBlock', attrs: { language: 'c++' }, content: [words('a < b')] },
  { type: 'horizontalRule' },
  { type: 'readAlso', attrs: { article: 7 } },
  { type: 'attribution', attrs: { role: 'source', organisation: 9, url: 'https://a.example/' } },
  { type: 'keyPoints', content: [item(paragraph('a'))] },
  { type: 'rawHtml', attrs: { html: '<p>a</p>' } },
]

const refused: [string, unknown, RegExp][] = [
  ['a kind nobody knows', { type: 'marquee' }, /^The document's block 1 is a "marquee", which cannot stand there/],
  ['a list item by itself', item(paragraph('a')), /block 1 is a "listItem"/],
  ['a row by itself', { type: 'tableRow' }, /block 1 is a "tableRow"/],
  [
    'a table in a cell',
    { type: 'table', content: [{ type: 'tableRow', content: [cell({ type: 'table' })] }] },
    /block 1, item 1, item 1, item 1 is a "table"/,
  ],
  ['a paragraph in a list', list(paragraph('a')), /block 1, item 1 is a "paragraph"/],
  ['a gallery in an item', list(item({ type: 'gallery' })), /block 1, item 1, item 1 is a "gallery"/],
  ['words in a gallery', { type: 'gallery', content: [paragraph('a')] }, /block 1, item 1 is a "paragraph"/],
  [
    'a paragraph among key points',
    { type: 'keyPoints', content: [paragraph('a')] },
    /block 1, item 1 is a "paragraph"/,
  ],
  ['text outside a paragraph', words('a'), /block 1 is no block/],
  ['a paragraph in a paragraph', { type: 'paragraph', content: [paragraph('a')] }, /block 1, text 1 cannot be kept/],
  ['empty text', paragraph(words('')), /block 1, text 1 cannot be kept/],
  ['a mark nobody knows', paragraph('a', words('b', 'blink')), /block 1, text 2 cannot be kept/],
  ['a script behind a link', paragraph(linked('a', 'java\tscript:x')), /block 1, text 1 cannot be kept/],
  ['marks in code', { type: 'codeBlock', content: [words('a', 'bold')] }, /block 1, text 1 must be plain text/],
  ['a break in code', { type: 'codeBlock', content: [{ type: 'hardBreak' }] }, /must be plain text/],
  ['a class as a language', { type: 'codeBlock', attrs: { language: 'a b' } }, /block 1 \(codeBlock\) cannot be kept/],
  [
    'something in a rule',
    { type: 'horizontalRule', content: [paragraph('a')] },
    /block 1 \(horizontalRule\) can hold nothing/,
  ],
  ['a headline', { type: 'heading', attrs: { level: 1 } }, /block 1 \(heading\) cannot be kept/],
  ['an attribute nobody knows', { type: 'paragraph', attrs: { style: 'x' } }, /block 1 \(paragraph\) cannot be kept/],
  ['a picture from mail', picture({ src: 'mailto:a@b.example' }), /neither a web address nor a path/],
  ['a picture without words', { type: 'image', attrs: { src: '/a.jpg' } }, /block 1 \(image\) cannot be kept/],
  ['a picture of no width', picture({ width: 0 }), /width/],
  ['a frame of a path', { type: 'embed', attrs: { url: '/film/' } }, /is no web address/],
  [
    'a span of nothing',
    { type: 'table', content: [{ type: 'tableRow', content: [{ type: 'tableCell', attrs: { colspan: 0 } }] }] },
    /\(tableCell\) cannot be kept/,
  ],
  ['an article without a number', { type: 'readAlso', attrs: { article: '7' } }, /block 1 \(readAlso\) cannot be kept/],
  ['an attribution to nobody', { type: 'attribution', attrs: { role: 'source' } }, /organisation/],
  ['a role nobody plays', { type: 'attribution', attrs: { role: 'rumour', organisation: 9 } }, /role/],
  ['endless markup', { type: 'rawHtml', attrs: { html: 'x'.repeat(200_001) } }, /block 1 \(rawHtml\) cannot be kept/],
  ['a word for a block', 'paragraph', /block 1 is no block/],
]

describe('a document', () => {
  it('may be made of every kind of block', () => {
    const document = documentOf(...whole)
    assert.deepEqual(parseDocument(JSON.parse(JSON.stringify(document))), document)
  })

  it('is refused with the place of what it may not hold', () => {
    for (const [what, block, expected] of refused)
      assert.throws(
        () => parseDocument({ type: 'doc', content: [block] }),
        (error) => error instanceof Invalid && expected.test(error.message),
        what,
      )
    assert.throws(
      () => parseDocument({ type: 'doc', content: [paragraph('a'), list(item(paragraph('a')), paragraph('b'))] }),
      /block 2, item 2 is a "paragraph"/,
    )
    for (const none of [undefined, [], 'doc', { type: 'doc' }, { type: 'page', content: [] }])
      assert.throws(() => parseDocument(none), /^Invalid: This is no document/)
  })

  it('keeps addresses in one spelling and of a link only where it leads', () => {
    const link = { type: 'link', attrs: { href: ' HTTPS://A.example', target: '_blank', rel: null, class: 'x' } }
    const [block] = parseDocument(documentOf(paragraph({ type: 'text', text: 'a', marks: [link] }))).content
    assert.deepEqual(block?.content?.[0]?.marks, [{ type: 'link', attrs: { href: 'https://a.example/' } }])
  })

  it('is refused when it is deeper or longer than anybody writes', () => {
    let deep: Block = paragraph('a')
    for (let level = 0; level < 30; level += 1) deep = { type: 'blockquote', content: [deep] }
    assert.throws(() => parseDocument(documentOf(deep)), /nested deeper than 24 levels at block 1, item 1/)
    const line = paragraph(...Array.from({ length: 300 }, () => 'a'))
    assert.throws(() => parseDocument(documentOf(...Array.from({ length: 200 }, () => line))), /more than 50000 parts/)
  })

  it('may hold kinds that other parts of the house bring', () => {
    const price = blockKind({
      type: 'price',
      attrs: z.strictObject({ offer: z.int() }),
      holds: 'nothing',
      web: () => html`<b>1</b>`,
    })
    const document = documentOf({ type: 'price', attrs: { offer: 1 } })
    assert.deepEqual(parseDocument(document, blockKinds([price])), document)
    assert.throws(() => parseDocument(document), /"price"/)
  })
})

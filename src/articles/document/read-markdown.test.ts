import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { item, linked, paragraph, words } from '#test/documents.ts'
import type { Block } from './node.ts'
import { parseDocument } from './parse.ts'
import { readMarkdown } from './read-markdown.ts'
import { textOf } from './view.ts'

function blocksOf(markdown: string): Block[] {
  const { document } = readMarkdown(markdown)
  assert.deepEqual(parseDocument(document), document)
  return document.content
}

const picture = (src: string, attrs: Record<string, unknown> = {}): Block => ({
  type: 'image',
  attrs: { src, alt: '', ...attrs },
})
const heading = (level: number, text: string): Block => ({ type: 'heading', attrs: { level }, content: [words(text)] })
const keyPoints: Block = { type: 'keyPoints', content: [item(paragraph('a')), item(paragraph('b'))] }
const cell = (type: string, text: string) => ({ type, content: [paragraph(text)] })

const cases: Record<string, [string, Block[]]> = {
  'paragraphs, marks and breaks': [
    'a *b* **c** ~~d~~ `e`\nf  \ng',
    [
      paragraph(
        'a ',
        words('b', 'italic'),
        ' ',
        words('c', 'bold'),
        ' ',
        words('d', 'strike'),
        ' ',
        words('e', 'code'),
        ' f',
        { type: 'hardBreak' },
        'g',
      ),
    ],
  ],
  'links and none that acts': [
    '[a](/b/) <https://c.example> [d](javascript:x)',
    [paragraph(linked('a', '/b/'), ' ', linked('https://c.example', 'https://c.example/'), ' [d](javascript:x)')],
  ],
  headings: ['# a\n\n### b', [heading(2, 'a'), heading(3, 'b')]],
  'lists, tight and loose': [
    '3. a\n4. b\n   - c',
    [
      {
        type: 'orderedList',
        attrs: { start: 3 },
        content: [item(paragraph('a')), item(paragraph('b'), { type: 'bulletList', content: [item(paragraph('c'))] })],
      },
    ],
  ],
  'a quotation, a rule and code': [
    '> a\n\n---\n\n```ts\nb < c\n```',
    [
      { type: 'blockquote', content: [paragraph('a')] },
      { type: 'horizontalRule' },
      { type: 'codeBlock', attrs: { language: 'ts' }, content: [words('b < c')] },
    ],
  ],
  'a table': [
    '| a | b |\n|---|---|\n| c | |',
    [
      {
        type: 'table',
        content: [
          { type: 'tableRow', content: [cell('tableHeader', 'a'), cell('tableHeader', 'b')] },
          { type: 'tableRow', content: [cell('tableCell', 'c'), { type: 'tableCell' }] },
        ],
      },
    ],
  ],
  'a picture with caption and credit': [
    '![Layar](https://a.example/b.jpg "Layar “depan”. Foto: Sari Dewi")',
    [picture('https://a.example/b.jpg', { alt: 'Layar', caption: 'Layar “depan”.', credit: 'Sari Dewi' })],
  ],
  'a picture in a line': ['a ![](/b.jpg) c', [paragraph('a'), picture('/b.jpg'), paragraph('c')]],
  'pictures alone in a paragraph as a gallery': [
    '![](/a.jpg "A")\n![](/b.jpg)',
    [{ type: 'gallery', content: [picture('/a.jpg', { caption: 'A' }), picture('/b.jpg')] }],
  ],
  'a film whose address stands alone': [
    'https://youtu.be/a_b_c-efghi\n\n<https://vimeo.com/123456>',
    [
      { type: 'embed', attrs: { url: 'https://youtu.be/a_b_c-efghi' } },
      { type: 'embed', attrs: { url: 'https://vimeo.com/123456' } },
    ],
  ],
  'key points below their heading': ['## Pokok berita\n\n- a\n- b\n\nc', [keyPoints, paragraph('c')]],
  'key points in English': ['### Key points:\n* a\n* b', [keyPoints]],
  'key points as an element': ['<aside class="key-points">\n\n- a\n- b\n\n</aside>', [keyPoints]],
  'a heading of that name without a list': ['## Pokok berita\n\na', [heading(2, 'Pokok berita'), paragraph('a')]],
  'markup between': [
    '<div class="raw"><ruby>a</ruby></div>\n\nb <b>c</b>',
    [{ type: 'rawHtml', attrs: { html: '<ruby>a</ruby>' } }, paragraph('b ', words('c', 'bold'))],
  ],
}

describe('Markdown that is read', () => {
  for (const [what, [markdown, blocks]] of Object.entries(cases))
    it(`has ${what}`, () => assert.deepEqual(blocksOf(markdown), blocks))

  it('says which picture it cannot show', () => {
    assert.match(readMarkdown('![a](foto.jpg "B")').notUnderstood.join(), /"foto\.jpg" was left out/)
    assert.match(readMarkdown('![a](data:image/png;base64,AAAA)').notUnderstood.join(), /"data:image/)
  })

  it('does not stop the program when it is nested without end', () => {
    const { document } = readMarkdown(`${'> '.repeat(3000)}a\n\n${'- '.repeat(3000)}b`)
    assert.deepEqual(parseDocument(document), document)
  })

  it('takes markup that is nested without end for words', () => {
    const { document } = readMarkdown(`${'<b>'.repeat(100_000)}kata`)
    assert.match(textOf(document), /<b><b>kata/)
  })
})

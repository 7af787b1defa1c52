import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { context, documentOf, item, linked, paragraph, words } from '#test/documents.ts'
import type { Block, Node } from './node.ts'
import { markdownOf } from './view-markdown.ts'

const br = { type: 'hardBreak' }
const list = (...content: Node[]): Block => ({ type: 'bulletList', content })
const numbered = (start: number, ...content: Node[]): Block => ({ type: 'orderedList', attrs: { start }, content })
const heading = (level: number, ...content: Node[]): Block => ({ type: 'heading', attrs: { level }, content })
const code = (text: string, attrs = {}): Block => ({ type: 'codeBlock', attrs, content: [words(text)] })
const picture = (attrs: Record<string, unknown> = {}): Block => ({
  type: 'image',
  attrs: { src: '/a.jpg', alt: 'A', ...attrs },
})
const cell = (type: string, content: Block[], attrs = {}): Node => ({ type, attrs, content })
const head = (text: string) => cell('tableHeader', [paragraph(text)])
const data = (...content: (Node | string)[]) => cell('tableCell', [paragraph(...content)])
const table = (attrs: Record<string, unknown>, ...rows: Node[][]): Block => ({
  type: 'table',
  attrs,
  content: rows.map((content) => ({ type: 'tableRow', content })),
})
const youtube = 'https://youtu.be/abcdefghijk'

const cases: Record<string, [Block[], string]> = {
  'marks, links and breaks': [
    [
      paragraph(
        'a ',
        words('b ', 'bold'),
        words('c', 'bold', 'italic'),
        ' ',
        words('d', 'strike'),
        words('`', 'code'),
        linked('e', '/b/'),
        linked('f', 'https://c.example/d_(e)'),
        linked('g', '#h'),
        br,
        words('i', 'underline'),
      ),
    ],
    'a **b _c_** ~~d~~`` ` ``[e](https://gawai.example/b/)[f](<https://c.example/d_(e)>)g\\\n<u>i</u>',
  ],
  'marks inside a word': [
    [paragraph(words('Galaxy', 'bold'), 'nya ', words('foto', 'italic'), 'nya ', words('“a”', 'bold'), 'b')],
    '**Galaxy**nya <em>foto</em>nya <strong>“a”</strong>b',
  ],
  'signs as the words they are': [
    [
      paragraph('*a* _b_ c_d `e` [f](g) <b> & &amp; ~h~ \\'),
      paragraph('# a', br, '- b', br, '1. c', br, '> d', br, '===', br, '| e |', br, '+ f', br, '3.5 g'),
      paragraph('a!', linked('b', '/b/')),
    ],
    '\\*a\\* \\_b\\_ c_d \\`e\\` \\[f\\](g) \\<b> & \\&amp; \\~h\\~ \\\\\n\n' +
      '\\# a\\\n\\- b\\\n1\\. c\\\n\\> d\\\n\\===\\\n\\| e |\\\n\\+ f\\\n3.5 g\n\na\\![b](https://gawai.example/b/)',
  ],
  'addresses in a text as they are': [[paragraph('https://a.example/b_c?d=e&f=g')], 'https://a.example/b_c?d=e&f=g'],
  headings: [[heading(2, words('a'), br, words('b #')), heading(4, words('c'))], '## a<br>b \\#\n\n#### c'],
  'lists in lists': [
    [list(item(paragraph('a')), item(paragraph('b'), numbered(9, item(paragraph('c')), item(paragraph('d')))))],
    '- a\n\n- b\n\n  9. c\n  10. d',
  ],
  'lists that touch as two': [
    [list(item(paragraph('a'))), list(item(paragraph('b'))), numbered(1, item(paragraph('c')))],
    '- a\n\n<!-- -->\n\n- b\n\n1. c',
  ],
  'a quotation': [[{ type: 'blockquote', content: [paragraph('a'), list(item(paragraph('b')))] }], '> a\n>\n> - b'],
  'code between longer fences than it holds': [
    [code('a\n\n```b', { language: 'ts' }), list(item(code('c\nd')))],
    '````ts\na\n\n```b\n````\n\n- ```\n  c\n  d\n  ```',
  ],
  'a rule': [[{ type: 'horizontalRule' }], '***'],
  'a table': [
    [table({}, [head('a|b'), head('c')], [data('d', br, 'e'), cell('tableCell', [paragraph('f'), paragraph('g')])])],
    '| a\\|b | c |\n| --- | --- |\n| d<br>e | f<br><br>g |',
  ],
  'a table that lines cannot say': [
    [table({ caption: 'Harga' }, [cell('tableCell', [list(item(paragraph('a')))], { colspan: 2 }), head('')])],
    '<figure>\n\n<table>\n<tr>\n<td colspan="2">\n\n- a\n\n</td>\n<th></th>\n</tr>\n</table>\n\n<figcaption>Harga</figcaption>\n</figure>',
  ],
  'pictures with caption and credit': [
    [
      picture(),
      picture({ caption: 'Layar "depan".', credit: 'Sari Dewi' }),
      picture({ caption: 'Layar', credit: 'Sari Dewi' }),
      picture({ src: 'https://b.example/a.jpg', alt: '', credit: 'Sari Dewi' }),
      picture({ caption: 'Layar', credit: 'Sari (WS)' }),
    ],
    [
      '![A](https://gawai.example/a.jpg)',
      '![A](https://gawai.example/a.jpg "Layar \\"depan\\". Foto: Sari Dewi")',
      '![A](https://gawai.example/a.jpg "Layar (Foto: Sari Dewi)")',
      '![](https://b.example/a.jpg "Foto: Sari Dewi")',
      '<figure>\n\n![A](https://gawai.example/a.jpg)\n\n<figcaption>Layar <span class="credit">Foto: Sari (WS)</span></figcaption>\n</figure>',
    ].join('\n\n'),
  ],
  'a gallery': [
    [{ type: 'gallery', content: [picture({ caption: 'B' }), picture()] }],
    '![A](https://gawai.example/a.jpg "B")\n![A](https://gawai.example/a.jpg)',
  ],
  'a gallery with a caption': [
    [{ type: 'gallery', attrs: { caption: 'a < b' }, content: [picture(), picture()] }],
    '<figure>\n\n![A](https://gawai.example/a.jpg)\n\n![A](https://gawai.example/a.jpg)\n\n<figcaption>a &lt; b</figcaption>\n</figure>',
  ],
  embeds: [
    [
      { type: 'embed', attrs: { url: youtube } },
      { type: 'embed', attrs: { url: 'https://youtu.be/_bcdefghijk' } },
      { type: 'embed', attrs: { url: youtube, title: 'Film *' } },
    ],
    `${youtube}\n\n<https://youtu.be/_bcdefghijk>\n\n<gawai-embed>[Film \\*](${youtube})</gawai-embed>`,
  ],
  'pointers to articles': [
    [
      { type: 'readAlso', attrs: { article: 7 } },
      { type: 'readAlso', attrs: { article: 8 } },
    ],
    '**Baca juga:** [Nota \\<baru>](https://gawai.example/2026/01/nota/)',
  ],
  attributions: [
    [
      { type: 'attribution', attrs: { role: 'source', organisation: 9 } },
      { type: 'attribution', attrs: { role: 'via', organisation: 9, url: '/a/' } },
      { type: 'attribution', attrs: { role: 'via', organisation: 8 } },
    ],
    '<p class="attribution">Menurut <a href="https://wsj.example/">WSJ</a></p>\n\n' +
      '<p class="attribution">Melalui <a href="https://gawai.example/a/">WSJ</a></p>',
  ],
  'key points': [
    [{ type: 'keyPoints', content: [item(paragraph('a')), item(paragraph('b'))] }],
    '## Pokok berita\n\n- a\n- b',
  ],
  'raw markup without what acts or empty lines': [
    [{ type: 'rawHtml', attrs: { html: '<p onclick="x">a\n\n*b*</p>' } }],
    '<div class="raw"><p>a&#10;\n*b*</p></div>',
  ],
  'nothing of a part that is gone': [[{ type: 'price', attrs: { offer: 1 } }, paragraph(''), list(item())], ''],
}

describe('a document in Markdown', () => {
  for (const [what, [blocks, markdown]] of Object.entries(cases))
    it(`has ${what}`, () => assert.equal(markdownOf(documentOf(...blocks), context), markdown))
})

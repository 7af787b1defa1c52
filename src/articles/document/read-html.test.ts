import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { documentOf, item, linked, paragraph, webOf, words } from '#test/documents.ts'
import type { Block, Node } from './node.ts'
import { parseDocument } from './parse.ts'
import { readHtml } from './read-html.ts'

const options = {
  readAlso: (href: string) => (href === '/nota/' ? 7 : undefined),
  organisation: ({ name }: { name: string }) => (name === 'WSJ' ? 9 : undefined),
}

/** What the markup becomes; whatever it is, it can be kept. */
function blocksOf(markup: string): Block[] {
  const { document } = readHtml(markup, options)
  assert.deepEqual(parseDocument(document), document)
  return document.content
}
const notesOf = (markup: string) => readHtml(markup, options).notUnderstood

const heading = (level: number, text: string): Block => ({ type: 'heading', attrs: { level }, content: [words(text)] })
const picture = (src: string, attrs: Record<string, unknown> = {}): Block => ({
  type: 'image',
  attrs: { src, alt: '', ...attrs },
})
const list = (...content: Node[]): Block => ({ type: 'bulletList', content })
const readAlso: Block = { type: 'readAlso', attrs: { article: 7 } }
const youtube = 'https://youtu.be/abcdefghijk'
const embed = (url: string, title?: string): Block => ({ type: 'embed', attrs: { url, ...(title && { title }) } })

const cases: Record<string, [string, Block[]]> = {
  'white space folded as a browser does': [
    ' <p>\n a  <b> b</b>\t<i>c </i> d\n</p>\n<p> </p><p>&nbsp;</p><p>&nbsp;<br>e</p>',
    [paragraph('a ', words('b', 'bold'), ' ', words('c ', 'italic'), 'd'), paragraph('e')],
  ],
  'marks of every name': [
    '<p><strong>a</strong><em>b</em><u>c</u><del>d</del><kbd>e</kbd><sub>f</sub><sup>g</sup><mark>h</mark><b><strong>i</strong></b><q>j</q></p>',
    [
      paragraph(
        words('a', 'bold'),
        words('b', 'italic'),
        words('c', 'underline'),
        words('d', 'strike'),
        words('e', 'code'),
        words('f', 'subscript'),
        words('g', 'superscript'),
        words('h', 'highlight'),
        words('i', 'bold'),
        '“j”',
      ),
    ],
  ],
  'line breaks, and two as the end of a paragraph': [
    '<br>a <br>b<br> <br>c<br>',
    [paragraph('a', { type: 'hardBreak' }, 'b'), paragraph('c')],
  ],
  'links, but none that acts': [
    '<p><a href="/a b">c</a><a href="//d.example/e">f</a><a href="javascript:x">g</a></p>',
    [paragraph(linked('c', '/a%20b'), linked('f', 'https://d.example/e'), 'g')],
  ],
  'headings, the first as the second': [
    '<h1>a</h1><h3>b</h3><h6>c</h6><h2> </h2>',
    [heading(2, 'a'), heading(3, 'b'), heading(4, 'c')],
  ],
  'a picture in a heading, below it': ['<h2>a<img src="/b.jpg"></h2>', [heading(2, 'a'), picture('/b.jpg')]],
  'lists in lists': [
    '<ul><li>a<ol start="3"><li>b</li></ol></li><li><p>c</p><p>d</p></li></ul>',
    [
      list(
        item(paragraph('a'), { type: 'orderedList', attrs: { start: 3 }, content: [item(paragraph('b'))] }),
        item(paragraph('c'), paragraph('d')),
      ),
    ],
  ],
  'a careless list': [
    '<ul>a<li>b<li></li><ul><li>c</ul></ul>',
    [list(item(paragraph('a')), item(paragraph('b')), item(list(item(paragraph('c')))))],
  ],
  'terms and what they mean': ['<dl><dt>a</dt><dd>b</dd></dl>', [paragraph(words('a', 'bold')), paragraph('b')]],
  quotations: [
    '<blockquote cite="https://a.example">a<p>b</p></blockquote>',
    [{ type: 'blockquote', attrs: { cite: 'https://a.example/' }, content: [paragraph('a'), paragraph('b')] }],
  ],
  'code as it stands': [
    '<pre class="brush: js; x">\n a\n  &lt;b>\n</pre>',
    [{ type: 'codeBlock', attrs: { language: 'js' }, content: [words(' a\n  <b>')] }],
  ],
  'a rule': ['a<hr>b', [paragraph('a'), { type: 'horizontalRule' }, paragraph('b')]],
  'boxes by what is in them': [
    '<section><div>a<div>b</div>c</div></section><details><summary>d</summary>e</details>',
    [paragraph('a'), paragraph('b'), paragraph('c'), heading(4, 'd'), paragraph('e')],
  ],
  'a picture inside a line, a link and spans': [
    '<p>a <a href="/b"><span><b><i><u><s><img src="/c.jpg" alt="d" width="3" height=4></s></u></i></b></span></a> e</p>',
    [paragraph('a'), picture('/c.jpg', { alt: 'd', width: 3, height: 4 }), paragraph('e')],
  ],
  'a picture that comes later, or by the page’s scheme': [
    '<img src="data:x" data-src="/a.jpg"><img src="//b.example/c.jpg">',
    [picture('/a.jpg'), picture('https://b.example/c.jpg')],
  ],
  'a figure’s caption and credit': [
    '<figure><a href="/x"><img src="/a.jpg"></a><figcaption>Layar. (Foto: Sari Dewi)</figcaption></figure>',
    [picture('/a.jpg', { caption: 'Layar.', credit: 'Sari Dewi' })],
  ],
  'a caption that speaks of pictures': [
    '<figure><img src="/a.jpg"><figcaption>Perbandingan foto: kiri lama, kanan baru</figcaption></figure>',
    [picture('/a.jpg', { caption: 'Perbandingan foto: kiri lama, kanan baru' })],
  ],
  'a gallery with captions of its own': [
    '<figure><ul><li><figure><img src="/a.jpg"><figcaption>A</figcaption></figure></li><li><img src="/b.jpg"></li></ul><figcaption>Dua</figcaption></figure>',
    [{ type: 'gallery', attrs: { caption: 'Dua' }, content: [picture('/a.jpg', { caption: 'A' }), picture('/b.jpg')] }],
  ],
  'a figure of something else': [
    '<figure><blockquote>a</blockquote><figcaption>Lei <b>Jun</b></figcaption></figure>',
    [{ type: 'blockquote', content: [paragraph('a')] }, paragraph('Lei ', words('Jun', 'bold'))],
  ],
  'a table with spans and a caption': [
    '<figure><table><thead><tr><th colspan="2" rowspan=0>a</th></tr></thead><tr><td rowspan=2><ul><li>b</ul><td></td></tr></table><figcaption>Harga</figcaption></figure>',
    [
      {
        type: 'table',
        attrs: { caption: 'Harga' },
        content: [
          { type: 'tableRow', content: [{ type: 'tableHeader', attrs: { colspan: 2 }, content: [paragraph('a')] }] },
          {
            type: 'tableRow',
            content: [
              { type: 'tableCell', attrs: { rowspan: 2 }, content: [list(item(paragraph('b')))] },
              { type: 'tableCell' },
            ],
          },
        ],
      },
    ],
  ],
  'a table in a table by its words, and a film in a cell': [
    `<table><caption>c</caption><tr><td><table><tr><td>a<td>b</table><iframe src="${youtube}"></iframe></table>`,
    [
      {
        type: 'table',
        attrs: { caption: 'c' },
        content: [
          {
            type: 'tableRow',
            content: [{ type: 'tableCell', content: [paragraph('a'), paragraph('b'), embed(youtube)] }],
          },
        ],
      },
    ],
  ],
  'a table without rows by its words': ['<table><p>a</p></table>', [paragraph('a')]],
  'a frame, an object and an address alone': [
    `<iframe src="//www.youtube.com/embed/abcdefghijk" title="Film"></iframe><object><param><embed src="http://www.youtube.com/v/abcdefghijk"></object><p>${youtube}</p>`,
    [
      embed('https://www.youtube.com/embed/abcdefghijk', 'Film'),
      embed('http://www.youtube.com/v/abcdefghijk'),
      embed(youtube),
    ],
  ],
  'a post to be pasted': [
    '<blockquote class="twitter-tweet"><p>Kabar</p>&mdash; A <a href="https://twitter.com/a/status/12?s=1">1 Jan</a></blockquote>',
    [embed('https://twitter.com/a/status/12?s=1', 'Kabar— A 1 Jan')],
  ],
  'a film of one’s own as a link': [
    '<video controls><source src="/film/a.mp4"></video>',
    [paragraph(linked('a.mp4', '/film/a.mp4'))],
  ],
  'a "Baca juga" line, list, quotation and heading': [
    '<p><b>Baca juga:</b> <a href="/nota/">Nota</a></p><ul><li>Baca juga: <a href="/nota/">Nota</a></li></ul><blockquote><p>Baca juga: <a href="/nota/">Nota</a></p></blockquote><h3>Baca juga: <a href="/nota/">Nota</a></h3>',
    [readAlso, readAlso, readAlso, readAlso],
  ],
  'a "Baca juga" line in the middle of a list as words': [
    '<ul><li>a</li><li>Baca juga: <a href="/nota/">Nota</a></li></ul>',
    [list(item(paragraph('a')), item(paragraph('Baca juga: ', linked('Nota', '/nota/'))))],
  ],
  'key points': [
    '<aside class="box key-points"><h2>Pokok</h2><ul><li>a</li><li>b</li></ul></aside>',
    [{ type: 'keyPoints', content: [item(paragraph('a')), item(paragraph('b'))] }],
  ],
  'another aside by its words': ['<aside><h2>a</h2>b</aside>', [heading(2, 'a'), paragraph('b')]],
  'who says it': [
    '<p class="attribution">Menurut <a href="https://wsj.example/b">WSJ</a></p><p class="attribution">via WSJ</p><p class="attribution">Menurut Tetangga</p><p>Menurut WSJ</p>',
    [
      { type: 'attribution', attrs: { role: 'source', organisation: 9, url: 'https://wsj.example/b' } },
      { type: 'attribution', attrs: { role: 'via', organisation: 9 } },
      paragraph('Menurut Tetangga'),
      paragraph('Menurut WSJ'),
    ],
  ],
  'raw markup': [
    '<div class="raw"><ruby>a<rt onclick="x">b</rt></ruby><script>c</script></div>',
    [{ type: 'rawHtml', attrs: { html: '<ruby>a<rt>b</rt></ruby>' } }],
  ],
  'raw markup of nothing': ['<div class="raw"><script>c</script></div>', []],
}

describe('markup that is read', () => {
  for (const [what, [markup, blocks]] of Object.entries(cases))
    it(`has ${what}`, () => assert.deepEqual(blocksOf(markup), blocks))

  it('tells what it left out, each once, and nothing that never had words', () => {
    assert.deepEqual(notesOf('<script>a</script><script>b</script><style>c</style><noscript>d</noscript>'), [
      '<script> was left out',
    ])
    assert.deepEqual(notesOf('<iframe src="https://maps.example/x"></iframe>'), [
      '<iframe> of maps.example became a link',
    ])
    assert.deepEqual(notesOf('<audio src="/a.mp3"></audio>'), ['<audio> became a link to its file'])
    assert.match(notesOf('<img src="foto.jpg">').join(), /^the picture "foto.jpg" was left out: only a web address/)
    assert.deepEqual(notesOf('<p>a</p><img src="/a.jpg">'), [])
  })

  it('can be led elsewhere, address by address, or read element by element', () => {
    const { document } = readHtml('<p><a href="/a">b</a> <a href="/gone">c</a></p><img src="/d.jpg"><x-y>e</x-y>', {
      rewriteLink: (href) => (href === '/gone' ? undefined : `https://a.example${href}`),
      rewriteImage: (src) => `/media${src}`,
      block: ({ name }) => (name === 'x-y' ? [{ type: 'horizontalRule' }] : undefined),
    })
    assert.deepEqual(document.content, [
      paragraph(linked('b', 'https://a.example/a'), ' c'),
      picture('/media/d.jpg'),
      { type: 'horizontalRule' },
    ])
  })

  it('keeps the words of blocks that may not stand in a list', () => {
    const { document } = readHtml('<ul><li><x-raw></x-raw><x-gallery></x-gallery></li></ul>', {
      block: ({ name }) => {
        if (name === 'x-raw') return [{ type: 'rawHtml', attrs: { html: '<p>a</p>' } }]
        const attrs = { caption: 'c' }
        return name === 'x-gallery'
          ? [{ type: 'gallery', attrs, content: [picture('/a.jpg'), picture('/b.jpg')] }]
          : undefined
      },
    })
    assert.deepEqual(document.content, [
      list(item(paragraph('a'), picture('/a.jpg'), picture('/b.jpg'), paragraph('c'))),
    ])
  })

  it('is what pages here show, block by block', async () => {
    const blocks: Block[] = [
      { type: 'keyPoints', content: [item(paragraph('a'))] },
      { type: 'attribution', attrs: { role: 'via', organisation: 9, url: 'https://wsj.example/b' } },
      {
        type: 'gallery',
        attrs: { caption: 'c' },
        content: [picture('/a.jpg', { caption: 'Layar', credit: 'Sari' }), picture('/b.jpg')],
      },
      picture('/a.jpg', { caption: 'Layar', credit: 'Sari Dewi', width: 3, height: 4 }),
      embed(youtube, 'Film'),
      {
        type: 'table',
        attrs: { caption: 'c' },
        content: [
          { type: 'tableRow', content: [{ type: 'tableHeader', attrs: { colspan: 2 }, content: [paragraph('a')] }] },
        ],
      },
      { type: 'codeBlock', attrs: { language: 'c++' }, content: [words('a < b')] },
      { type: 'rawHtml', attrs: { html: '<ruby>a<rt>b</rt></ruby>' } },
      { type: 'blockquote', attrs: { cite: 'https://a.example/' }, content: [paragraph('a')] },
      list(item(paragraph('a', words('b', 'bold'), linked('c', '/d/')))),
    ]
    const document = documentOf(...blocks)
    assert.deepEqual(blocksOf(await webOf(document)), blocks)
  })
})

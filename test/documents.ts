import fc from 'fast-check'
import { feedHtml } from '#articles'
import { markupOf } from '#platform/html.ts'
import { readWords } from '#platform/i18n.ts'
import type { Block, Document, Node, ViewContext } from '../src/articles/document/node.ts'
import { canonical } from '../src/articles/document/shared/canonical.ts'
import { viewDocument } from '../src/articles/document/view.ts'

/** The Indonesian words that blocks say, an article 7 and an organisation 9 that they may point to. */
export const context: ViewContext = {
  say: readWords([new URL('../src/articles/words/', import.meta.url)]).in('id'),
  references: {
    articles: new Map([[7, { title: 'Nota <baru>', path: '/2026/01/nota/' }]]),
    organisations: new Map([[9, { name: 'WSJ', slug: 'wsj', url: 'https://wsj.example/' }]]),
  },
  origin: 'https://gawai.example',
}

export const documentOf = (...content: Block[]): Document => ({ type: 'doc', content })
export const words = (text: string, ...marks: string[]): Node =>
  marks.length > 0 ? { type: 'text', text, marks: marks.map((type) => ({ type })) } : { type: 'text', text }
export const paragraph = (...content: (Node | string)[]): Block => ({
  type: 'paragraph',
  content: content.map((node) => (typeof node === 'string' ? words(node) : node)),
})
export const linked = (text: string, href: string): Node => ({
  type: 'text',
  text,
  marks: [{ type: 'link', attrs: { href } }],
})
export const item = (...content: Block[]): Node => ({ type: 'listItem', content })

/** The web view as a browser reads it: white space between elements means nothing. */
export async function webOf(document: Document): Promise<string> {
  const segments = viewDocument(document, context)
  const markup = await Promise.all(segments.map(async (segment) => ('subject' in segment ? '' : markupOf(segment))))
  return tidy(markup.join(''))
}

export const feedOf = async (document: Document): Promise<string> => tidy(await markupOf(feedHtml(document, context)))

const tidy = (markup: string) => markup.replace(/\s*\n\s*(?=[<>])|(?<=>)\s*\n\s*/g, '').replace(/\s+/g, ' ')

/** A stretch of markup as careless and as hostile writers make it. */
export const anyMarkup: fc.Arbitrary<string> = fc
  .array(
    fc.oneof(
      { weight: 3, arbitrary: fc.string({ unit: 'binary', maxLength: 8 }) },
      { weight: 5, arbitrary: fc.constantFrom(...tags().flatMap((tag) => [`<${tag}>`, `</${tag}>`])) },
      { weight: 2, arbitrary: fc.constantFrom(...hostile()) },
      { weight: 1, arbitrary: fc.constantFrom(' ', '\n', '&nbsp;', '&amp;', '&#x3c;script&#x3e;', '<br>', '<br><br>') },
    ),
    { maxLength: 30 },
  )
  .map((parts) => parts.join(''))

function tags(): string[] {
  return `p div a b em span ul ol li dl dt dd blockquote pre code h1 h2 h6 figure figcaption table caption tr td th
    section aside details summary iframe video svg math style noscript template textarea select title object gawai-embed`.split(
    /\s+/,
  )
}

function hostile(): string[] {
  return [
    '<script>alert(1)</script>',
    '<img src=x onerror=alert(1)>',
    '<img src="https://pict.example/a.jpg" alt="a" onload="x()">',
    '<img src="//pict.example/b.jpg" title="Foto: B" width=3 height="4">',
    '<a href="java\nscript:alert(1)" onclick=x>',
    '<a href=" JaVaScRiPt:alert(1)">',
    '<a href="//host.example/a b">',
    '<a href="/a b" style="x">',
    '<iframe src="https://www.youtube.com/embed/abcdefghijk" onload=x>',
    '<iframe src="data:text/html,<script>x</script>">',
    '<embed src="https://files.example/film.swf">',
    '<video src="vbscript:x">',
    '<div class="raw"><p onclick=x>raw<svg onload=x></div>',
    '<aside class="key-points"><ul><li>a<li>b</ul></aside>',
    '<p class="attribution">Menurut <a href="https://wsj.example">WSJ</a></p>',
    '<p>Baca juga: <a href="/nota/">Nota</a></p>',
    '<blockquote class="twitter-tweet" cite="javascript:x"><a href="https://x.com/a/status/12">t</a></blockquote>',
    '<td colspan=0 rowspan="9999">',
    '<ol start="-4">',
    '<pre class="brush: js; x">',
    '<!-- -->',
    '<![CDATA[x]]>',
    'https://youtu.be/abcdefghijk',
  ]
}

/** Words, and what would be more than words in Markdown or HTML. */
export const someText = fc.oneof(
  fc.string({ unit: 'grapheme', minLength: 1, maxLength: 12 }),
  fc.array(fc.constantFrom(...typed()), { minLength: 1, maxLength: 5 }).map((parts) => parts.join('')),
)

function typed(): string[] {
  return `* ** *** _ __ ~ ~~ \` \`\` \`\`\` [ ] ( ) ! ![ ](/a) [a](/b) < > <b> </p> <!-- --> <https://a.example> & &amp; &copy; &#35;
    # ## - --- + = === 1. 2) : | | \\ \\\\ " ' " : Foto: (Foto: . , a b kata Gawai-5 snake_case https://a.example/b_c_d?e=f&amp;g 5*3*2`
    .split(/\s+/)
    .concat(' ', ' ', ' ', '  ', '\n', '\n\n', '\t', '\u00a0', '    ', 'é', '😀')
}

const address = fc.constantFrom(
  'https://a.example/b?c=d&e#f',
  '/2026/01/a/',
  '#bagian',
  'mailto:a@b.example',
  'tel:+6221',
)
const mark = fc.oneof(
  fc
    .constantFrom('bold', 'italic', 'underline', 'strike', 'code', 'subscript', 'superscript', 'highlight')
    .map((type) => ({ type })),
  address.map((href) => ({ type: 'link', attrs: { href } })),
)
const line = fc.array(
  fc.oneof(
    someText.map((text) => ({ type: 'text', text })),
    fc.record({
      type: fc.constant('text'),
      text: someText,
      marks: fc.uniqueArray(mark, { selector: ({ type }) => type, minLength: 1, maxLength: 4 }),
    }),
    fc.constant({ type: 'hardBreak' }),
  ),
  { minLength: 1, maxLength: 5 },
)
const picture = fc.record({
  type: fc.constant('image'),
  attrs: fc.record(
    {
      src: fc.constantFrom('https://pict.example/a.jpg', '/media/a.jpg'),
      alt: someText,
      caption: someText,
      credit: someText,
      width: fc.integer({ min: 1, max: 4000 }),
      height: fc.integer({ min: 1, max: 4000 }),
    },
    { requiredKeys: ['src', 'alt'] },
  ),
})

const { block } = fc.letrec<{ block: Block; items: Node[] }>((tie) => ({
  items: fc.array(
    fc.array(tie('block'), { minLength: 1, maxLength: 3 }).map((content) => ({ type: 'listItem', content })),
    {
      minLength: 1,
      maxLength: 3,
    },
  ),
  block: fc.oneof(
    { maxDepth: 3, withCrossShrink: true },
    line.map((content) => ({ type: 'paragraph', content })),
    fc.record({
      type: fc.constant('heading'),
      attrs: fc.record({ level: fc.constantFrom(2, 3, 4) }),
      content: line,
    }),
    picture,
    someText.map((text) => ({ type: 'codeBlock', attrs: { language: 'ts' }, content: [{ type: 'text', text }] })),
    fc.constant({ type: 'horizontalRule' }),
    fc.constant({ type: 'embed', attrs: { url: 'https://youtu.be/abcdefghijk', title: 'Film' } }),
    tie('items').map((content) => ({ type: 'bulletList', content })),
    tie('items').map((content) => ({ type: 'orderedList', attrs: { start: 3 }, content })),
    fc.array(tie('block'), { minLength: 1, maxLength: 3 }).map((content) => ({ type: 'blockquote', content })),
  ),
}))
const cell = fc.record({
  type: fc.constantFrom('tableCell', 'tableHeader'),
  attrs: fc.record(
    { colspan: fc.integer({ min: 2, max: 4 }), align: fc.constantFrom('center', 'right') },
    { requiredKeys: ['colspan'] },
  ),
  content: fc.array(
    line.map((content) => ({ type: 'paragraph', content })),
    { minLength: 1, maxLength: 2 },
  ),
})
const row = (type: string, aligned: readonly (string | undefined)[]) =>
  fc
    .array(
      fc.array(fc.oneof({ weight: 4, arbitrary: line.map((content) => ({ type: 'paragraph', content })) }, picture), {
        maxLength: 2,
      }),
      { minLength: aligned.length, maxLength: aligned.length },
    )
    .map((cells) => ({
      type: 'tableRow',
      content: cells.map((content, column) => ({
        type,
        ...(aligned[column] !== undefined && { attrs: { align: aligned[column] } }),
        ...(content.length > 0 && { content }),
      })),
    }))
const plainTable = fc
  .array(fc.constantFrom(undefined, 'center', 'right'), { minLength: 1, maxLength: 3 })
  .chain((aligned) => fc.tuple(row('tableHeader', aligned), fc.array(row('tableCell', aligned), { maxLength: 3 })))
  .map(([head, rows]) => ({ type: 'table', content: [head, ...rows] }))
const topBlock = fc.oneof(
  { weight: 6, arbitrary: block },
  fc.array(picture, { minLength: 2, maxLength: 3 }).map((content) => ({ type: 'gallery', content })),
  fc
    .array(
      fc.array(cell, { minLength: 1, maxLength: 3 }).map((content) => ({ type: 'tableRow', content })),
      { minLength: 1, maxLength: 3 },
    )
    .map((content) => ({ type: 'table', attrs: { caption: 'Harga' }, content })),
  plainTable,
  fc.array(line, { minLength: 1, maxLength: 3 }).map((lines) => ({
    type: 'keyPoints',
    content: lines.map((content) => item({ type: 'paragraph', content })),
  })),
  fc.constantFrom<Block>(
    { type: 'readAlso', attrs: { article: 7 } },
    { type: 'attribution', attrs: { role: 'via', organisation: 9 } },
    { type: 'rawHtml', attrs: { html: '<p>mentah</p>' } },
    { type: 'horizontalRule' },
  ),
)

/** Any document as a program may write it: marks in any order, equal neighbours apart. */
export const anyWritten: fc.Arbitrary<Document> = fc
  .array(topBlock, { maxLength: 6 })
  .map((content) => ({ type: 'doc', content }))
/** Any document as it is kept. */
export const anyDocument: fc.Arbitrary<Document> = anyWritten.map(canonical)

import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { context, documentOf, feedOf, item, linked, paragraph, webOf, words } from '#test/documents.ts'
import type { Block } from './node.ts'
import { embedsOf, picturesOf, referencesOf, textOf, viewDocument } from './view.ts'

interface Case {
  block: Block
  web: string
  /** Where it differs. */
  feed?: string
  text: string
}

const picture = (attrs: Record<string, unknown> = {}): Block => ({
  type: 'image',
  attrs: { src: '/a.jpg', alt: 'A "b"', ...attrs },
})
const lead = (src: string) => `<img src="${src}" alt="A &quot;b&quot;" fetchpriority="high" decoding="async" />`
const img = (src: string) => `<img src="${src}" alt="A &quot;b&quot;" loading="lazy" decoding="async" />`
const cells = [
  { type: 'tableHeader', attrs: { colspan: 2 }, content: [paragraph('h')] },
  { type: 'tableCell', attrs: { rowspan: 3 }, content: [paragraph('c')] },
]
const youtube = 'https://youtu.be/abcdefghijk'

const cases: Record<string, Case> = {
  'a paragraph': {
    block: paragraph('a < b', { type: 'hardBreak' }, words('c', 'code', 'bold')),
    web: '<p>a &lt; b<br /><strong><code>c</code></strong></p>',
    text: 'a < b\nc',
  },
  'a link here, elsewhere, on the page': {
    block: paragraph(linked('a', '/b/'), linked('c', 'https://d.example/'), linked('e', '#f')),
    web: '<p><a href="/b/">a</a><a href="https://d.example/" rel="noopener">c</a><a href="#f">e</a></p>',
    feed: '<p><a href="https://gawai.example/b/">a</a><a href="https://d.example/" rel="noopener">c</a>e</p>',
    text: 'ace',
  },
  'a link with marks inside': {
    block: paragraph(linked('a ', '/b/'), {
      ...linked('c', '/b/'),
      marks: [{ type: 'bold' }, { type: 'link', attrs: { href: '/b/' } }],
    }),
    web: '<p><a href="/b/">a <strong>c</strong></a></p>',
    feed: '<p><a href="https://gawai.example/b/">a <strong>c</strong></a></p>',
    text: 'a c',
  },
  'a heading': {
    block: { type: 'heading', attrs: { level: 3 }, content: [words('Pita & sinyal')] },
    web: '<h2 id="pita-sinyal">Pita &amp; sinyal</h2>',
    feed: '<h2>Pita &amp; sinyal</h2>',
    text: 'Pita & sinyal',
  },
  'a list': {
    block: {
      type: 'bulletList',
      content: [item(paragraph('a'), { type: 'orderedList', attrs: { start: 4 }, content: [item(paragraph('b'))] })],
    },
    web: '<ul><li><p>a</p><ol start="4"><li><p>b</p></li></ol></li></ul>',
    text: 'a\nb',
  },
  'a quotation': {
    block: { type: 'blockquote', attrs: { cite: 'https://a.example/' }, content: [paragraph('a')] },
    web: '<blockquote cite="https://a.example/"><p>a</p></blockquote>',
    text: 'a',
  },
  'a picture': {
    block: picture({ caption: 'Layar', credit: 'Sari Dewi' }),
    web: `<figure class="picture opening">${lead('/a.jpg')}<figcaption>Layar <span class="credit">Foto: Sari Dewi</span></figcaption></figure>`,
    feed: `<figure>${img('https://gawai.example/a.jpg')}<figcaption>Layar <span class="credit">Foto: Sari Dewi</span></figcaption></figure>`,
    text: 'Layar',
  },
  'a picture with this site’s origin': {
    block: picture({ src: 'https://gawai.example/a.jpg' }),
    web: `<figure class="picture opening">${lead('https://gawai.example/a.jpg')}</figure>`,
    feed: `<figure>${img('https://gawai.example/a.jpg')}</figure>`,
    text: '',
  },
  'a picture elsewhere, as a link': {
    block: picture({ src: 'https://b.example/a.jpg' }),
    web: '<figure class="picture opening"><a href="https://b.example/a.jpg" rel="noopener nofollow">Gambar di situs lain: A &quot;b&quot;</a></figure>',
    feed: `<figure>${img('https://b.example/a.jpg')}</figure>`,
    text: '',
  },
  'a gallery': {
    block: {
      type: 'gallery',
      attrs: { columns: 2, caption: 'Dua warna' },
      content: [picture({ caption: 'Merah' }), picture()],
    },
    web: `<figure class="gallery" data-columns="2"><figure class="picture">${img('/a.jpg')}<figcaption>Merah</figcaption></figure><figure class="picture">${img('/a.jpg')}</figure><figcaption>Dua warna</figcaption></figure>`,
    feed: `<figure class="gallery" data-columns="2"><figure>${img('https://gawai.example/a.jpg')}<figcaption>Merah</figcaption></figure><figure>${img('https://gawai.example/a.jpg')}</figure><figcaption>Dua warna</figcaption></figure>`,
    text: 'Merah\n\nDua warna',
  },
  'a table': {
    block: { type: 'table', attrs: { caption: 'Harga' }, content: [{ type: 'tableRow', content: cells }] },
    web: '<div class="table" role="group" tabindex="0" aria-label="Harga" data-hint="Geser ke samping untuk kolom lainnya →"><table><caption>Harga</caption><tbody><tr><th colspan="2" scope="row"><p>h</p></th><td rowspan="3"><p>c</p></td></tr></tbody></table></div>',
    feed: '<table><caption>Harga</caption><tbody><tr><th colspan="2" scope="row"><p>h</p></th><td rowspan="3"><p>c</p></td></tr></tbody></table>',
    text: 'Harga\nh\nc',
  },
  'an embed that waits for a click': {
    block: { type: 'embed', attrs: { url: youtube, title: 'Film' } },
    web: `<gawai-embed class="embed" data-frame="https://www.youtube-nocookie.com/embed/abcdefghijk?autoplay=1" data-say="Muat dari YouTube"><a href="${youtube}" rel="noopener nofollow">Film</a></gawai-embed>`,
    feed: `<p><a href="${youtube}">Film</a></p>`,
    text: 'Film',
  },
  'an embed of a host that has no frame': {
    block: { type: 'embed', attrs: { url: 'https://b.example/x' } },
    web: '<p class="embed"><a href="https://b.example/x" rel="noopener nofollow">Lihat di b.example</a></p>',
    feed: '<p><a href="https://b.example/x">https://b.example/x</a></p>',
    text: '',
  },
  code: {
    block: { type: 'codeBlock', attrs: { language: 'ts' }, content: [words('a < b')] },
    web: '<pre tabindex="0"><code data-language="ts">a &lt; b</code></pre>',
    feed: '<pre><code>a &lt; b</code></pre>',
    text: 'a < b',
  },
  'a rule': { block: { type: 'horizontalRule' }, web: '<hr />', text: '' },
  'a pointer to another article': {
    block: { type: 'readAlso', attrs: { article: 7 } },
    web: '<p class="read-also"><span>Baca juga:</span> <a href="/2026/01/nota/">Nota &lt;baru&gt;</a></p>',
    feed: '<p>Baca juga: <a href="https://gawai.example/2026/01/nota/">Nota &lt;baru&gt;</a></p>',
    text: '',
  },
  'a pointer to nothing': { block: { type: 'readAlso', attrs: { article: 8 } }, web: '', text: '' },
  'an attribution': {
    block: { type: 'attribution', attrs: { role: 'source', organisation: 9 } },
    web: '<p class="attribution"><span>Menurut</span> <a href="https://wsj.example/" rel="noopener">WSJ</a></p>',
    text: 'Menurut WSJ',
  },
  'who passed it on': {
    block: { type: 'attribution', attrs: { role: 'via', organisation: 9, url: 'https://wsj.example/b' } },
    web: '<p class="attribution"><span>Melalui</span> <a href="https://wsj.example/b" rel="noopener">WSJ</a></p>',
    text: 'Melalui WSJ',
  },
  'an attribution to nobody': {
    block: { type: 'attribution', attrs: { role: 'source', organisation: 8 } },
    web: '',
    text: '',
  },
  'key points': {
    block: { type: 'keyPoints', content: [item(paragraph('a'))] },
    web: '<aside class="key-points" aria-label="Pokok berita"><h2>Pokok berita</h2><ul><li><p>a</p></li></ul></aside>',
    feed: '<ul><li><p>a</p></li></ul>',
    text: 'a',
  },
  'raw markup': {
    block: { type: 'rawHtml', attrs: { html: '<p onclick="x">a<script>b</script><p>c' } },
    web: '<div class="raw"><p>a</p><p>c</p></div>',
    feed: '<div><p>a</p><p>c</p></div>',
    text: 'a\nc',
  },
  'a block of a part that is gone': { block: { type: 'price', attrs: { offer: 1 } }, web: '', text: '' },
}

describe('a document’s view', () => {
  for (const [what, { block, web, feed = web, text }] of Object.entries(cases))
    it(`shows ${what}`, async () => {
      const document = documentOf(block)
      assert.equal(await webOf(document), web)
      assert.equal(await feedOf(document), feed)
      assert.equal(textOf(document, context), text)
    })

  it('hurries with the picture that opens it, and with no other', async () => {
    const markup = await webOf(documentOf(picture(), paragraph('a'), picture({ src: '/b.jpg' })))
    assert.match(markup, /a\.jpg"[^>]*fetchpriority="high".*b\.jpg"[^>]*loading="lazy"/)
    assert.doesNotMatch(await webOf(documentOf(paragraph('a'), picture())), /fetchpriority/)
  })

  it('shows a kept picture in its renditions, whole in the text and square in a gallery', async () => {
    const kept = picture({ src: `/media/${'0'.repeat(32)}.png`, width: 900, height: 600, colour: '#c03000' })
    assert.match(
      await webOf(documentOf(kept)),
      /0-whole-900\.avif 900w.*width="900" height="600" data-colour="#c03000"/,
    )
    const gallery = { type: 'gallery', content: [kept, kept] }
    assert.match(await webOf(documentOf(gallery)), /0-1x1-320\.avif 320w.*width="320" height="320"/)
    assert.match(await feedOf(documentOf(kept)), /<img src="https:\/\/gawai\.example\/media\/0{32}\.png"/)
  })

  it('gives every heading an id of its own, and none where there is no letter', async () => {
    const headings = ['Harga', 'Harga', 'Harga 2', '***', 'Harga', 'Main']
    const document = documentOf(
      ...headings.map((text): Block => ({ type: 'heading', attrs: { level: 2 }, content: [words(text)] })),
    )
    const ids = Array.from((await webOf(document)).matchAll(/<h2(?: id="([^"]*)")?>/g), ([, id]) => id)
    assert.deepEqual(ids, ['harga', 'harga-2', 'harga-2-2', undefined, 'harga-3', 'main-2'])
  })

  it('leaves a block that changes by itself to a part of its own', () => {
    const part = { subject: 'price:1', view: 'box', render: () => ({ body: '' }) }
    const price = { type: 'price', live: () => part }
    const kinds = { get: (type: string) => (type === 'price' ? price : undefined), isTop: () => true }
    const document = documentOf(paragraph('a'), { type: 'price' }, paragraph('b'))
    // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- as much of a kind as the walk asks here
    const segments = viewDocument(document, context, kinds as never)
    assert.equal(segments.length, 3)
    assert.equal(segments[1], part)
  })

  it('knows what it points to, what it may load and which pictures it shows', () => {
    const document = documentOf(
      { type: 'readAlso', attrs: { article: 7 } },
      { type: 'readAlso', attrs: { article: 7 } },
      { type: 'attribution', attrs: { role: 'via', organisation: 9 } },
      { type: 'bulletList', content: [item(picture(), { type: 'embed', attrs: { url: youtube } })] },
    )
    assert.deepEqual(referencesOf(document), { articles: [7], organisations: [9] })
    assert.deepEqual(embedsOf(document), [youtube])
    assert.deepEqual(picturesOf(document), ['/a.jpg'])
  })
})

import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { openNewsroom } from '#test/newsroom.ts'

const storyOf = (html: string) => /<article class="story".*?<\/article>/s.exec(html)?.[0] ?? ''

describe('the page of an article', () => {
  it('names its card for sharing and its Markdown twin with whole addresses', async (test) => {
    const { get, publish } = await openNewsroom(test)
    const { path, id } = await publish({ title: 'Ponsel "lipat" <baru>', slug: 'lipat' })
    const { text } = await get(path)
    const [, card = ''] = /<meta property="og:image" content="https:\/\/gawai\.example([^"]+)"/.exec(text) ?? []
    assert.match(card, new RegExp(`^/media/cards/${id}-[0-9a-f]{12}\\.jpg$`))
    assert.match(
      text,
      /<meta property="og:image:width" content="1200" \/>\s*<meta property="og:image:height" content="630"/,
    )
    assert.match(text, /<meta property="og:image:alt" content="Ponsel &quot;lipat&quot; &lt;baru&gt;"/)
    assert.match(
      text,
      /<link rel="alternate" type="text\/markdown" href="https:\/\/gawai\.example\/2026\/01\/lipat\.md" \/>/,
    )
    assert.match(text, /<meta property="og:type" content="article"/)
    assert.equal((await get('/2026/01/lipat.md')).status, 200)
  })

  it('tells search engines the words that were written for them', async (test) => {
    const { get, publish } = await openNewsroom(test)
    const seo = { title: 'Harga ponsel lipat', description: 'Semua harganya.' }
    const { text } = await get((await publish({ title: 'Melipat dompet', seo })).path)
    assert.match(text, /<title>Harga ponsel lipat – Gawai<\/title>/)
    assert.match(text, /<meta name="description" content="Semua harganya\."/)
    assert.match(text, /<h1>Melipat dompet<\/h1>/)
  })

  it('has the dateline before its first words, and the latest beside it', async (test) => {
    const { get, publish } = await openNewsroom(test)
    await publish({ title: 'Yang lain', slug: 'lain' })
    const { path } = await publish({ dateline: 'Jakarta', markdown: '## Judul\n\nHari ini.' })
    const { text } = await get(path)
    assert.match(text, /<p><strong>Jakarta – <\/strong>Hari ini\.<\/p>/)
    assert.match(/<aside class="rail" aria-label="Berita terbaru">.*<\/aside>/s.exec(text)?.[0] ?? '', /Yang lain/)
  })

  it('is shorter for a standing page: no time, no names, no summary', async (test) => {
    const { get, file } = await openNewsroom(test)
    await file(
      '---\nkind: page\ntitle: Tentang kami\nslug: tentang\nwriter: Wulan Sasmita\nsummary: Siapa kami.\n---\nKami.',
    )
    const { text } = await get('/tentang/')
    const story = storyOf(text)
    assert.match(story, /<h1>Tentang kami<\/h1>/)
    assert.doesNotMatch(story, /class="(summary|bylines)"|<time/)
    assert.match(text, /<meta property="og:type" content="website"/)
    assert.match(text, /<meta name="description" content="Siapa kami\."/)
  })
})

import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { publish, revise, unpublish } from '#articles'
import { plainContent } from '#test/content.ts'
import { type Newsroom, openNewsroom } from '#test/newsroom.ts'

const story = `---
title: Ponsel lipat
slug: lipat
writer: [Wulan Sasmita, Tia]
editor: Hanif Bayu Saputra
source: Samsung
via: The Verge
published: 2018-11-07T20:00:00+07:00
dateline: Jakarta
summary: Ada yang baru.
---
Kata pertama.

## Judul kecil
`

async function moved({ gawai, publish: begin }: Newsroom) {
  const { id, path } = await begin({ title: 'Lama', slug: 'lama' })
  await gawai.write(async (unit) => {
    return revise(unit, id, plainContent('Teks.', { title: 'Baru', slug: 'baru' }))
  })
  await publish(gawai, { article: id })
  return { id, path }
}

describe('the Markdown twin of an article', () => {
  it('says what the page says: headline, summary, people, day, sources, text and sign-off', async (test) => {
    const { file, get } = await openNewsroom(test)
    await file(story)
    const { text, headers, status } = await get('/2018/11/lipat.md')
    assert.equal(status, 200)
    assert.equal(headers.get('content-type'), 'text/markdown; charset=utf-8')
    assert.equal(headers.get('x-robots-tag'), 'noindex')
    assert.equal(headers.get('link'), '<https://gawai.example/2018/11/lipat/>; rel="canonical"')
    assert.equal(
      text,
      `# Ponsel lipat

> Ada yang baru.

- Oleh: Wulan Sasmita, Tia
- Penyunting: Hanif Bayu Saputra
- Terbit: 2018-11-07T20:00:00+07:00
- Sumber: Samsung, melalui The Verge
- URL: <https://gawai.example/2018/11/lipat/>

**Jakarta –** Kata pertama.

## Judul kecil

\\[WS+T/HBS]
`,
    )
  })

  it('is there for a standing page too, without people and days', async (test) => {
    const { file, get } = await openNewsroom(test)
    await file('---\nkind: page\ntitle: Tentang kami\nslug: tentang\nwriter: Tia\n---\nKami.')
    assert.equal(
      (await get('/tentang.md')).text,
      '# Tentang kami\n\n- URL: <https://gawai.example/tentang/>\n\nKami.\n\n\\[T]\n',
    )
  })

  it('stays one headline and one line of summary whatever they hold', async (test) => {
    const { publish: begin, get } = await openNewsroom(test)
    await begin({ title: '# <b>A</b>\n[x](y) *z* `q`', slug: 'a', summary: '</b>\n\n# B', markdown: 'Teks.' })
    const [title, , summary, , ...rest] = (await get('/2026/01/a.md')).text.split('\n')
    assert.equal(title, String.raw`# \# \<b\>A\</b\> \[x\](y) \*z\* \`q\``)
    assert.equal(summary, String.raw`> \</b\> \# B`)
    assert.doesNotMatch(rest.join('\n'), /^#/m)
  })

  it('names an address as it is, with all its signs', async (test) => {
    const { publish: begin, get } = await openNewsroom(test)
    await begin({ slug: 'mi_a1_*' })
    assert.match((await get('/2026/01/mi_a1_*.md')).text, /^- URL: <https:\/\/gawai\.example\/2026\/01\/mi_a1_\*\/>$/m)
  })

  it('follows when the article moves, and tells that it was taken back', async (test) => {
    const newsroom = await openNewsroom(test)
    const { get, gawai } = newsroom
    const { id } = await moved(newsroom)
    const { status, headers } = await get('/2026/01/lama.md')
    assert.deepEqual([status, headers.get('location')], [301, '/2026/01/baru.md'])
    assert.match((await get('/2026/01/baru.md')).text, /^# Baru\n/)
    await unpublish(gawai, { article: id, why: 'keliru' })
    for (const name of ['lama', 'baru']) {
      const gone = await get(`/2026/01/${name}.md`)
      assert.deepEqual([gone.status, gone.headers.get('location')], [301, '/2026/01/baru/'])
    }
    assert.equal((await get('/2026/01/baru/')).status, 410)
  })

  it('is there for articles alone', async (test) => {
    const { get } = await openNewsroom(test)
    for (const path of ['/rubrik/pasar.md', '/.md', '/tidak-ada.md', '/terbaru.md'])
      assert.equal((await get(path)).status, 404, path)
  })
})

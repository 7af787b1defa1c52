import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { openNewsroom } from '#test/newsroom.ts'
import { exampleEntry } from '#test/feed-entry.ts'
import { json } from './json.ts'

describe('a JSON feed', () => {
  it('holds all that version 1.1 asks of a feed and its items', async (test) => {
    const newsroom = await openNewsroom(test)
    const { path } = await newsroom.file(
      '---\ntitle: A\nwriter: Wulan Sasmita\nsummary: Inti.\nsection: Pasar\n---\nSatu *kata*.',
    )
    const { text, headers } = await newsroom.get('/feed/json/')
    assert.equal(headers.get('content-type'), 'application/feed+json; charset=utf-8')
    const { items, ...feed } = JSON.parse(text) as { items: Record<string, unknown>[] } & Record<string, unknown>
    assert.equal(feed['version'], 'https://jsonfeed.org/version/1.1')
    assert.equal(feed['feed_url'], 'https://gawai.example/feed/json/')
    assert.equal(feed['home_page_url'], 'https://gawai.example/')
    const { id, ...item } = items[0] ?? {}
    assert.match(String(id), /^https:\/\/gawai\.example\/\?gawai=\d+$/)
    assert.deepEqual(item, {
      url: `https://gawai.example${path}`,
      title: 'A',
      content_html: '<p>Satu <em>kata</em>.</p>',
      summary: 'Inti.',
      date_published: '2026-01-05T10:00:00+07:00',
      date_modified: '2026-01-05T10:00:00+07:00',
      authors: [{ name: 'Wulan Sasmita', url: 'https://gawai.example/penulis/wulan-sasmita/' }],
      tags: ['Pasar'],
      language: 'id',
    })
  })

  it('names the picture and the page of whoever wrote it', async () => {
    const item = JSON.parse(`${await json.item(exampleEntry)}`) as Record<string, unknown>
    assert.equal(item['image'], 'https://gawai.example/media/a.png')
    assert.deepEqual(item['authors'], [{ name: 'Wulan', url: 'https://gawai.example/penulis/wulan/' }])
  })
})

import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { openNewsroom } from '#test/newsroom.ts'
import { elementsIn, readXml, textsIn } from '#test/xml.ts'
import { atom } from './atom.ts'
import { exampleEntry } from '#test/feed-entry.ts'

describe('an Atom feed', () => {
  it('holds all that RFC 4287 asks of a feed and its entries', async (test) => {
    const newsroom = await openNewsroom(test)
    await newsroom.file('---\ntitle: A\nwriter: Wulan Sasmita\nsummary: Inti.\n---\nSatu *kata*.')
    const { text, headers } = await newsroom.get('/feed/atom/')
    assert.equal(headers.get('content-type'), 'application/atom+xml; charset=utf-8')
    const feed = readXml(text)
    assert.deepEqual(feed.attributes['xml:lang'], 'id')
    for (const name of ['id', 'title', 'updated', 'author', 'link', 'subtitle'])
      assert.ok(
        feed.children.some((child) => child.name === name),
        name,
      )
    const links = feed.children.filter(({ name }) => name === 'link').map(({ attributes }) => attributes)
    assert.deepEqual(
      links.map(({ rel, href }) => [rel, href]),
      [
        ['alternate', 'https://gawai.example/'],
        ['self', 'https://gawai.example/feed/atom/'],
      ],
    )
    const [entry] = elementsIn(feed, 'entry')
    assert.ok(entry)
    assert.deepEqual(textsIn(entry, 'author'), ['Wulan Sasmitahttps://gawai.example/penulis/wulan-sasmita/'])
    assert.deepEqual(textsIn(entry, 'published'), ['2026-01-05T10:00:00+07:00'])
    assert.deepEqual(textsIn(entry, 'content'), ['<p>Satu <em>kata</em>.</p>'])
  })

  it('says who wrote it, what it shows and by which IRI it is known', async () => {
    const entry = readXml(
      String(await atom.item({ ...exampleEntry, id: 'not an IRI' })).replace('<entry>', '<entry xmlns="x">'),
    )
    assert.deepEqual(textsIn(entry, 'id'), ['urn:x-guid:not%20an%20IRI'])
    assert.deepEqual(textsIn(entry, 'uri'), ['https://gawai.example/penulis/wulan/'])
    const [picture] = elementsIn(entry, 'media:content')
    assert.equal(picture?.attributes['url'], 'https://gawai.example/media/a.png')
    assert.equal(picture?.text, 'Ponsel "lipat" & engsel')
  })
})

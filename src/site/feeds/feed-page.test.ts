import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { unpublish } from '#articles'
import { readAssets } from '#look/assets.ts'
import { openNewsroom } from '#test/newsroom.ts'
import { elementsIn, readXml, textsIn } from '#test/xml.ts'
import { edition } from '../edition.ts'
import { latestList } from '../lists/latest.ts'
import { feedPage } from './feed-page.ts'
import type { Entry } from './format.ts'
import { json } from './json.ts'

/** A feed of each format, by the titles of what is in it. */
const readers: Record<string, (text: string) => string[]> = {
  'feed/': (text) => elementsIn(readXml(text), 'item').flatMap((item) => textsIn(item, 'title')),
  'feed/atom/': (text) => elementsIn(readXml(text), 'entry').flatMap((entry) => textsIn(entry, 'title')),
  'feed/json/': (text) => (JSON.parse(text) as { items: { title: string }[] }).items.map(({ title }) => title),
}

const hostile = 'A & B <i>"c"</i> ]]></script><!--\u0000\u0007\ud800\ufffe'

describe('the formats of a feed', () => {
  it('stand below every list and both editions, with what belongs there', async (test) => {
    const newsroom = await openNewsroom(test)
    await newsroom.file('---\ntitle: Satu\nsection: Ponsel\ntopics: [Layar]\n---\nT.')
    await newsroom.file('---\ntitle: Dua\n---\nT.')
    await newsroom.file('---\ntitle: One\nlang: en\n---\nT.')
    for (const [below, read] of Object.entries(readers)) {
      assert.deepEqual(read((await newsroom.get(`/${below}`)).text).toSorted(), ['Dua', 'Satu'])
      for (const list of ['/rubrik/gadget/ponsel/', '/topik/layar/'])
        assert.deepEqual(read((await newsroom.get(list + below)).text), ['Satu'])
      assert.deepEqual(read((await newsroom.get(`/en/${below}`)).text), ['One'])
    }
  })

  it('can be read when there is nothing in them, and whatever an article holds', async (test) => {
    const newsroom = await openNewsroom(test)
    for (const [below, read] of Object.entries(readers))
      assert.deepEqual(read((await newsroom.get(`/${below}`)).text), [])
    await newsroom.publish({ title: hostile, slug: 'satu', summary: hostile, markdown: `Teks ${hostile}` })
    await newsroom.publish({ title: 'B', slug: 'dua' })
    for (const [below, read] of Object.entries(readers)) {
      const titles = read((await newsroom.get(`/${below}`)).text)
      assert.deepEqual(titles.toSorted(), ['A & B <i>"c"</i> ]]></script><!-- \ufffd', 'B'], below)
    }
  })

  it('name no article that readers cannot see', async (test) => {
    const newsroom = await openNewsroom(test)
    const { id } = await newsroom.publish({ title: 'Ditarik', slug: 'ditarik' })
    await newsroom.file('---\ntitle: Besok\nslug: besok\npublished: 2030-01-01T00:00:00Z\n---\nNanti.')
    await newsroom.publish({ title: 'Tentang', slug: 'tampak' })
    for (const [below, read] of Object.entries(readers))
      assert.ok(read((await newsroom.get(`/${below}`)).text).includes('Ditarik'))
    await unpublish(newsroom.gawai, { article: id, why: 'keliru' })
    for (const [below, read] of Object.entries(readers))
      assert.deepEqual(read((await newsroom.get(`/${below}`)).text), ['Tentang'])
  })

  it('render one item for a publication, and none for who asks again', async (test) => {
    const { gawai, publish } = await openNewsroom(test)
    const rendered: string[] = []
    const noting = (entry: Entry) => {
      rendered.push(entry.title)
      return json.item(entry)
    }
    const own = edition(gawai, readAssets(), 'id')
    const ask = () =>
      gawai.pages.open(new Request('https://gawai.example/noted/'), async () =>
        feedPage(own, await latestList(own), { ...json, name: 'noted', item: noting }),
      )
    for (const slug of ['satu', 'dua', 'tiga']) await publish({ title: slug, slug })
    await ask()
    await ask()
    assert.deepEqual(rendered.toSorted(), ['dua', 'satu', 'tiga'])
    await publish({ title: 'empat', slug: 'empat' })
    await ask()
    assert.deepEqual(rendered.slice(3), ['empat'])
  })

  it('tell the editions apart, each in its own words', async (test) => {
    const { get } = await openNewsroom(test)
    const about = async (path: string) => {
      const { title, description, language } = JSON.parse((await get(path)).text) as Record<string, string>
      return [title, description, language]
    }
    assert.deepEqual(await about('/feed/json/'), ['Gawai', 'Berita terbaru dari Gawai', 'id'])
    assert.deepEqual(await about('/en/feed/json/'), ['Gawai in English', 'The latest news from Gawai', 'en'])
    assert.deepEqual((await about('/rubrik/pasar/feed/json/')).slice(0, 2), [
      'Pasar – Gawai',
      'Berita terbaru dari Pasar',
    ])
  })

  it('are led to from the names that WordPress gave them', async (test) => {
    const newsroom = await openNewsroom(test)
    const { path } = await newsroom.publish({})
    for (const [old, now] of [
      ['/feed/rss2/', '/feed/'],
      ['/feed/rdf/', '/feed/'],
      ['/en/feed/rss/', '/en/feed/'],
      ['/rubrik/pasar/feed/rss2/', '/rubrik/pasar/feed/'],
      ['/comments/feed/', '/feed/'],
      ['/wp-rss2.php', '/feed/'],
      ['/wp-atom.php', '/feed/atom/'],
      [`${path}feed/`, path],
    ] as const) {
      const { status, headers } = await newsroom.get(old)
      assert.deepEqual([status, headers.get('location')], [301, now], old)
    }
    assert.equal((await newsroom.get('/feed/xml/')).status, 404)
    assert.equal((await newsroom.get('/rubrik/pasar/feed/xml/')).status, 404)
  })
})

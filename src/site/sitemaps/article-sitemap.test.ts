import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { unpublish } from '#articles'
import { openNewsroom } from '#test/newsroom.ts'
import { elementsIn, readXml, textsIn } from '#test/xml.ts'
import { articleLine } from './article-sitemap.ts'
import { sitemapOf } from './written.ts'

describe('the sitemap', () => {
  it('names what is public, with its partner in the other language, and nothing else', async (test) => {
    const newsroom = await openNewsroom(test)
    const shown = await newsroom.publish({ slug: 'tampak' })
    const hidden = await newsroom.publish({ slug: 'ditarik' })
    await newsroom.file('---\ntitle: Besok\nslug: besok\npublished: 2030-01-01T00:00:00Z\n---\nNanti.')
    await newsroom.file('---\ntitle: Pair\nslug: pair\nlang: en\npair: tampak\n---\nOne sentence.')
    await unpublish(newsroom.gawai, { article: hidden.id, why: 'keliru' })
    const index = readXml((await newsroom.get('/sitemap.xml')).text)
    assert.deepEqual(textsIn(index, 'loc'), [
      'https://gawai.example/sitemaps/lists.xml',
      'https://gawai.example/sitemaps/0.xml',
    ])
    const { text, headers } = await newsroom.get('/sitemaps/0.xml')
    assert.equal(headers.get('content-type'), 'application/xml; charset=utf-8')
    const file = readXml(text)
    const addresses = [shown.path, '/en/2026/01/pair/'].map((path) => `https://gawai.example${path}`)
    assert.deepEqual(textsIn(file, 'loc'), addresses)
    const links = elementsIn(file, 'xhtml:link').map(({ attributes }) => attributes['href'])
    assert.deepEqual(links, [...addresses, ...addresses.toReversed()])
  })

  it('shows the lead picture of an article', async () => {
    const entry = { id: 1, path: '/a/', lang: 'id', kind: 'article', modifiedAt: 0 } as const
    const lines = [articleLine({ ...entry, picture: { src: '/media/a.png', alt: '', width: 1, height: 1 } })]
    const file = readXml(await sitemapOf('https://gawai.example', lines, { image: true }))
    assert.deepEqual(textsIn(file, 'image:loc'), ['https://gawai.example/media/a.png'])
  })

  it('has no file for a number that the index does not name', async (test) => {
    const newsroom = await openNewsroom(test)
    assert.equal((await newsroom.get('/sitemaps/0.xml')).status, 200)
    assert.equal((await newsroom.get('/sitemaps/17.xml')).status, 404)
  })

  it('is led to from the names that WordPress and its plug-ins gave it', async (test) => {
    const { get } = await openNewsroom(test)
    for (const [old, now] of [
      ['/wp-sitemap.xml', '/sitemap.xml'],
      ['/sitemap_index.xml', '/sitemap.xml'],
      ['/wp-sitemap-posts-post-1.xml', '/sitemap.xml'],
      ['/post-sitemap2.xml', '/sitemap.xml'],
      ['/news-sitemap.xml', '/sitemap-news.xml'],
    ] as const) {
      const { status, headers } = await get(old)
      assert.deepEqual([status, headers.get('location')], [301, now], old)
    }
    assert.equal((await get('/x-sitemap.xml')).status, 404)
  })
})

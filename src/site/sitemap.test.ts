import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { unpublish } from '#articles'
import { openNewsroom } from '#test/newsroom.ts'

describe('the sitemap', () => {
  it('names what is public, with its partner in the other language, and nothing else', async (test) => {
    const newsroom = await openNewsroom(test)
    const shown = await newsroom.publish({ slug: 'tampak' })
    const hidden = await newsroom.publish({ slug: 'ditarik' })
    await newsroom.file('---\ntitle: Besok\nslug: besok\npublished: 2030-01-01T00:00:00Z\n---\nNanti.')
    await newsroom.file('---\ntitle: Pair\nslug: pair\nlang: en\npair: tampak\n---\nOne sentence.')
    await unpublish(newsroom.gawai, { article: hidden.id, why: 'keliru' })
    const index = (await newsroom.get('/sitemap.xml')).text
    const [, first = ''] = /<loc>https:\/\/gawai\.example([^<]+)<\/loc>/.exec(index) ?? []
    const { text, headers } = await newsroom.get(first)
    assert.equal(headers.get('content-type'), 'application/xml; charset=utf-8')
    assert.match(text, new RegExp(`<loc>https://gawai.example${shown.path}</loc>`))
    assert.match(text, /hreflang="en" href="https:\/\/gawai\.example\/en\/2026\/01\/pair\/"/)
    assert.doesNotMatch(text, /ditarik|besok/)
  })

  it('has no file for a number that the index does not name', async (test) => {
    const newsroom = await openNewsroom(test)
    assert.equal((await newsroom.get('/sitemaps/0.xml')).status, 200)
    assert.equal((await newsroom.get('/sitemaps/17.xml')).status, 404)
  })

  it('is named by robots.txt', async (test) => {
    const { get } = await openNewsroom(test)
    const { text, headers } = await get('/robots.txt')
    assert.equal(headers.get('content-type'), 'text/plain; charset=utf-8')
    assert.match(text, /^Sitemap: https:\/\/gawai\.example\/sitemap\.xml$/m)
  })
})

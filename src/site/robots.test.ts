import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { siteLanguage } from '#platform/settings.ts'
import { openNewsroom } from '#test/newsroom.ts'

describe('robots.txt', () => {
  it('names the sitemap and keeps robots out of searches', async (test) => {
    const { get } = await openNewsroom(test)
    const { text, headers } = await get('/robots.txt')
    assert.equal(headers.get('content-type'), 'text/plain; charset=utf-8')
    assert.equal(
      text,
      'User-agent: *\nAllow: /\nDisallow: /cari/\nDisallow: /en/search/\n\nSitemap: https://gawai.example/sitemap.xml\n',
    )
  })

  it('follows the editions when the site changes its language', async (test) => {
    const { gawai, get } = await openNewsroom(test)
    await get('/robots.txt')
    await gawai.write((unit) => gawai.settings.set(unit, siteLanguage, 'en'))
    assert.match((await get('/robots.txt')).text, /^Disallow: \/id\/cari\/\nDisallow: \/search\/$/m)
  })
})

import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { openNewsroom } from '#test/newsroom.ts'

interface Rules {
  prefetch: [{ eagerness: string; where: { and: [{ href_matches: string }, { not: { href_matches: string[] } }] } }]
}

describe('the rules for fetching pages before they are opened', () => {
  it('are named by every page that can be read, and by nothing else', async (test) => {
    const newsroom = await openNewsroom(test)
    const { path } = await newsroom.publish({})
    for (const page of ['/', '/en/', '/terbaru/', '/rubrik/pasar/', path]) {
      const named = /^"(\/assets\/speculation-[0-9a-f]{10}\.json)"$/.exec(
        (await newsroom.get(page)).headers.get('speculation-rules') ?? '',
      )
      assert.ok(named?.[1], page)
      const { headers } = await newsroom.get(named[1])
      assert.equal(headers.get('content-type'), 'application/speculationrules+json')
      assert.match(headers.get('cache-control') ?? '', /immutable/)
    }
    for (const other of ['/feed/', '/feed/json/', '/robots.txt', '/llms.txt', '/sitemap.xml', '/nowhere/'])
      assert.equal((await newsroom.get(other)).headers.get('speculation-rules'), null, other)
  })

  it('hold for pages of this site, and for no file, feed or search', async (test) => {
    const { get } = await openNewsroom(test)
    const address = (await get('/')).headers.get('speculation-rules')?.slice(1, -1) ?? ''
    const { prefetch } = JSON.parse((await get(address)).text) as Rules
    const [{ eagerness, where }] = prefetch
    assert.equal(eagerness, 'conservative')
    const [pages, { not }] = where.and
    const matches = (pattern: string, href: string) =>
      new URLPattern(pattern, `https://gawai.example${address}`).test(href, 'https://gawai.example/')
    const isFetched = (href: string) =>
      matches(pages.href_matches, href) && !not.href_matches.some((pattern) => matches(pattern, href))
    for (const href of [
      '/',
      '/en/',
      '/2026/01/lipat/',
      '/2026/01/lipat/?utm_source=x#a',
      '/rubrik/ponsel/',
      '/en/topics/feeds/',
      '/2026/01/cari-ponsel/',
    ])
      assert.ok(isFetched(href), href)
    for (const href of [
      '/media/a.png',
      '/feed/',
      '/en/feed/json/',
      '/rubrik/ponsel/feed/',
      '/cari/?q=a',
      '/en/search/?q=a',
      '/2026/01/lipat.md',
      '/logo.svg',
      '/sitemap.xml',
      '/llms.txt',
      'https://elsewhere.example/',
    ])
      assert.ok(!isFetched(href), href)
  })
})

import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { unpublish } from '#articles'
import { keepOrganisation } from '#organisations'
import { type Newsroom, openNewsroom } from '#test/newsroom.ts'

const brand = ({ gawai }: Newsroom) =>
  gawai.write((unit) => keepOrganisation(unit, { name: 'Xiaomi', kind: 'company', isBrand: true }))
const march = Date.UTC(2018, 2, 6)

describe('the addresses of an edition', () => {
  it('answer with the last slash, and lead there without it, in both editions', async (test) => {
    const newsroom = await openNewsroom(test)
    const brands = [await brand(newsroom)]
    const bylines = [{ person: newsroom.wulan, role: 'writer' as const }]
    for (const lang of ['id', 'en'] as const) await newsroom.publish({ lang, brands, bylines, at: march })
    const indonesian = [
      '/terbaru/',
      '/rubrik/',
      '/merek/',
      '/merek/xiaomi/',
      '/penulis/',
      '/penulis/wulan-sasmita/',
      '/arsip/',
      '/cari/',
    ]
    const english = [
      '/latest/',
      '/sections/',
      '/brands/',
      '/brands/xiaomi/',
      '/authors/',
      '/authors/wulan-sasmita/',
      '/archive/',
      '/search/',
    ]
    const both = ['/offline/', '/feed/', '/feed/json/', '/2018/', '/2018/03/', '/2018/03/06/']
    const feeds = ['/merek/xiaomi/feed/', '/penulis/wulan-sasmita/feed/atom/', '/en/brands/xiaomi/feed/json/']
    const inEnglish = [...english, ...both].map((path) => `/en${path}`)
    for (const path of [...indonesian, ...both, ...inEnglish, ...feeds]) {
      assert.equal((await newsroom.get(path)).status, 200, path)
      const { status, headers } = await newsroom.get(path.slice(0, -1))
      assert.deepEqual([status, headers.get('location')], [301, path])
    }
  })

  it('are not the other edition’s', async (test) => {
    const { get } = await openNewsroom(test)
    for (const path of ['/latest/', '/authors/', '/archive/', '/search/', '/en/terbaru/', '/en/penulis/', '/en/cari/'])
      assert.equal((await get(path)).status, 404, path)
  })

  it('lead nowhere for somebody or some day that is not known, with or without the last slash', async (test) => {
    const { get } = await openNewsroom(test)
    for (const path of [
      '/penulis/nobody/',
      '/merek/none/',
      '/2018/',
      '/2018/03/',
      '/2018/03/06/',
      '/99999/',
      '/en/2018/',
    ])
      for (const asked of [path, path.slice(0, -1), `${path}feed/`]) assert.equal((await get(asked)).status, 404, asked)
  })

  it('lead from WordPress’s names of feeds to ours', async (test) => {
    const newsroom = await openNewsroom(test)
    await newsroom.publish({ brands: [await brand(newsroom)] })
    for (const [old, now] of [
      ['/feed/rss2/', '/feed/'],
      ['/merek/xiaomi/feed/rss2/', '/merek/xiaomi/feed/'],
    ] as const) {
      const { status, headers } = await newsroom.get(old)
      assert.deepEqual([status, headers.get('location')], [301, now])
    }
  })

  it('leave a day to the article whose address looks like one', async (test) => {
    const { get, publish, gawai } = await openNewsroom(test)
    await publish({ title: 'Lain', slug: 'lain', at: march })
    const { path, id } = await publish({ title: 'Enam', slug: '06', at: march })
    assert.equal(path, '/2018/03/06/')
    assert.match((await get(path)).text, /<h1>Enam<\/h1>/)
    assert.equal((await get('/2018/03/06')).headers.get('location'), path)
    assert.match((await get('/2018/03/')).text, /<h1>Maret 2018<\/h1>/)
    await unpublish(gawai, { article: id, why: 'keliru' })
    assert.equal((await get(path)).status, 410)
  })
})

describe('the offline page', () => {
  it('stands alone in the words of its edition, and is nothing to find', async (test) => {
    const { get } = await openNewsroom(test)
    const { text } = await get('/offline/')
    assert.match(text, /<html lang="id">[^]*noindex[^]*<h1>Anda sedang luring<\/h1>/)
    assert.match((await get('/en/offline/')).text, /<html lang="en">[^]*<h1>You are offline<\/h1>/)
    assert.doesNotMatch(text, /class="(rail|newest|colophon)"|<nav/)
  })
})

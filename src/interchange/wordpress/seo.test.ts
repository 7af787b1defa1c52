import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { seoOf } from './seo.ts'
import type { WxrItem, WxrSite } from './wxr.ts'

// Title and description are made of these fields only.
const site = { title: 'Kabar &amp; Gawai', description: 'Semua gawai' } as WxrSite
const itemWith = (meta: Record<string, string>) =>
  ({
    excerpt: '<p>Ringkas.</p>',
    date: '2018-03-06 10:30:00',
    terms: [{ domain: 'category', slug: 'a', name: 'Ponsel &amp; Tablet' }],
    meta: Object.entries(meta).map(([key, value]) => ({ key, value })),
  }) as WxrItem
const seo = (meta: Record<string, string>) => seoOf(itemWith(meta), 'Judul', site)

describe('title and description for search engines', () => {
  it('are filled as each plug-in spells it', () => {
    for (const meta of [
      { _yoast_wpseo_title: '%%category%%: %%title%% %%page%%', _yoast_wpseo_metadesc: '%%excerpt%% %%currentyear%%' },
      { rank_math_title: '%category%: %title% %page%', rank_math_description: '%excerpt% %currentyear%' },
    ])
      assert.deepEqual(seo(meta), { title: 'Ponsel & Tablet: Judul', description: 'Ringkas. 2018' })
    assert.deepEqual(seo({ _aioseo_title: 'Baca #post_title #1' }), { title: 'Baca Judul #1' })
  })

  it('leave no trace of what nobody knows, and keep percentages', () => {
    assert.deepEqual(seo({ _yoast_wpseo_title: 'Lain %%sep%% %%cf_x-y%%' }), { title: 'Lain' })
    assert.deepEqual(seo({ rank_math_title: 'Lain %customfield(harga)%' }), { title: 'Lain' })
    assert.deepEqual(seo({ _yoast_wpseo_metadesc: 'Hemat 50% dan 20% lagi' }), {
      description: 'Hemat 50% dan 20% lagi',
    })
  })

  it('do not name the site, because every page here does', () => {
    assert.equal(seo({ _yoast_wpseo_title: '%%title%% %%page%% %%sep%% %%sitename%%' }), undefined)
    assert.deepEqual(seo({ _yoast_wpseo_title: 'Lain | %%sitename%%' }), { title: 'Lain' })
    assert.deepEqual(seo({ _yoast_wpseo_title: 'Semua tentang Kabar & Gawai' }), {
      title: 'Semua tentang Kabar & Gawai',
    })
  })

  it('are none when nobody wrote any', () => {
    assert.equal(seo({}), undefined)
    assert.equal(seo({ _yoast_wpseo_title: '  ' }), undefined)
  })
})

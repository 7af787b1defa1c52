import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { oldAddresses } from './old-addresses.ts'

const placed = (id: string, link: string, more: { type?: string; slug?: string; parent?: string } = {}) => ({
  id,
  link,
  guid: `https://lama.example/?p=${id}`,
  type: 'post',
  slug: '',
  parent: '0',
  ...more,
})

function addressesOf(...items: ReturnType<typeof placed>[]) {
  const addresses = oldAddresses()
  addresses.hosts.addSite('https://kabar.example/berita')
  for (const item of items) addresses.addArticle(item, item.slug !== 'rahasia')
  return addresses
}

describe('an old address', () => {
  it('is one spelling of the path', () => {
    const item = placed('1', 'https://kabar.example/berita/%e5%b0%8f/')
    assert.equal(addressesOf(item).pathOf(item), '/berita/%E5%B0%8F/')
  })

  it('is unknown for plain links, the front page and what is no path', () => {
    for (const link of [
      'https://kabar.example/?p=1',
      'https://kabar.example/',
      '',
      '/a/',
      'https://kabar.example/%ff/',
    ])
      assert.equal(addressesOf().pathOf(placed('1', link)), undefined, link)
  })

  it('of a page without a link is made of the pages above it', () => {
    const team = placed('2', '', { type: 'page', slug: 'tim', parent: '1' })
    const addresses = addressesOf(placed('1', '', { type: 'page', slug: 'profil' }), team)
    assert.equal(addresses.pathOf(team), '/berita/profil/tim/')
    const ring = [
      placed('1', '', { type: 'page', slug: 'a', parent: '2' }),
      placed('2', '', { type: 'page', slug: 'b', parent: '1' }),
    ]
    assert.equal(addressesOf(...ring).pathOf(placed('1', '', { type: 'page' })), '/berita/b/a/')
  })

  it('that several claim is that of the first public one', () => {
    const link = 'https://kabar.example/berita/sama/'
    const addresses = addressesOf(placed('1', link, { slug: 'rahasia' }), placed('2', link), placed('3', link))
    assert.equal(addresses.publicAt('/berita/sama/'), '2')
    assert.equal(addressesOf(placed('1', link, { slug: 'rahasia' })).publicAt('/berita/sama/'), undefined)
  })
})

describe('a link in an old text', () => {
  const addresses = addressesOf(placed('1', 'https://kabar.example/berita/satu/'))

  it('means an article of the old site, by whatever name that was reached', () => {
    for (const href of [
      '/berita/satu/',
      'https://kabar.example/berita/satu',
      'http://www.kabar.example/berita/satu/?utm_source=x#y',
      'https://lama.example/berita/?p=1',
    ])
      assert.equal(addresses.meant(href)?.id, '1', href)
  })

  it("means a place there, or is another's", () => {
    assert.deepEqual(addresses.meant('https://kabar.example/berita/tag/x/#y'), { path: '/berita/tag/x/#y', hash: '#y' })
    for (const href of [
      'https://lain.example/berita/satu/',
      'https://kabar.example/toko/',
      '//lain.example/',
      'mailto:a@b.c',
    ])
      assert.equal(addresses.meant(href), undefined, href)
  })
})

import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { decoded, permalinkForm } from './permalinks.ts'

type Samples = Parameters<typeof permalinkForm>[0]['samples']

function sample(id: number, path: string, slug = `kabar-${id}`): Samples[number] {
  return {
    id: String(id),
    link: `https://kabar.example${path}`,
    slug,
    date: '2018-03-06 10:30:15',
    dateUtc: '2018-03-06 03:30:15',
    terms: [{ domain: 'category', slug: 'ponsel', name: 'Ponsel' }],
    creator: 'wulan',
  }
}

const category = { id: '1', name: 'Gadget', slug: 'gadget', description: '', parent: '' }
const formOf = (...samples: Samples) => permalinkForm({ samples, categories: [category] })

describe('the form of addresses', () => {
  it('is read off the posts', () => {
    for (const [path, form] of [
      ['/kabar-117/', '/%postname%/'],
      ['/2018/03/kabar-117/', '/%year%/%monthnum%/%postname%/'],
      ['/2018/03/06/kabar-117', '/%year%/%monthnum%/%day%/%postname%'],
      ['/ponsel/kabar-117/', '/%category%/%postname%/'],
      ['/gadget/ponsel/kabar-117/', '/%category%/%postname%/'],
      ['/archives/117', '/archives/%post_id%'],
      ['/117/kabar-117/', '/%post_id%/%postname%/'],
      ['/kabar-117.html', '/%postname%.html'],
      ['/wulan/kabar-117/', '/%author%/%postname%/'],
      ['/berita/kabar-117/', '/berita/%postname%/'],
    ] as const)
      assert.equal(formOf(sample(117, path)), form)
  })

  it('is that of most posts, or none', () => {
    const [named, dated, other] = [sample(1, '/kabar-1/'), sample(2, '/2018/03/kabar-2/'), sample(3, '/lain/')]
    assert.equal(formOf(named, { ...named, id: '4' }, dated), '/%postname%/')
    assert.equal(formOf(named, dated), undefined)
    assert.equal(formOf(other), undefined)
    assert.equal(formOf(), undefined)
  })

  it('is not read off plain links', () => {
    assert.equal(formOf(sample(7, '/?p=7')), undefined)
  })

  it('sees slugs through their encoding', () => {
    assert.equal(formOf(sample(7, '/%E5%B0%8F%E7%B1%B3/', '%e5%b0%8f%e7%b1%b3')), '/%postname%/')
    assert.equal(formOf(sample(7, '/小米/', '%e5%b0%8f%e7%b1%b3')), '/%postname%/')
  })
})

describe('a slug', () => {
  it('is decoded, and left as it is where it cannot be', () => {
    assert.equal(decoded('%e5%b0%8f'), '小')
    assert.equal(decoded('%ff'), '%ff')
  })
})

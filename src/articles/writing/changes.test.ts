import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { type Content } from '#articles'
import { plainContent } from '#test/content.ts'
import { changesBetween } from './changes.ts'

const blocks = (before: string, after: string) => changesBetween(plainContent(before), plainContent(after)).blocks

describe('the changes that readers do not see yet', () => {
  it('name the parts that say something else', () => {
    const { parts } = changesBetween(plainContent('Satu.'), plainContent('Satu.', { title: 'Lain', topics: [1] }))
    assert.deepEqual(parts, ['title', 'topics'])
  })

  it('count a block once, whether it is changed, new or gone', () => {
    assert.equal(blocks('Satu.\n\nDua.\n\nTiga.', 'Satu.\n\nDua.\n\nTiga.'), 0)
    assert.equal(blocks('Satu.\n\nDua.\n\nTiga.', 'Satu.\n\nLain.\n\nTiga.'), 1)
    assert.equal(blocks('Satu.\n\nDua.', 'Baru.\n\nSatu.\n\nDua.'), 1)
    assert.equal(blocks('Satu.\n\nDua.\n\nTiga.', 'Tiga.'), 2)
  })

  it('leave out what no reader sees: how wide a picture file is', () => {
    const picture = (width: number): Content => ({
      ...plainContent(''),
      document: { type: 'doc', content: [{ type: 'image', attrs: { src: '/media/a.jpg', alt: 'Satu', width } }] },
    })
    assert.equal(changesBetween(picture(640), picture(1280)).blocks, 0)
  })

  it('count a text that would take too long to compare as written anew', () => {
    const [before, after] = ['Satu.\n\nDua.\n\nTiga.', 'Satu.\n\nTiga.\n\nDua.'].map((text) => plainContent(text))
    assert.ok(before && after)
    assert.equal(changesBetween(before, after, { left: 0 }).blocks, 3)
  })

  it('count all of a text that was made to be compared for minutes', () => {
    const text = Array.from({ length: 12_000 }, (_, place) => `Blok ${place}.`)
    assert.equal(blocks(text.join('\n\n'), text.toReversed().join('\n\n')), 12_000)
  })
})

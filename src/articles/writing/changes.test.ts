import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { type Content, readMarkdown } from '#articles'
import { changesBetween } from './changes.ts'

const saying = (markdown: string, more: Partial<Content> = {}): Content => ({
  title: 'Kabar',
  slug: 'kabar',
  summary: '',
  document: readMarkdown(markdown).document,
  sections: [],
  topics: [],
  bylines: [],
  sources: [],
  ...more,
})

const blocks = (before: string, after: string) => changesBetween(saying(before), saying(after)).blocks

describe('the changes that readers do not see yet', () => {
  it('name the parts that say something else', () => {
    const { parts } = changesBetween(saying('Satu.'), saying('Satu.', { title: 'Lain', topics: [1] }))
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
      ...saying(''),
      document: { type: 'doc', content: [{ type: 'image', attrs: { src: '/media/a.jpg', alt: 'Satu', width } }] },
    })
    assert.equal(changesBetween(picture(640), picture(1280)).blocks, 0)
  })

  it('count a text that would take too long to compare as written anew', () => {
    const [before, after] = ['Satu.\n\nDua.\n\nTiga.', 'Satu.\n\nTiga.\n\nDua.'].map((text) => saying(text))
    assert.ok(before && after)
    assert.equal(changesBetween(before, after, { left: 0 }).blocks, 3)
  })
})

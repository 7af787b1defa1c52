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

  it('count all of a text that was made to be compared for minutes', () => {
    const text = Array.from({ length: 12_000 }, (_, place) => `Blok ${place}.`)
    assert.equal(blocks(text.join('\n\n'), text.toReversed().join('\n\n')), 12_000)
  })
})

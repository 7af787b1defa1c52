import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import fc from 'fast-check'
import { readBlocks, type WpBlock } from './block-comments.ts'

const words = (parts: readonly (string | WpBlock)[]): string =>
  parts.map((part) => (typeof part === 'string' ? part : words(part.inner))).join('')

describe('block comments', () => {
  it('become a tree, with attributes', () => {
    assert.deepEqual(readBlocks('a<!-- wp:group {"x":{"y":1}} --><!-- wp:core/more /--><p>b</p><!-- /wp:group -->c'), [
      'a',
      { name: 'group', attributes: { x: { y: 1 } }, inner: [{ name: 'more', attributes: {}, inner: [] }, '<p>b</p>'] },
      'c',
    ])
  })

  it('of plug-ins keep their name space', () => {
    assert.deepEqual(readBlocks('<!-- wp:toko/harga /-->'), [{ name: 'toko/harga', attributes: {}, inner: [] }])
  })

  it('do no harm when they are broken', () => {
    const block = { name: 'a', attributes: {}, inner: ['x'] }
    assert.deepEqual(readBlocks('<!-- /wp:b --><!-- wp:a -->x'), [block])
    assert.deepEqual(readBlocks('<!-- wp:a {broken} -->x<!-- /wp:a -->'), [block])
    assert.deepEqual(readBlocks('<!-- wp:a -->x<!-- wp:b --><!-- /wp:a -->y'), [
      { ...block, inner: ['x', { name: 'b', attributes: {}, inner: [] }] },
      'y',
    ])
  })

  it('keep all words, whatever they stand between', () => {
    const piece = fc.constantFrom(
      '<!-- wp:group -->',
      '<!-- /wp:group -->',
      '<!-- wp:core/list {"a":1} -->',
      '<!-- /wp:list -->',
      '<!-- wp:more /-->',
      '<p>satu</p>',
      'dua ',
      '<!-- biasa -->',
    )
    fc.assert(
      fc.property(fc.array(fc.oneof(piece, fc.string({ maxLength: 12 })), { maxLength: 100 }), (pieces) => {
        const text = pieces.join('')
        assert.equal(words(readBlocks(text)), text.replace(/<!--\s+\/?wp:[a-z][^]*?-->/g, ''))
      }),
    )
  })
})

import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { readMarkdown } from '#articles'
import { quoteOf, quotesIn } from './note-place.ts'

const document = (markdown: string) => readMarkdown(markdown).document

describe('the place of a note', () => {
  const before = document('Satu.\n\nDua dan tiga.\n\n---\n\nSatu.')

  it('is found by the words that its block begins with', () => {
    const [, second, rule] = before.content
    assert.ok(second && rule)
    assert.equal(quoteOf(second), 'Dua dan tiga.')
    const after = document('Baru.\n\nSatu.\n\nKata lain, lalu Dua **dan** tiga.')
    assert.equal(quotesIn(after)({ block: 1, quote: quoteOf(second) }), 2)
    assert.equal(quotesIn(after)({ block: 2, quote: quoteOf(rule) }), null)
    assert.equal(quotesIn(before)({ block: 0, quote: quoteOf(rule) }), 2)
  })

  it('is the nearest of several that say the same', () => {
    assert.equal(quotesIn(before)({ block: 0, quote: 'Satu.' }), 0)
    assert.equal(quotesIn(before)({ block: 3, quote: 'Satu.' }), 3)
  })

  it('is nowhere once the words are gone, and there again when they come back', () => {
    assert.equal(quotesIn(document('Lain.'))({ block: 1, quote: 'Dua' }), null)
    assert.equal(quotesIn(before)({ block: null, quote: 'Dua' }), 1)
  })

  it('of a picture is found by what is said of it', () => {
    const image = { type: 'image', attrs: { src: '/media/a.webp', alt: 'Redmi Note 5' } }
    assert.equal(quoteOf(image), 'Redmi Note 5')
    assert.equal(quoteOf({ ...image, attrs: { src: '/media/a.webp', alt: '' } }), '/media/a.webp')
  })
})

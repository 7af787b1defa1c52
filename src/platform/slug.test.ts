import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import fc from 'fast-check'
import { idMaker } from './ids.ts'
import { slugOf } from './slug.ts'

describe('a slug', () => {
  it('is made of a title’s letters and digits', () => {
    assert.equal(slugOf('Xiaomi Mi 6: “Harga” & spesifikasi!'), 'xiaomi-mi-6-harga-spesifikasi')
    assert.equal(slugOf('Pokémon GO’s café'), 'pokemon-gos-cafe')
    assert.equal(slugOf('小米 进入美国'), '小米-进入美国')
    assert.equal(slugOf('***'), '')
  })

  it('stands in an address as it is, and is its own slug', () =>
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 200 }), (title) => {
        const slug = slugOf(title)
        assert.doesNotMatch(slug, /[\s/?#\\]|^-|-$|--/)
        assert.equal(slugOf(slug), slug)
      }),
    ))
})

describe('an id', () => {
  it('is new, larger than those before it, and a whole number a double can hold', () => {
    const newId = idMaker(() => Date.UTC(2088, 11, 31))
    const ids = Array.from({ length: 10_000 }, newId)
    assert.ok(ids.every((id, index) => Number.isSafeInteger(id) && id > (ids[index - 1] ?? 0)))
  })
})

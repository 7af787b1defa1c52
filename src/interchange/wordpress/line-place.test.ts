import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import fc from 'fast-check'
import { linePlace } from './line-place.ts'

describe('the line of a place', () => {
  it('is one more than the line ends before it, in whatever order the places are asked for', () => {
    const text = fc.string({ unit: fc.constantFrom('a', '\n'), maxLength: 12 })
    fc.assert(
      fc.property(fc.array(text, { maxLength: 5 }), text, fc.array(fc.nat(11)), (pieces, last, places) => {
        const place = linePlace()
        for (const piece of [...pieces, last]) place.add(piece)
        const before = pieces.join('')
        for (const index of places.filter((index) => index <= last.length)) {
          const expected = (before + last.slice(0, index)).split('\n').length
          assert.equal(place.line(before.length + index), expected)
        }
      }),
    )
  })
})

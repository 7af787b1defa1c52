import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import fc from 'fast-check'
import { outline } from './outline.ts'

const shown = (written: readonly number[]) => {
  const level = outline()
  return written.map((one) => level(one))
}

describe('the outline of a document', () => {
  it('closes the gaps and keeps siblings beside each other', () => {
    assert.deepEqual(shown([2, 3, 2, 3, 4]), [2, 3, 2, 3, 4])
    assert.deepEqual(shown([4, 4, 2, 4, 4, 3]), [2, 2, 2, 3, 3, 3])
  })

  it('never goes down more than one level at once', () => {
    const levels = fc.array(fc.integer({ min: 2, max: 4 }), { maxLength: 30 })
    fc.assert(
      fc.property(levels, (written) => {
        const all = [1, ...shown(written)]
        assert.ok(all.every((level, index) => level <= (all[index - 1] ?? 1) + 1))
      }),
    )
  })
})

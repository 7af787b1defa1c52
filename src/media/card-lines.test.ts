import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import fc from 'fast-check'
import { evenLines, setHeadline, drawableWords } from './card-lines.ts'

const words = fc.array(fc.double({ min: 0.1, max: 12, noNaN: true }), { minLength: 1, maxLength: 30 })
/** Also control characters and halves of letters. */
const text = fc
  .array(fc.integer({ min: 0, max: 0x10ffff }), { maxLength: 120 })
  .map((points) => String.fromCodePoint(...points))
const measured = (widths: readonly number[]) => ({ words: widths.map(String), widths, space: 0.25 })
const place = { width: 1056, height: 356, mostLines: 4 }

describe('the lines of a headline', () => {
  it('hold every word once, in its order, and are as few as the room allows', () => {
    fc.assert(
      fc.property(words, fc.double({ min: 12, max: 40, noNaN: true }), (widths, room) => {
        const lines = evenLines(measured(widths), room)
        assert.deepEqual(lines.flat(), [...widths.keys()])
        for (const line of lines) {
          const used = line.reduce((sum, index) => sum + (widths[index] ?? 0), (line.length - 1) * 0.25)
          assert.ok(used <= room + 1e-6)
        }
        // Two neighbours that fit into one line would be one line too many.
        const total = widths.reduce((sum, width) => sum + width + 0.25, 0)
        assert.ok(lines.length <= Math.max(1, Math.ceil((2 * total) / room)))
      }),
    )
  })

  it('are even', () => {
    assert.deepEqual(evenLines(measured([3, 3, 3, 3]), 10), [
      [0, 1],
      [2, 3],
    ])
  })

  it('are larger the less they say, and never more than their place takes', () => {
    const sizeOf = (count: number) => setHeadline(measured(Array(count).fill(3)), place)
    assert.ok(sizeOf(2).size > sizeOf(12).size && sizeOf(12).size > sizeOf(24).size)
    assert.equal(sizeOf(60).lines.length, 4)
    assert.match(sizeOf(90).lines.at(-1) ?? '', / …$/)
  })
})

describe('the words of a card', () => {
  it('are no longer than a line and hold nothing that cannot be seen', () => {
    fc.assert(
      fc.property(text, (written) => {
        for (const word of drawableWords(written)) {
          assert.doesNotMatch(word, /[\p{Cc}\p{Cf}\s]/u)
          assert.ok(word !== '' && Array.from(word).length <= 26 && word.isWellFormed())
        }
      }),
    )
  })

  it('end with a word when there are too many', () => {
    assert.deepEqual(drawableWords(`${'Xiaomi '.repeat(40)}`).slice(-2), ['Xiaomi', '…'])
  })
})

import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import fc from 'fast-check'
import { documentOf, paragraph } from '#test/documents.ts'
import { documentText, type Filled, isSame, textOf } from '../../src/newsroom/browser/editor/keeping/filled.ts'

const anyFilled: fc.Arbitrary<Filled> = fc.record({
  fields: fc.dictionary(fc.string(), fc.array(fc.string())),
  document: fc.array(fc.string({ minLength: 1 }).map((text) => paragraph(text))).map((blocks) => documentOf(...blocks)),
})

describe('what is filled in on a page', () => {
  it('is written out as JSON would be, also the second time', () =>
    fc.assert(
      fc.property(anyFilled, (filled) => {
        for (let time = 0; time < 2; time += 1) assert.equal(textOf(filled), JSON.stringify(filled))
        assert.equal(documentText(filled), JSON.stringify(filled.document))
      }),
    ))

  it('is the same as its copy, and another once a block is', () =>
    fc.assert(
      fc.property(anyFilled, (filled) => {
        const copy = structuredClone(filled)
        assert.ok(isSame(filled, copy))
        copy.document.content.push(paragraph('lagi'))
        assert.ok(!isSame(filled, copy))
        assert.ok(!isSame(copy, filled))
      }),
    ))
})

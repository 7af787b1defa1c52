import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import fc from 'fast-check'
import { documentOf, paragraph } from '#test/documents.ts'
import {
  differenceOf,
  documentText,
  type Filled,
  isSame,
  textOf,
} from '../../src/newsroom/browser/editor/keeping/filled.ts'
import { chosen, mergeFilled, mustAsk } from '../../src/newsroom/browser/editor/keeping/merge-filled.ts'

const anyFilled: fc.Arbitrary<Filled> = fc.record({
  fields: fc.dictionary(fc.string(), fc.array(fc.string())),
  document: fc.array(fc.string({ minLength: 1 }).map((text) => paragraph(text))).map((blocks) => documentOf(...blocks)),
})

const filled = (title: string, ...lines: string[]): Filled => ({
  fields: { title: [title], topics: ['Xiaomi, Ekspansi'] },
  document: { type: 'doc', content: lines.map((text) => ({ type: 'paragraph', content: [{ type: 'text', text }] })) },
})

describe('what is filled in', () => {
  it('is the same whatever blanks stand around it and however attributes are ordered', () => {
    const image = (attrs: Record<string, unknown>): Filled => ({
      fields: {},
      document: { type: 'doc', content: [{ type: 'image', attrs }] },
    })
    assert.ok(isSame(image({ src: 'a', alt: 'b' }), image({ alt: 'b', src: 'a' })))
    assert.ok(isSame(filled('Kabar'), { ...filled(' Kabar\n'), document: filled('').document }))
    assert.ok(!isSame(filled('Kabar', 'satu'), filled('Kabar', 'dua')))
  })

  it('differs by so many blocks, fields and words', () => {
    assert.deepEqual(differenceOf(filled('a', 'satu dua tiga', 'x'), filled('b', 'satu', 'x')), {
      blocks: 1,
      fields: 1,
      words: 2,
    })
  })

  it('is joined field by field, and asked where both have changed one', () => {
    const base = filled('awal', 'satu')
    const mine = { ...filled('punya saya', 'satu'), fields: { title: ['punya saya'], topics: ['Xiaomi'] } }
    const theirs = filled('punya dia', 'satu', 'dua')
    const merging = mergeFilled({ base, mine, theirs })
    assert.ok(mustAsk(merging))
    assert.deepEqual(merging.askedFields, [{ name: 'title', mine: ['punya saya'], theirs: ['punya dia'] }])
    assert.deepEqual(chosen(merging, ['theirs']), {
      fields: { title: ['punya dia'], topics: ['Xiaomi'] },
      document: filled('', 'satu', 'dua').document,
    })
  })

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

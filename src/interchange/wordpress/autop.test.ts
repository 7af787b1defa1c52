import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import fc from 'fast-check'
import { paragraphs } from './autop.ts'

describe('the paragraph rules', () => {
  it('part paragraphs at blank lines and break lines at single ones', () => {
    assert.equal(paragraphs('satu\r\n \r\ndua\ntiga\n\n\n'), '<p>satu</p>\n<p>dua<br>\ntiga</p>')
  })

  it('let block elements stand by themselves', () => {
    assert.equal(
      paragraphs('satu <b>dua</b>\n<h2>Judul</h2>\ntiga'),
      '<p>satu <b>dua</b></p>\n<h2>Judul</h2>\n<p>tiga</p>',
    )
  })

  it('keep all words in their order', () => {
    const piece = fc.constantFrom(
      'satu',
      ' dua',
      '\n',
      '\n\n',
      '<p>',
      '</p>',
      '<div>',
      '<pre>',
      '</pre>',
      '<hr>',
      '&',
      '$1',
    )
    fc.assert(
      fc.property(fc.array(fc.oneof(piece, fc.string({ maxLength: 8 })), { maxLength: 60 }), (pieces) => {
        const text = pieces.join('')
        assert.equal(wordsOf(paragraphs(text)), wordsOf(text))
      }),
    )
  })
})

const wordsOf = (text: string): string => text.replace(/<\/?(?:p|br|x-block)\b[^<>]*>|\s/g, '')

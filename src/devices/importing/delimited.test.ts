import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import fc from 'fast-check'
import { delimitedLines, separatorOf } from './delimited.ts'

const cells = (text: string, separator = ',', hasQuotes = true) =>
  [...delimitedLines(text, separator, hasQuotes)].map((line) => line.cells)

describe('separated values', () => {
  it('may hold separators, line ends and quotation marks in quotes', () =>
    assert.deepEqual(cells('a,"b, ""c""\nd"\r\n"",e\n'), [
      ['a', 'b, "c"\nd'],
      ['', 'e'],
    ]))

  it('know their line, also after a cell of several', () =>
    assert.deepEqual(
      [...delimitedLines('a\n"b\nc"\n\nd', ',', true)].map(({ number }) => number),
      [1, 2, 5],
    ))

  it('take a quotation mark for itself where there are no quotes, or where none opens a cell', () => {
    assert.deepEqual(cells('AOpen\tRK 10" Base', '\t', false), [['AOpen', 'RK 10" Base']])
    assert.deepEqual(cells('RK 10" Base,x'), [['RK 10" Base', 'x']])
    assert.deepEqual(cells('"open,x'), [['open,x']])
  })

  it('are what was written, whatever that was', () =>
    fc.assert(
      fc.property(fc.array(fc.array(fc.string({ minLength: 1 }), { minLength: 1 }), { minLength: 1 }), (rows) => {
        const kept = rows.map((row) => row.map((cell) => `x${cell.replace(/[\0\r]/g, '').trim()}x`))
        const text = kept.map((row) => row.map((cell) => `"${cell.replaceAll('"', '""')}"`).join(';')).join('\n')
        assert.deepEqual(cells(text, ';'), kept)
      }),
    ))

  it('tell their separator', () =>
    assert.deepEqual(
      ['a,b;c,d', 'a;b', 'a\tb'].map((text) => separatorOf(text)),
      [',', ';', '\t'],
    ))
})

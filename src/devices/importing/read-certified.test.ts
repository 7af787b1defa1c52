import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import fc from 'fast-check'
import { readCertified } from './read-certified.ts'

const list = (...rows: string[][]) =>
  readCertified(['brand\tname\tdevice\tmodel', ...rows.map((row) => row.join('\t'))].join('\n'))

describe('the list of certified devices', () => {
  it('is a device for each brand and name, with all its codes, and a code for each device that carries it', () => {
    const { records } = list(
      ['Redmi', 'Redmi Note 9', 'merlin', 'M2003J15SC'],
      ['REDMI', 'Note 9', 'merlinnfc', 'M2003J15SG'],
      ['Redmi', 'Redmi 10X 4G', 'merlin', 'M2003J15SC'],
    )
    assert.deepEqual(
      records.map(({ name, codes, names }) => [name, codes.map(({ code }) => code), names.map(({ words }) => words)]),
      [
        ['Note 9', ['M2003J15SC', 'M2003J15SG'], ['merlin', 'merlinnfc']],
        ['10X 4G', ['M2003J15SC'], ['merlin']],
      ],
    )
  })

  it('names a device without a name by its code, and refuses one without a brand', () => {
    const { records, problems } = list(
      ['Acer', '', 'C6', 'Acer E320'],
      ['', 'MediaPad 7', 'hws', 'M7'],
      ['AOpen', '10" Base', 'x', ''],
    )
    assert.deepEqual(
      records.map(({ name }) => name),
      ['E320', '10" Base'],
    )
    assert.deepEqual(
      problems.map(({ where, what }) => [where, what]),
      [['line 3', '"MediaPad 7" has no brand']],
    )
  })

  it('is read or refused, whatever it holds', () =>
    fc.assert(
      fc.property(
        fc.string({ unit: fc.constantFrom('a', '1', '\t', '\n', '"', '\0', ' ') }),
        (text) => void readCertified(text),
      ),
    ))
})

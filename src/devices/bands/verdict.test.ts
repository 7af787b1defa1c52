import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import type { Radio } from '../tables.ts'
import { type CarrierBand, verdictOf } from './verdict.ts'

/** `1! 3 8` are bands, `!` behind those that matter. */
const sent = (radio: Radio, bands: string): CarrierBand[] =>
  bands.split(' ').map((word) => ({ radio, band: Number.parseInt(word, 10), isCore: word.endsWith('!') }))
const received = (bands: Partial<Record<Radio, number[]>>) =>
  new Map(Object.entries(bands).map(([radio, all]): [Radio, Set<number>] => [radio as Radio, new Set(all)])) // oxlint-disable-line typescript/no-unsafe-type-assertion -- the keys of the type

describe('whether a device works with a carrier', () => {
  const cases: [string, string, number[], string][] = [
    ['good with all that matter and three in five', '3! 8! 1 40 5', [3, 8, 1], 'good'],
    ['limited with all that matter and fewer', '3! 8! 1 40 5', [3, 8], 'limited'],
    ['limited without one that matters', '3! 8! 1 40', [3, 1, 40], 'limited'],
    ['no without any that matters', '3! 8! 1 40', [1, 40], 'no'],
    ['no without any at all where none is said to matter', '1 40', [7], 'no'],
    ['good with all where none is said to matter', '1 40', [1, 40], 'good'],
  ]
  for (const [name, bands, has, verdict] of cases)
    it(`is ${name}`, () => assert.equal(verdictOf(sent('lte', bands), received({ lte: has })).verdict, verdict))

  it('is not known where nobody says what it receives on a radio that matters', () => {
    const bands = [...sent('lte', '3! 8!'), ...sent('gsm', '900')]
    assert.deepEqual(verdictOf(bands, received({ gsm: [900] })), { verdict: 'unknown', missing: [], unknown: ['lte'] })
    assert.equal(verdictOf(bands, received({})).verdict, 'unknown')
    assert.equal(verdictOf([], received({ lte: [3] })).verdict, 'unknown')
  })

  it('does not hang on a radio that is not known and does not matter, and names it', () => {
    const bands = [...sent('lte', '3! 8!'), ...sent('nr', '78')]
    assert.deepEqual(verdictOf(bands, received({ lte: [3, 8] })), { verdict: 'good', missing: [], unknown: ['nr'] })
  })

  it('tells the bands that are missing', () => {
    const { missing } = verdictOf(sent('lte', '3! 8! 40'), received({ lte: [3] }))
    assert.deepEqual(
      missing.map(({ band, isCore }) => [band, isCore]),
      [
        [8, true],
        [40, false],
      ],
    )
  })
})

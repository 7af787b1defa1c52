import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import type { ProvenanceKind } from '../tables.ts'
import { resolve, type Saying } from './resolve.ts'

let made = 0
const saying = (kind: ProvenanceKind, number: number, more: Partial<Saying> = {}): Saying => ({
  name: 'battery',
  values: [{ number, raw: `${number}` }],
  provenance: { id: (made += 1), kind, name: kind, url: '' },
  asOf: 0,
  isPinned: false,
  ...more,
})
const battery = (sayings: Saying[], variant?: number) => resolve(sayings, variant).get('battery')
const numberOf = (sayings: Saying[], variant?: number) => battery(sayings, variant)?.values[0]?.number

describe('what counts of what sources say', () => {
  it('is what the maker says before a register, a test, an editor, a shop and a data set', () => {
    const kinds: ProvenanceKind[] = ['dataset', 'retailer', 'editor', 'test', 'register', 'maker']
    kinds.forEach((_, last) => {
      const said = kinds.slice(0, last + 1).map((kind, index) => saying(kind, index))
      assert.equal(numberOf(said), last)
      assert.equal(numberOf(said.toReversed()), last)
    })
  })

  it('is what an editor pinned before everything', () =>
    assert.equal(numberOf([saying('maker', 1), saying('dataset', 2, { isPinned: true })]), 2))

  it('is the newest among equals', () =>
    assert.equal(numberOf([saying('maker', 1, { asOf: 5 }), saying('maker', 2, { asOf: 4 })]), 1))

  it('is of a variant what is said of it, and of all only what is said of all', () => {
    const said = [saying('maker', 1), saying('dataset', 2, { variant: 7 }), saying('maker', 3, { variant: 8 })]
    assert.equal(numberOf(said), 1)
    assert.equal(numberOf(said, 7), 2)
  })

  it('tells who says something else, and nobody who says the same in other words', () => {
    const said = [
      saying('maker', 1),
      saying('dataset', 1, { values: [{ number: 1, raw: 'one' }] }),
      saying('editor', 2),
    ]
    assert.deepEqual(
      battery(said)?.others.map(({ provenance }) => provenance.kind),
      ['editor'],
    )
  })
})

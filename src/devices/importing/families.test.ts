import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { familiesOf } from './families.ts'

describe('the families of a brand', () => {
  it('are the longest leading words that three of its devices share', () => {
    const names = [
      'Galaxy S8',
      'Galaxy S9+',
      'Galaxy S20 FE',
      'Galaxy Note 3',
      'Galaxy Note 10.1',
      'Galaxy Note FE',
      'Gear',
    ]
    assert.deepEqual(
      [...familiesOf(names)],
      [
        ['Galaxy S8', 'Galaxy S'],
        ['Galaxy S9+', 'Galaxy S'],
        ['Galaxy S20 FE', 'Galaxy S'],
        ['Galaxy Note 3', 'Galaxy Note'],
        ['Galaxy Note 10.1', 'Galaxy Note'],
        ['Galaxy Note FE', 'Galaxy Note'],
      ],
    )
  })

  it('are none of two, none of letters alone, and none of one device that is spelt in three ways', () => {
    for (const names of [
      ['Mi 8', 'Mi 9'],
      ['P20', 'P30', 'P40'],
      ['Redmi Note 4', 'redmi note 4', 'Redmi-Note 4'],
    ])
      assert.deepEqual([...familiesOf(names)], [])
  })

  it('are spelt as the first is', () =>
    assert.deepEqual(new Set(familiesOf(['Moto G4', 'moto G5', 'MOTO G6']).values()), new Set(['Moto G'])))
})

import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import fc from 'fast-check'
import { both, merge, type Stretch } from '../../src/newsroom/browser/editor/keeping/merge.ts'

const lettersIn = (text: string): string[] => text.split('')
/** Few letters, so that equal blocks stand in many places. */
const letters = lettersIn('abcdefgh')
const text = fc.array(fc.constantFrom(...letters), { maxLength: 9 })
const keyOf = (letter: string) => letter
const merged = (base: string, mine: string, theirs: string) =>
  merge({ base: lettersIn(base), mine: lettersIn(mine), theirs: lettersIn(theirs) }, keyOf)
const shown = (stretches: Stretch<string>[]) =>
  stretches
    .map((one) => (one.kind === 'sure' ? one.items.join('') : `[${one.mine.join('')}|${one.theirs.join('')}]`))
    .join('')
/** What somebody does with a block: new ones are theirs alone, but for what both write alike. */
const deed = fc.constantFrom('leave', 'leave', 'leave', 'takeOut', 'change', 'putIn', 'putInAlike', 'changeAlike')
function written(what: string, index: number, who: string): string[] {
  const here = `${index}`
  if (what === 'leave') return [here]
  if (what === 'takeOut') return []
  if (what === 'change') return [`${here}${who}`]
  if (what === 'changeAlike') return [`${here}alike`]
  return [here, what === 'putIn' ? `${here}${who}` : `${here}alike`]
}
const count = (items: readonly string[], letter: string) => items.filter((one) => one === letter).length
const sideOf = (stretches: Stretch<string>[], side: 'mine' | 'theirs') =>
  stretches.flatMap((one) => (one.kind === 'sure' ? one.items : one[side]))

describe('two states of one text', () => {
  const cases: [what: string, base: string, mine: string, theirs: string, result: string][] = [
    ['different blocks', 'abc', 'xbc', 'aby', 'xby'],
    ['neighbours', 'abcd', 'axcd', 'abyd', 'axyd'],
    ['several against one', 'abcd', 'axyd', 'abzd', 'ax[y|z]d'],
    ['the same block', 'abc', 'axc', 'ayc', 'a[x|y]c'],
    ['the same block in the same way', 'abc', 'axc', 'axc', 'axc'],
    ['a block that the other took out', 'abc', 'axc', 'ac', 'a[x|]c'],
    ['what both put in at one place', 'ab', 'axyb', 'axzb', 'axzyb'],
    ['what one took out and the other left', 'abc', 'ac', 'abc', 'ac'],
    ['everything', '', 'abc', '', 'abc'],
  ]
  for (const [what, base, mine, theirs, result] of cases)
    it(`are joined where they changed ${what}`, () => assert.equal(shown(merged(base, mine, theirs)), result))

  it('give what one side made when the other made nothing, and what both made once', () => {
    fc.assert(
      fc.property(text, text, (base, one) => {
        for (const sides of [
          { base, mine: one, theirs: base },
          { base, mine: base, theirs: one },
          { base, mine: one, theirs: one },
        ])
          assert.deepEqual(merge(sides, keyOf), one.length === 0 ? [] : [{ kind: 'sure', items: one }])
      }),
    )
  })

  it('lose nothing that either side has written, keep its order, and bring nothing back', () => {
    fc.assert(
      fc.property(fc.array(fc.tuple(deed, deed), { minLength: 1, maxLength: 9 }), (deeds) => {
        const base = deeds.map((_, index) => `${index}`)
        const mine = deeds.flatMap(([one], index) => written(one, index, 'm'))
        const theirs = deeds.flatMap(([, other], index) => written(other, index, 't'))
        const stretches = merge({ base, mine, theirs }, keyOf)
        for (const [side, all, other] of [
          ['mine', mine, theirs],
          ['theirs', theirs, mine],
        ] as const) {
          const result = sideOf(stretches, side)
          const lost = all.filter((one) => !base.includes(one) && !result.includes(one))
          assert.deepEqual(lost, [], `lost of ${side}`)
          assert.equal(new Set(result).size, result.length, 'something stands there twice')
          const order = result.filter((one) => all.includes(one))
          assert.deepEqual(
            order,
            all.filter((one) => order.includes(one)),
          )
          const back = result.filter((one) => !all.includes(one) && !other.includes(one))
          assert.deepEqual(back, [], 'what both took out came back')
          const missing = base.filter((one) => mine.includes(one) && theirs.includes(one) && !result.includes(one))
          assert.deepEqual(missing, [], 'what both left is gone')
        }
      }),
      { numRuns: 3000 },
    )
  })

  it('hold all of both when both are wanted, and what they share once', () => {
    fc.assert(
      fc.property(text, text, (one, other) => {
        const all = both(one, other, keyOf)
        for (const letter of letters)
          assert.ok(count(all, letter) >= Math.max(count(one, letter), count(other, letter)))
        assert.ok(all.length <= one.length + other.length)
      }),
    )
    assert.deepEqual(both(['a', 'b'], ['a', 'c'], keyOf), ['a', 'b', 'c'])
  })
})

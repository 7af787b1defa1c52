import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { markupOf } from '#platform/html.ts'
import { area, choice, field } from './fields-view.ts'

const asking = { say: (key: string) => key, entered: {}, wrong: {} } as unknown as Parameters<typeof field>[0] // oxlint-disable-line typescript/no-unsafe-type-assertion -- all that a field asks of it

describe('the hint of a field', () => {
  const facts = { name: 'about', hint: 'In two lines.' }
  for (const [what, view] of [
    ['one line', field(asking, facts)],
    ['several lines', area(asking, facts)],
    ['a choice', choice(asking, { ...facts, options: [] })],
  ] as const)
    it(`is read out with ${what}`, async () => {
      const markup = await markupOf(view)
      assert.match(markup, /<(input|textarea|select)[^>]+aria-describedby="hint-about"/)
      assert.match(markup, /id="hint-about">In two lines\./)
    })
})

describe('a field that is wrong', () => {
  const wrong = { ...asking, wrong: { about: 'not filled in yet' } }
  const facts = { name: 'about', hint: 'In two lines.' }
  for (const [what, view] of [
    ['one line', field(wrong, facts)],
    ['several lines', area(wrong, facts)],
    ['a choice', choice(wrong, { ...facts, options: [] })],
  ] as const)
    it(`says so at ${what}, to who hears it, too`, async () => {
      const markup = await markupOf(view)
      assert.match(
        markup,
        /<(input|textarea|select)[^>]+aria-describedby="hint-about wrong-about"\s+aria-invalid="true"/,
      )
      assert.match(markup, /class="wrong" id="wrong-about">not filled in yet</)
    })

  it('is no other of the same form', async () => {
    assert.doesNotMatch(await markupOf(field(wrong, { name: 'slug' })), /wrong|aria-invalid/)
  })
})

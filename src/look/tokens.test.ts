import assert from 'node:assert/strict'
import { readFile } from 'node:fs/promises'
import { describe, it } from 'node:test'
import { contrast, contrastsOf, faintPairs, leastContrast, ratioInWords } from './contrast.ts'
import { changedProperties, propertiesOf, schemes, usualColours } from './tokens.ts'

describe('the tokens', () => {
  it('are usually those of the style sheet', async () => {
    const sheet = (await readFile(new URL('css/tokens.css', import.meta.url), 'utf8')).replaceAll(/\s+/g, ' ')
    for (const [name, value] of propertiesOf({})) assert.ok(sheet.includes(`${name}: ${value};`), `${name}: ${value}`)
  })

  it('name only what is not as usual', () => {
    assert.deepEqual(changedProperties({ light: { ink: usualColours.light.ink }, text: 'usual' }), [])
    assert.deepEqual(changedProperties({ dark: { accent: '#ffffff' }, measure: 44 }), [
      ['--accent', 'light-dark(#9a2a14, #ffffff)'],
      ['--measure', '44rem'],
    ])
  })
})

describe('contrast', () => {
  it('is 21 between black and white, 1 between the same, whichever comes first', () => {
    assert.equal(contrast('#000000', '#ffffff'), 21)
    assert.equal(contrast('#777777', '#777777'), 1)
    assert.equal(ratioInWords(contrast('#ffffff', '#777777')), '4.47')
    assert.equal(ratioInWords(4.4999), '4.49')
  })

  it('is enough wherever text usually stands', () => {
    assert.equal(contrastsOf({}).length, schemes.length * 6)
    assert.deepEqual(faintPairs({}), [])
    assert.deepEqual(
      faintPairs({ dark: { quiet: '#55524c' } }).map(({ scheme, text, ground }) => [scheme, text, ground]),
      [
        ['dark', 'quiet', 'paper'],
        ['dark', 'quiet', 'surface'],
      ],
    )
    assert.ok(leastContrast === 4.5)
  })
})

import assert from 'node:assert/strict'
import { readFile } from 'node:fs/promises'
import { describe, it } from 'node:test'
import { colours } from './colours.ts'

describe('the colours of what is drawn', () => {
  it('are those of the style sheet in the light', async () => {
    const tokens = await readFile(new URL('css/tokens.css', import.meta.url), 'utf8')
    for (const [name, colour] of Object.entries(colours))
      assert.equal(new RegExp(`--${name}: light-dark\\((#\\w+),`).exec(tokens)?.[1], colour, name)
  })
})

import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { gzipSync } from 'node:zlib'
import { readAssets } from '#look/assets.ts'

/** In bytes. What a writer waits for once; a browser keeps it for ever. */
const most = 200_000

describe('the script of the editor', () => {
  it(`weighs at most ${most} bytes compressed, and nothing of the program is in it`, async () => {
    const assets = readAssets()
    const script = await assets.read(assets.address('editor.js').replace('/assets/', ''))
    assert.ok(script !== undefined, 'it is not built')
    assert.ok(gzipSync(script).length <= most, `it weighs ${gzipSync(script).length} bytes`)
    assert.doesNotMatch(script, /ZodError|sanitize-html|allowedSchemes/)
  })
})

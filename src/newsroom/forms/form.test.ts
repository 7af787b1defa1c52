import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import fc from 'fast-check'
import { onwardField, readForm } from './form.ts'

const site = 'https://gawai.example'
const sign = fc.constantFrom(
  '/',
  '//',
  '\\',
  '.',
  '..',
  '%2e',
  '%2E%2e',
  '%2f',
  '%5c',
  '?',
  '#',
  '@',
  ':',
  '\t',
  '\n',
  'a',
  ' ',
)
const path = fc.oneof(
  fc.array(sign).map((signs) => `/newsroom/${signs.join('')}`),
  fc.array(sign).map((signs) => signs.join('')),
  fc.webUrl(),
  fc.string(),
)

describe('where somebody goes on', () => {
  it('is a page of the newsroom on this site, as a browser reads it', () => {
    fc.assert(
      fc.property(path, (given) => {
        const onward = onwardField.parse(given)
        if (onward === undefined) return
        // As the front desk does: the path of it, which the browser joins to the site again.
        const there = new URL(onward, site)
        const { origin, pathname } = new URL(there.pathname + there.search + there.hash, site)
        assert.equal(origin, site)
        assert.match(pathname, /^\/newsroom\//)
      }),
      { numRuns: 2000 },
    )
  })

  it('is whatever page somebody asked for before', () => {
    for (const asked of [
      '/newsroom/',
      '/newsroom/people/17/',
      '/newsroom/people/?name=Ayu%20P&id=3',
      '/newsroom/audit/?before=3',
    ])
      assert.equal(onwardField.parse(asked), asked)
  })
})

describe('a form', () => {
  it('is read as it was written: one value, or several of the same name in their order, if it says its length or not', async () => {
    const text = fc.string({ unit: 'grapheme' }).filter((value) => !/\0|[\r\n]/.test(value))
    await fc.assert(
      fc.asyncProperty(fc.array(fc.tuple(text, text)), fc.boolean(), async (pairs, isMeasured) => {
        const body = new URLSearchParams(pairs)
        const headers = isMeasured ? { 'content-length': String(body.toString().length) } : {}
        const request = new Request(site, { method: 'POST', body, headers })
        const held = await readForm(request, 1_000_000)
        const names = new Set(pairs.map(([name]) => name))
        assert.deepEqual(new Set(Object.keys(held)), names)
        for (const name of names)
          assert.deepEqual(
            [held[name]].flat(),
            pairs.filter(([key]) => key === name).map(([, value]) => value),
          )
      }),
    )
  })
})

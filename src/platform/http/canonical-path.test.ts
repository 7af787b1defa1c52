import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import fc from 'fast-check'
import { canonicalPath, plainForm } from './canonical-path.ts'

describe('the one spelling of an address', () => {
  it('is the same for every way to write it', () => {
    for (const written of ['/caf%c3%a9/', '/caf%C3%A9/', '/café/', '/cafe\u0301/'])
      assert.equal(canonicalPath(written), '/caf%C3%A9/', written)
    assert.equal(canonicalPath('/a//b///c'), '/a/b/c')
    assert.equal(canonicalPath('/%7Etono/'), '/~tono/')
  })

  it('does not exist for what could mean another place', () => {
    for (const bad of [
      '/a/../b',
      '/%2e%2e/x',
      '/a%2fb',
      '/a%5cb',
      '/a\\b',
      '/%00',
      '/%0a',
      '/%zz',
      '/%ff',
      'a',
      '/.',
      '/a/.',
    ])
      assert.equal(canonicalPath(bad), undefined, bad)
  })

  it('stays as it is once it is spelled so', () =>
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 40 }), (text) => {
        const once = canonicalPath(`/${text}`)
        if (once !== undefined) assert.equal(canonicalPath(once), once)
      }),
    ))

  it('keeps the number of WordPress’s plain form and nothing else of its query', () => {
    assert.equal(plainForm('/?p=17&utm_source=x'), '/?p=17')
    assert.equal(plainForm('/?utm_source=x&page_id=4#top'), '/?p=4')
    for (const other of ['/?p=', '/?px=3', '/a/?p=3', '/?q=p=3', '/?p=1e5'])
      assert.equal(plainForm(other), undefined, other)
  })
})

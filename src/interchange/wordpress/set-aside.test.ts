import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import fc from 'fast-check'
import { setAside } from './set-aside.ts'

function split(text: string): { rest: string; aside: string[] } {
  const aside: string[] = []
  return { rest: setAside(text, (element) => `{${aside.push(element) - 1}}`), aside }
}

describe('elements set aside', () => {
  it('are whole, whatever stands in them', () => {
    assert.deepEqual(split('a<pre class="x">b <script> c</pre >d<SCRIPT>e</script>'), {
      rest: 'a{0}d{1}',
      aside: ['<pre class="x">b <script> c</pre >', '<SCRIPT>e</script>'],
    })
  })

  it('are closed; what is not stays', () => {
    assert.deepEqual(split('a<pre>b<prelude></prelude>'), { rest: 'a<pre>b<prelude></prelude>', aside: [] })
  })

  it('come back as they were', () => {
    const piece = fc.constantFrom('<pre>', '</pre>', '<style>', '</style>', '<script', '>', 'a', '\n\n')
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 40 }), (pieces) => {
        const text = pieces.join('')
        const { rest, aside } = split(text)
        assert.equal(
          rest.replace(/\{(\d+)\}/g, (_, at: string) => aside[Number(at)] ?? ''),
          text,
        )
      }),
    )
  })
})

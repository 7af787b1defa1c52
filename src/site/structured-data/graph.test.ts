import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import fc from 'fast-check'
import { markupOf } from '#platform/html.ts'
import { graphElement } from './graph.ts'

describe('a graph of structured data', () => {
  it('gives every text back, and no text can end or hide its element', async () => {
    const words = fc.oneof(
      fc.string({ unit: 'binary' }),
      fc.constantFrom('</script>', '<!--<script>', ']]>', '\u2028', '\ud800', '\\u003c'),
    )
    await fc.assert(
      fc.asyncProperty(words, async (headline) => {
        const markup = await markupOf(graphElement([{ '@type': 'NewsArticle', headline }]))
        const inner = markup.slice('<script type="application/ld+json">'.length, -'</script>'.length)
        assert.ok(!inner.includes('<'))
        assert.deepEqual((JSON.parse(inner) as { '@graph': unknown })['@graph'], [{ '@type': 'NewsArticle', headline }])
      }),
    )
  })
})

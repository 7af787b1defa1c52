import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import fc from 'fast-check'
import { markupOf } from '#platform/html.ts'
import { readXml } from '#test/xml.ts'
import { cdata, xml, xmlText } from './xml.ts'

const words = fc.oneof(
  fc.string({ unit: 'binary' }),
  fc
    .array(
      fc.constantFrom(
        ']]>',
        ']',
        '>',
        '<![CDATA[',
        '<!--',
        '</a>',
        '&',
        '&lt;',
        '"',
        "'",
        '\ud800',
        '\u0000',
        '\ufffe',
        'a',
      ),
    )
    .map((parts) => parts.join('')),
)

describe('a text in XML', () => {
  it('comes back as it was, without what XML cannot hold, whichever way it is written', async () => {
    await fc.assert(
      fc.asyncProperty(words, async (text) => {
        const fit = xmlText(text)
        const document = await markupOf(xml`<a b="${fit}"><c>${fit}</c><d>${cdata(fit)}</d></a>`)
        const { attributes, children } = readXml(document)
        assert.deepEqual([attributes['b'], ...children.map((child) => child.text)], [fit, fit, fit])
      }),
    )
  })
})

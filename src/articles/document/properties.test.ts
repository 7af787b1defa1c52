import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import fc from 'fast-check'
import { anyDocument, anyMarkup, feedOf, webOf } from '#test/documents.ts'
import { parseDocument } from './parse.ts'
import { readHtml } from './read-html.ts'
import { readMarkdown } from './read-markdown.ts'
import { textOf } from './view.ts'

const options = { readAlso: () => 7, organisation: () => 9 }

/** Text is escaped, so whatever looks like a tag is one. */
const tagsIn = (markup: string) => (markup.match(/<[^>]*>/g) ?? []).join('\n')
const dangerous = /<script|<iframe|<svg|<style|<[^>]*\son\w+\s*=|(href|src|cite)="\s*(javascript|vbscript|data):/i

async function assertHarmless(markup: string): Promise<void> {
  for (const read of [readHtml, readMarkdown]) {
    const { document } = read(markup, options)
    assert.deepEqual(parseDocument(document), document)
    for (const view of [await webOf(document), await feedOf(document)]) assert.doesNotMatch(tagsIn(view), dangerous)
  }
}

describe('any markup', () => {
  it('becomes a document that can be kept as it is and does no harm', () =>
    fc.assert(fc.asyncProperty(anyMarkup, assertHarmless), { numRuns: 150 }))

  const deep = (open: string, close = '') => open.repeat(5000) + 'kata' + close.repeat(5000)
  const bombs: [string, string][] = [
    ['lists', deep('<ul><li>', '</li></ul>')],
    ['lists that never end', deep('<ul><li>')],
    ['quotations', deep('<blockquote>', '</blockquote>')],
    ['boxes', deep('<div>', '</div>')],
    ['marks', deep('<b>', '</b>')],
    ['marks around a box', deep('<b><i>') + '<div>kata</div>'],
    ['tables', deep('<table><tr><td>', '</td></tr></table>')],
    ['figures', deep('<figure>', '</figure>')],
    ['raw markup', `<div class="raw">${deep('<ul><li>')}</div>`],
    ['ends without a beginning', deep('<b>', '</i>')],
    ['the same heading', '<h2>kata</h2>'.repeat(2000)],
    ['a row of cells', `<table><tr>${'<td>kata'.repeat(2000)}</table>`],
  ]
  for (const [what, markup] of bombs)
    it(`does not stop the program: ${what}`, async () => {
      const { document } = readHtml(markup, options)
      assert.deepEqual(parseDocument(document), document)
      assert.match(textOf(document), /kata/)
      await webOf(document)
    })
})

describe('any document', () => {
  it('is kept as it is, also by way of JSON, and has views', () =>
    fc.assert(
      fc.asyncProperty(anyDocument, async (document) => {
        const kept = parseDocument(document)
        assert.deepEqual(parseDocument(JSON.parse(JSON.stringify(kept))), kept)
        assert.deepEqual(kept, JSON.parse(JSON.stringify(document)))
        assert.doesNotMatch(tagsIn(await webOf(kept)), dangerous)
        await feedOf(kept)
        textOf(kept)
      }),
      { numRuns: 80 },
    ))
})

import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { html, markupOf } from '#platform/html.ts'
import { dataTable } from './data-table.ts'

describe('a table of things', () => {
  it('names each thing in the head of its row, and lets each value carry its label', async () => {
    const markup = await markupOf(
      dataTable(
        ['Nama', 'Peran', 'Situs "web"'],
        [
          [html`<a href="/1/">Wulan</a>`, 'Penulis', ''],
          ['Hanif <b>', html`<strong>Penyunting</strong>`, 'a.id'],
        ],
      ),
    )
    assert.match(markup, /<th scope="row"><a href="\/1\/">Wulan<\/a><\/th>/)
    assert.match(markup, /<th scope="row">Hanif &lt;b&gt;<\/th>/)
    assert.deepEqual(
      [...markup.matchAll(/<td data-label="([^"]*)">(.*?)<\/td>/g)].map(([, label, value]) => [label, value]),
      [
        ['Peran', 'Penulis'],
        ['Situs &quot;web&quot;', ''],
        ['Peran', '<strong>Penyunting</strong>'],
        ['Situs &quot;web&quot;', 'a.id'],
      ],
    )
  })
})

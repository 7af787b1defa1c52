import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { documentOf, item, paragraph, words } from '#test/documents.ts'
import { canonical, writable } from './canonical.ts'

const bold = { type: 'bold' }
const link = (href: string) => ({ type: 'link', attrs: { href } })
const text = (said: string, ...marks: object[]) => ({ type: 'text', text: said, marks }) as ReturnType<typeof words>

describe('the spelling in which a document is kept', () => {
  it('has each mark once, the first of two links, and links around everything', () =>
    assert.deepEqual(
      canonical(documentOf(paragraph(text('a', bold, link('/a/'), bold, link('/b/'))))),
      documentOf(paragraph(text('a', link('/a/'), bold))),
    ))

  it('joins equal neighbours, whatever the order of their marks', () =>
    assert.deepEqual(
      canonical(
        documentOf(paragraph(words('a', 'bold', 'italic'), words('b', 'italic', 'bold'), words('c', 'bold'), 'd', 'e')),
      ),
      documentOf(paragraph(words('ab', 'bold', 'italic'), words('c', 'bold'), 'de')),
    ))

  it('has nothing on line breaks and no attribute that says nothing', () =>
    assert.deepEqual(
      canonical(
        documentOf(paragraph({ type: 'hardBreak', marks: [bold] }), {
          type: 'orderedList',
          attrs: { start: 1, type: null },
          content: [item(paragraph('a'))],
        }),
      ),
      documentOf(paragraph({ type: 'hardBreak' }), { type: 'orderedList', content: [item(paragraph('a'))] }),
    ))

  it('has no list without items, and of a table without rows its caption', () =>
    assert.deepEqual(
      canonical(documentOf({ type: 'keyPoints' }, { type: 'table', attrs: { caption: 'Harga' } }, { type: 'table' })),
      documentOf(paragraph('Harga')),
    ))

  it('has nothing where only an empty paragraph is, which a writer gets to write in', () => {
    const list = (...content: Parameters<typeof item>) =>
      documentOf({ type: 'bulletList', content: [item(...content)] })
    const kept = documentOf({ type: 'bulletList', content: [{ type: 'listItem' }] })
    assert.deepEqual(canonical(list({ type: 'paragraph' })), kept)
    assert.deepEqual(writable(kept), list({ type: 'paragraph' }))
    assert.deepEqual(writable(documentOf()), documentOf({ type: 'paragraph' }))
  })
})

import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import fc from 'fast-check'
import { anyDocument, documentOf, paragraph, words } from '#test/documents.ts'
import { leadPictureOf, openingOf, wordsIn } from './beginning.ts'
import type { Block } from './node.ts'
import { readHtml } from './read-html.ts'
import { textOf } from './view.ts'

const opening = (...paragraphs: string[]) => openingOf(documentOf(...paragraphs.map((text) => paragraph(text))))
const sentence = (letters: number) => `${'A'.repeat(letters - 1)}.`

describe('how a text begins', () => {
  it('is as many whole sentences of its first paragraph as fit', () => {
    assert.equal(opening('Satu kalimat. Dua kalimat!', 'Paragraf kedua.'), 'Satu kalimat. Dua kalimat!')
    assert.equal(opening(`${sentence(150)} ${sentence(49)} Lagi.`), `${sentence(150)} ${sentence(49)}`)
    assert.equal(opening(`${sentence(150)} ${sentence(50)}`), sentence(150))
    assert.equal(opening('Harganya Rp1.500.000 saja. Murah.'), 'Harganya Rp1.500.000 saja. Murah.')
    assert.equal(opening('Satu\n  baris\u00a0saja. '), 'Satu baris saja.')
    assert.equal(openingOf(documentOf(paragraph('Kata ', words('tebal', 'bold'), '.'))), 'Kata tebal.')
  })

  it('is cut at a word when its first sentence is too long, and in a word that has no end', () => {
    const long = 'kata '.repeat(60).trim()
    assert.equal(opening(long), `${'kata '.repeat(40).trim()}…`)
    assert.equal(opening('x'.repeat(500)), `${'x'.repeat(200)}…`)
    assert.equal(opening(`a${'😀'.repeat(200)}`), `a${'😀'.repeat(99)}…`)
    assert.equal(opening('x'.repeat(200)), 'x'.repeat(200))
  })

  it('passes over what holds no words: headings, pictures, blank paragraphs', () => {
    const { document } = readHtml(
      '<h2>Judul</h2><p>&nbsp;</p><p><img src="/media/a.png"></p><ul><li>Butir</li></ul><p>Isi.</p>',
    )
    assert.equal(openingOf(document), 'Isi.')
    assert.equal(opening(' ', 'Isi.'), 'Isi.')
    assert.equal(openingOf(documentOf()), '')
  })

  it('stands in the text, is short and in one line, whatever the text', () =>
    fc.assert(
      fc.property(fc.array(fc.string({ unit: 'grapheme', maxLength: 400 }), { maxLength: 3 }), (paragraphs) => {
        const begin = opening(...paragraphs)
        assert.ok(begin.length <= 201 && begin.isWellFormed())
        assert.equal(begin, begin.replace(/\s+/g, ' ').trim())
        const whole = paragraphs.map((text) => text.replace(/\s+/g, ' ').trim())
        const isIn = (text: string) =>
          text.startsWith(begin) || (begin.endsWith('…') && text.startsWith(begin.slice(0, -1)))
        assert.ok(begin === '' || whole.some(isIn), begin)
      }),
    ))
})

describe('the picture of a document', () => {
  const image = (attrs: Record<string, unknown>): Block => ({ type: 'image', attrs })
  const kept = { src: '/media/a.png', alt: 'Kotak', width: 8, height: 4, colour: '#112233' }

  it('is the first that is kept here and has a size', () => {
    const none = [
      { ...kept, src: 'https://elsewhere.example/media/a.png' },
      { ...kept, src: '//elsewhere.example/media/a.png' },
      { ...kept, src: '/assets/a.png' },
      { ...kept, width: undefined },
      { ...kept, height: null },
      { src: 7 },
      {},
    ]
    for (const attrs of none) assert.equal(leadPictureOf(documentOf(image(attrs))), undefined, JSON.stringify(attrs))
    assert.equal(leadPictureOf(documentOf(paragraph('Teks.'))), undefined)
    const later = image({ ...kept, src: '/media/b.png' })
    assert.deepEqual(leadPictureOf(documentOf(...none.map(image), image(kept), later)), kept)
    const gallery: Block = { type: 'gallery', content: [image({}), later] }
    assert.equal(leadPictureOf(documentOf(paragraph('Teks.'), gallery))?.src, '/media/b.png')
  })

  it('needs no words and no colour', () => {
    const bare = { src: '/media/a.png', width: 8, height: 4 }
    assert.deepEqual(leadPictureOf(documentOf(image({ ...bare, caption: 'Kata' }))), { ...bare, alt: '' })
  })
})

describe('the words in a document', () => {
  it('are what stands between blanks, in every block', () => {
    const { document } = readHtml(
      '<h2>Judul dua</h2><p>Satu <b>dua</b>-tiga, empat.</p><ul><li>lima</li><li>enam</li></ul>',
    )
    assert.equal(wordsIn(document), 7)
    assert.equal(wordsIn(document), 7)
    assert.equal(wordsIn(documentOf()), 0)
    assert.equal(wordsIn(documentOf(paragraph(' \u00a0 '))), 0)
  })

  it('are as many as its text has, whatever it holds', () =>
    fc.assert(
      fc.property(anyDocument, (document) => {
        assert.equal(wordsIn(document), textOf(document).split(/\s+/).filter(Boolean).length)
      }),
    ))
})

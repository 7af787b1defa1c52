import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { textOf } from '#articles'
import { readContent } from './content.ts'

function read(text: string) {
  const { document, notUnderstood } = readContent(text, { rewriteLink: (href) => href, articleAt: () => undefined })
  const words = textOf(document).replace(/\s+/g, ' ').trim()
  return { blocks: document.content, words, notUnderstood, kinds: document.content.map(({ type }) => type) }
}

describe('a shortcode for something elsewhere', () => {
  it('is an embed, by address or by id', () => {
    for (const [text, url] of [
      ['[youtube=https://youtu.be/abcdefghijk]', 'https://youtu.be/abcdefghijk'],
      ['[youtube abcdefghijk]', 'https://www.youtube.com/watch?v=abcdefghijk'],
      ['[embed width="5"]https://kabar.example/a?b=1&amp;c=2[/embed]', 'https://kabar.example/a?b=1&c=2'],
      ['[vimeo 123456]', 'https://vimeo.com/123456'],
      ['[tweet 17]', 'https://twitter.com/i/status/17'],
      ['[video mp4="//kabar.example/a.mp4"][/video]', 'https://kabar.example/a.mp4'],
      ['[vc_video link=”https://youtu.be/abcdefghijk”]', 'https://youtu.be/abcdefghijk'],
    ] as const)
      assert.deepEqual(read(text).blocks, [{ type: 'embed', attrs: { url } }], text)
  })

  it('that names no address is left out and told', () => {
    const { blocks, notUnderstood } = read(
      `[embed]https://kabar.example/${'a'.repeat(3000)}[/embed] [embed]javascript:x[/embed]`,
    )
    assert.deepEqual(blocks, [])
    assert.equal(notUnderstood.length, 2)
  })
})

describe('a page builder', () => {
  it('keeps the words that stand in its attributes', () => {
    const { words, kinds, notUnderstood } = read(
      '[vc_row][vc_custom_heading text="Layar &amp; suara"][vc_column_text]Isi.[/vc_column_text][/vc_row][su_tab title="Kamera"]Tiga.[/su_tab]',
    )
    assert.equal(words, 'Layar & suara Isi. Kamera Tiga.')
    assert.deepEqual(kinds, ['heading', 'paragraph', 'heading', 'paragraph'])
    assert.deepEqual(notUnderstood, [])
  })

  it('keeps buttons, pictures and raw markup', () => {
    const raw = Buffer.from(encodeURIComponent('<p>Mentah</p>')).toString('base64')
    const { blocks, notUnderstood } = read(
      `[vc_btn title="Beli" link="url:https%3A%2F%2Fkabar.example%2F|title:x"]\n\n[et_pb_image src="/a.jpg" alt="A"]\n\n[vc_raw_html]${raw}[/vc_raw_html]\n\n[vc_single_image image="7"]`,
    )
    assert.match(JSON.stringify(blocks[0]), /"href":"https:\/\/kabar\.example\/".*"Beli"|"Beli".*kabar\.example/)
    assert.deepEqual(blocks.slice(1), [
      { type: 'image', attrs: { src: '/a.jpg', alt: 'A' } },
      { type: 'rawHtml', attrs: { html: '<p>Mentah</p>' } },
    ])
    assert.deepEqual(notUnderstood, ['a picture of the media library was left out until media are read'])
  })
})

describe('a shortcode that a plug-in fills', () => {
  it('is left out and told', () => {
    const { words, notUnderstood } = read('Satu [contact-form-7 id="1" title="Formulir"] dua [harga toko="x"].')
    assert.equal(words, 'Satu dua .')
    assert.deepEqual(notUnderstood, [
      'the shortcode [contact-form-7] was left out: a plug-in fills it',
      'the shortcode [harga] is unknown: it was left out',
    ])
  })
})

describe('an unknown shortcode', () => {
  it('inside a line leaves the line whole', () => {
    const { kinds, words } = read('kata [sorot]penting[/sorot] lagi')
    assert.deepEqual(kinds, ['paragraph'])
    assert.equal(words, 'kata penting lagi')
  })
})

describe('a word in brackets', () => {
  it('that an editor wrote stays', () => {
    for (const text of ['AI [on-device AI] baru', 'jika [x = 5] maka', 'katanya [sic]'])
      assert.equal(read(text).words, text)
  })
})

describe('a text of nothing but the beginnings of things', () => {
  const pieces = ['[[caption]]', '[caption]', '[a "', '<pre ', '<!-- wp:x {', '<!--more', '[/a]', '\n ']
  for (const piece of pieces)
    it(`is read in a time that grows with its length: ${JSON.stringify(piece)}`, () => {
      const began = performance.now()
      read(piece.repeat(20_000))
      assert.ok(performance.now() - began < 4000)
    })
})

import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import fc from 'fast-check'
import { replaceShortcodes, type Shortcode } from './shortcodes.ts'

const known = new Set(['caption', 'gallery', 'code'])

function read(text: string): { text: string; shortcodes: Shortcode[] } {
  const shortcodes: Shortcode[] = []
  const replaced = replaceShortcodes(
    text,
    (name) => known.has(name),
    (shortcode) => {
      shortcodes.push(shortcode)
      return `<${shortcode.name}>`
    },
  )
  return { text: replaced, shortcodes }
}

describe('a shortcode', () => {
  it('has attributes with and without quotation marks, by name or by place', () => {
    assert.deepEqual(read('a [gallery ids="1,2" columns=3 \'kecil\' besar] b'), {
      text: 'a <gallery> b',
      shortcodes: [
        { name: 'gallery', attributes: { ids: '1,2', columns: '3', '0': 'kecil', '1': 'besar' }, inner: '' },
      ],
    })
  })

  it('holds what stands before its end', () => {
    assert.equal(read('[caption]kata [gallery][/caption] lagi').shortcodes[0]?.inner, 'kata [gallery]')
    assert.equal(read('[caption]a[caption]b[/caption]c[/caption]').shortcodes[0]?.inner, 'a[caption]b[/caption]c')
  })

  it('shows code as it stands', () => {
    assert.equal(read('[code]if (a[code]) {}[/code]').shortcodes[0]?.inner, 'if (a[code]) {}')
  })

  it('in double brackets is meant to be read', () => {
    assert.deepEqual(read('[[gallery ids="1"]] dan [[caption]x[/caption]]'), {
      text: '[gallery ids="1"] dan [caption]x[/caption]',
      shortcodes: [],
    })
  })

  it('that nobody knows is told by its underscore, its attributes or its end', () => {
    assert.equal(read('[td_block_1] [harga toko="a"] [kotak]x[/kotak]').text, '<td_block_1> <harga> <kotak>')
  })
})

describe('a word in brackets', () => {
  it('stays', () => {
    for (const text of ['[sic]', '[WS/HBS]', '[1]', 'a[i] = b[j]', '[Foto: Sari Dewi]', '[]', '['])
      assert.equal(read(text).text, text)
  })
})

const piece = fc.constantFrom('[caption]', '[/caption]', '[gallery ids="1"]', '[x_y]', '[/x_y]', '[code]', '[/code]')

describe('replacing shortcodes', () => {
  it('keeps all words around and inside them', () => {
    const word = fc.string({ unit: fc.constantFrom('a', 'b', ' ', '<', '&', '"'), maxLength: 6 })
    fc.assert(
      fc.property(fc.array(fc.oneof(piece, word), { maxLength: 60 }), (pieces) => {
        const inside = (text: string): string =>
          replaceShortcodes(
            text,
            () => true,
            ({ inner }) => inside(inner),
          )
        const text = pieces.join('')
        assert.equal(inside(text), text.replace(/\[\/?\w+(?: ids="1")?\]/g, ''))
      }),
    )
  })

  it('never fails', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: fc.constantFrom('[', ']', '/', 'a', '=', '"', "'", ' ', '_') }),
        (text) => void read(text),
      ),
    )
  })
})

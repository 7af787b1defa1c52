import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import fc from 'fast-check'
import { type Document, textOf } from '#articles'
import { readContent } from './content.ts'

const reusable: Readonly<Record<string, string>> = {
  '5': '<!-- wp:paragraph --><p>Dipakai ulang</p><!-- /wp:paragraph -->',
  '6': '<!-- wp:block {"ref":6} /-->',
}

function read(text: string) {
  const { document, notUnderstood } = readContent(text, {
    rewriteLink: (href) => href.replace('https://kabar.example', ''),
    articleAt: (href) => (href.endsWith('/dua/') ? 2 : undefined),
    reusable: (id) => reusable[id],
  })
  return { blocks: document.content, kinds: document.content.map(({ type }) => type), notUnderstood, document }
}

describe('classic content', () => {
  it('has paragraphs at blank lines, and no sign of where it was parted', () => {
    const { kinds, document, notUnderstood } = read('Satu\n\n<!--more Lanjut-->\nDua\n\n<!--nextpage-->\n\nTiga')
    assert.deepEqual(kinds, ['paragraph', 'paragraph', 'paragraph'])
    assert.equal(textOf(document).replace(/\s+/g, ' ').trim(), 'Satu Dua Tiga')
    assert.deepEqual(notUnderstood, [])
  })

  it('shows what an address alone on its line leads to', () => {
    assert.deepEqual(read('Lihat\n\nhttps://youtu.be/abcdefghijk\n\nhttps://youtu.be/x dan').kinds, [
      'paragraph',
      'embed',
      'paragraph',
    ])
  })

  it('makes a picture with its words of a caption', () => {
    const { blocks } = read(
      '[caption width="3"]<a href="/x/"><img src="/a.jpg" alt="A"></a> Foto <b>depan</b>[/caption]',
    )
    assert.equal(blocks[0]?.type, 'image')
    assert.equal(blocks[0]?.attrs?.['caption'], 'Foto depan')
  })

  it('keeps code as it is written', () => {
    const { blocks } = read('[code language="css"]a {\n\n  b: "[c]";\n}[/code]')
    assert.deepEqual(blocks, [
      { type: 'codeBlock', attrs: { language: 'css' }, content: [{ type: 'text', text: 'a {\n\n  b: "[c]";\n}' }] },
    ])
  })

  it('keeps preformatted text as it is written', () => {
    assert.equal(textOf(read('<pre>a\n\nb  [gallery]\n</pre>').document).trim(), 'a\n\nb  [gallery]')
  })

  it('keeps the words inside a page builder and tells of shortcodes that nobody knows', () => {
    const { document, notUnderstood } = read(
      '[vc_row][vc_column]Satu[/vc_column][/vc_row]\n\n[harga toko="x"]Dua[/harga]',
    )
    assert.equal(textOf(document).replace(/\s+/g, ' ').trim(), 'Satu Dua')
    assert.deepEqual(notUnderstood, ['the shortcode [harga] is unknown: the words inside it were kept'])
  })

  it('tells of galleries that wait for their media', () => {
    assert.deepEqual(read('[gallery ids="1,2"]').notUnderstood, [
      'a [gallery] of the media library was left out until media are read',
    ])
  })
})

describe('content in blocks', () => {
  it('is read by its markup', () => {
    const { kinds, notUnderstood } = read(
      `<!-- wp:paragraph --><p>Satu</p><!-- /wp:paragraph -->
<!-- wp:more --><!--more--><!-- /wp:more -->
<!-- wp:embed {"url":"https://youtu.be/abcdefghijk"} --><figure>https://youtu.be/abcdefghijk</figure><!-- /wp:embed -->
<!-- wp:group --><div><!-- wp:heading --><h2>Dua</h2><!-- /wp:heading --></div><!-- /wp:group -->
<!-- wp:table --><figure><table><tr><td>a</td></tr></table></figure><!-- /wp:table -->`,
    )
    assert.deepEqual(kinds, ['paragraph', 'embed', 'heading', 'table'])
    assert.deepEqual(notUnderstood, [])
  })

  it('keeps free HTML without what could do harm', () => {
    const { blocks } = read('<!-- wp:html --><ruby>漢</ruby><script>alert(1)</script><!-- /wp:html -->')
    assert.deepEqual(blocks, [{ type: 'rawHtml', attrs: { html: '<ruby>漢</ruby>' } }])
  })

  it('shows reusable blocks, and ends where one holds itself', () => {
    assert.equal(textOf(read('<!-- wp:block {"ref":5} /-->').document).trim(), 'Dipakai ulang')
    assert.deepEqual(read('<!-- wp:block {"ref":6} /-->').kinds, [])
  })

  it('keeps the words of unknown blocks and tells of them', () => {
    const { document, notUnderstood } = read(
      '<!-- wp:toko/harga --><p>Rp1</p><!-- /wp:toko/harga --><!-- wp:block {"ref":7} /--><!-- wp:latest-posts /-->',
    )
    assert.equal(textOf(document).trim(), 'Rp1')
    assert.deepEqual(notUnderstood, [
      'left out, because they show what a site knows by itself: latest-posts',
      'the block "toko/harga" is unknown: its words were kept',
      'the reusable block 7 is not in the file: it was left out',
    ])
  })
})

describe('a link to the old site', () => {
  it('leads to the same place here, and a line of its own points to the article', () => {
    const { document } = read(
      '<a href="https://kabar.example/x/">x</a>\n\nBaca juga: <a href="https://kabar.example/dua/">Dua</a>',
    )
    assert.match(JSON.stringify(document), /"href":"\/x\/"/)
    assert.equal(document.content[1]?.type, 'readAlso')
  })
})

describe('content of any kind', () => {
  it('is read without failing, and without a trace of scripts', () => {
    const piece = fc.constantFrom(
      '<!-- wp:group -->',
      '<!-- /wp:group -->',
      '<!-- wp:html -->',
      '<!-- /wp:html -->',
      '<!-- wp:embed {"url":7} /-->',
      '[caption]',
      '[/caption]',
      '[gallery]',
      '[code]',
      '[/code]',
      '[[code]]',
      '<img src="/a.jpg">',
      '<table><tr>',
      '<script>jahat()</script>',
      '<x-block data-number="0"></x-block>',
      '<x-block data-kept="9">',
      '\n\nhttps://youtu.be/abcdefghijk\n\n',
      '\n',
      '<p>',
      '</div>',
    )
    fc.assert(
      fc.property(fc.array(fc.oneof(piece, fc.string({ maxLength: 8 })), { maxLength: 40 }), (pieces) => {
        const { document } = read(pieces.join(''))
        assert.equal(document.type, 'doc')
      }),
      { numRuns: 60 },
    )
  })
})

describe('a text that would multiply', () => {
  const words = (document: Document) => JSON.stringify(document).length

  it('gets no further than it was written', () => {
    const forged = (attribute: string) => `<x-block data-${attribute}="0"></x-block>`.repeat(5000)
    const big = `<!-- wp:html --><b>${'kata '.repeat(2000)}</b><!-- /wp:html -->`
    assert.ok(words(read(big + forged('number')).document) < 50_000)
    assert.ok(words(read(`<pre>${'kata '.repeat(2000)}</pre>${forged('aside')}${forged('kept')}`).document) < 50_000)
  })

  it('keeps its words when shortcodes are nested beyond measure', () => {
    const { document } = read(`${'[row]'.repeat(2000)}kata${'[/row]'.repeat(2000)}`)
    assert.match(JSON.stringify(document), /kata/)
  })

  it('holds only so many reusable blocks, whatever they hold', () => {
    const ten = (ref: number) => `<!-- wp:block {"ref":${ref}} /-->`.repeat(10)
    const { document, notUnderstood } = readContent(ten(1), {
      rewriteLink: (href) => href,
      articleAt: () => undefined,
      reusable: (id) => (id === '7' ? 'kata' : ten(Number(id) + 1)),
    })
    assert.ok(words(document) < 20_000)
    assert.ok(notUnderstood.some((note) => note.startsWith('more than 100 reusable blocks')))
  })

  it('is read in one go when a comment is never closed', () => {
    read(`<!-- wp:a ${' '.repeat(200_000)}`)
    read(`a${'\u00a0'.repeat(200_000)}b`)
  })
})

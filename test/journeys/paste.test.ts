import assert from 'node:assert/strict'
import { readFile } from 'node:fs/promises'
import { after, before, describe, it } from 'node:test'
import type { Browser } from 'playwright-core'
import type { Block, Document } from '#articles'
import { noChromium } from '#test/chromium.ts'
import { documentOf, linked, paragraph, words } from '#test/documents.ts'
import { parseDocument } from '../../src/articles/document/parse.ts'
import { type OpenSheet, openSheet, type SheetOptions } from './sheet.ts'
import { lifetime, sharedBrowser } from './site.ts'

const pasted = (name: string) => readFile(new URL(`../pasted/${name}`, import.meta.url), 'utf8')
const expected = async (name: string) => JSON.parse(await pasted(name)) as Document

/** In the shape in which each program puts them on the clipboard, with words of our own. */
const clips: [program: string, type: string, name: string, becomes: string][] = [
  ['Google Docs', 'text/html', 'docs.html', 'docs.json'],
  ['Word', 'text/html', 'word.html', 'word.json'],
  ['LibreOffice', 'text/html', 'libreoffice.html', 'libreoffice.json'],
  ['a page of the web', 'text/html', 'web-page.html', 'web-page.json'],
  ['Markdown', 'text/plain', 'markdown.md', 'markdown.json'],
  ['plain text', 'text/plain', 'plain.txt', 'plain.json'],
]
const film = 'https://www.youtube.com/watch?v=abcdefghijk'
const toEnd = 'Control+End'

describe('a sheet', { skip: noChromium }, () => {
  const life = lifetime()
  let browser: Browser
  before(async () => {
    browser = await sharedBrowser(life)
  })
  after(() => life.end())

  async function onSheet(options: SheetOptions, walk: (sheet: OpenSheet) => Promise<void>): Promise<void> {
    const sheet = await openSheet(browser, options)
    await walk(sheet)
    const document = await sheet.document()
    assert.deepEqual(parseDocument(document), document)
    assert.deepEqual(sheet.complaints, [])
    await sheet.page.close()
  }

  for (const [program, type, name, becomes] of clips)
    it(`makes clean blocks of what is pasted from ${program}`, () =>
      onSheet({}, async ({ paste, document, page }) => {
        await paste({ [type]: await pasted(name) })
        if (program === 'Markdown') await page.locator('.tiptap h2').waitFor()
        assert.deepEqual(await document(), await expected(becomes))
      }))

  const quirks: [what: string, html: string, content: Block[]][] = [
    [
      'two line breaks',
      '<div>satu<br> <br>dua<br>tiga</div>',
      [paragraph('satu'), paragraph('dua', { type: 'hardBreak' }, 'tiga')],
    ],
    ['a page that is one form', '<form><p>satu</p><input value="x"></form>', [paragraph('satu')]],
    ['a form', '<p>satu</p><form>Surel <input><button>Kirim</button></form>', [paragraph('satu')]],
    [
      'a bold that is none',
      '<b style="font-weight:normal">satu</b> <b>dua</b>',
      [paragraph('satu ', words('dua', 'bold'))],
    ],
    [
      'an attribute that a rule would read',
      '<blockquote cite="javascript:x" caption="y">satu</blockquote>',
      [{ type: 'blockquote', content: [paragraph('satu')] }],
    ],
    ['a script in a link', '<p><a href="java&#10;script:alert(1)">satu</a></p>', [paragraph('satu')]],
    [
      'a detour by Google',
      '<a href="https://www.google.com/url?q=https://a.example/b&amp;sa=D">satu</a>',
      [paragraph(linked('satu', 'https://a.example/b'))],
    ],
    [
      'a list in a list without an item',
      '<p>nol</p><ol start="3"><ol><li>satu</li></ol></ol>',
      [
        paragraph('nol'),
        {
          type: 'orderedList',
          attrs: { start: 3 },
          content: [
            {
              type: 'listItem',
              content: [{ type: 'orderedList', content: [{ type: 'listItem', content: [paragraph('satu')] }] }],
            },
          ],
        },
      ],
    ],
    [
      'a list alone',
      '<ul><li>satu</li><li>dua</li></ul>',
      [
        {
          type: 'bulletList',
          content: [
            { type: 'listItem', content: [paragraph('satu')] },
            { type: 'listItem', content: [paragraph('dua')] },
          ],
        },
      ],
    ],
    [
      'a post of X',
      '<blockquote class="twitter-tweet"><p>Kabar</p><a href="https://x.com/a/status/12?ref_src=x">hari ini</a></blockquote>',
      [{ type: 'embed', attrs: { url: 'https://x.com/a/status/12?ref_src=x', title: 'Kabarhari ini' } }],
    ],
  ]
  it('finds its way through what programs do to markup', () =>
    onSheet({}, async ({ document, page, paste }) => {
      for (const [what, html, content] of quirks) {
        await page.keyboard.press('Control+a')
        await page.keyboard.press('Delete')
        await paste({ 'text/html': html })
        assert.deepEqual(await document(), documentOf(...content), what)
      }
    }))

  it('has pasted Markdown as text first, and again after undo', () =>
    onSheet({}, async ({ paste, document, page }) => {
      await paste({ 'text/plain': '## Judul\n\nKata **tebal**.' })
      await page.locator('.tiptap h2').waitFor()
      await page.keyboard.press('Control+z')
      assert.deepEqual(await document(), documentOf(paragraph('## Judul'), paragraph('Kata **tebal**.')))
    }))

  it('keeps pasted Markdown as text when nobody reads it', async () => {
    const { paste, document, page } = await openSheet(browser, { isOnline: false })
    const answered = page.waitForResponse('**/markdown/')
    await paste({ 'text/plain': '## Judul\nKata' })
    await answered
    await page.keyboard.type('!')
    assert.deepEqual(await document(), documentOf(paragraph('## Judul'), paragraph('Kata!')))
    await page.close()
  })

  it('reads Markdown inside a line as words of that line', () =>
    onSheet({ content: [paragraph('Kata ')] }, async ({ paste, document, page }) => {
      await page.keyboard.press(toEnd)
      await paste({ 'text/plain': 'yang **tebal**' })
      await page.locator('.tiptap strong').waitFor()
      assert.deepEqual(await document(), documentOf(paragraph('Kata yang ', words('tebal', 'bold'))))
    }))

  it('takes a pasted address as a link on what is selected', () =>
    onSheet({ content: [paragraph('Nota baru')] }, async ({ paste, document, page }) => {
      await page.keyboard.press(toEnd)
      await page.keyboard.press('Shift+Home')
      await paste({ 'text/plain': 'https://contoh.example/nota?utm_source=x' })
      assert.deepEqual(await document(), documentOf(paragraph(linked('Nota baru', 'https://contoh.example/nota'))))
    }))

  it('takes a pasted address of a film alone on a line as an embed, and inside a line as a link', () =>
    onSheet({}, async ({ paste, document, page }) => {
      await paste({ 'text/plain': film })
      await page.keyboard.type('Lihat ')
      await paste({ 'text/plain': film })
      const [embed, line] = (await document()).content
      assert.deepEqual(embed, { type: 'embed', attrs: { url: film } })
      assert.deepEqual(line, paragraph('Lihat ', linked(film, film)))
    }))

  const typed: [string, Block[]][] = [
    ['## Judul', [{ type: 'heading', attrs: { level: 2 }, content: [words('Judul')] }]],
    ['#### Kecil', [{ type: 'heading', attrs: { level: 4 }, content: [words('Kecil')] }]],
    ['- satu', [{ type: 'bulletList', content: [{ type: 'listItem', content: [paragraph('satu')] }] }]],
    [
      '3. tiga',
      [{ type: 'orderedList', attrs: { start: 3 }, content: [{ type: 'listItem', content: [paragraph('tiga')] }] }],
    ],
    ['> kata', [{ type: 'blockquote', content: [paragraph('kata')] }]],
    ['```ts kode', [{ type: 'codeBlock', attrs: { language: 'ts' }, content: [words('kode')] }]],
    ['---kata', [{ type: 'horizontalRule' }, paragraph('kata')]],
    ['**tebal** lalu *miring*', [paragraph(words('tebal', 'bold'), ' lalu ', words('miring', 'italic'))]],
    ['`kode` ~~salah~~', [paragraph(words('kode', 'code'), ' ', words('salah', 'strike'))]],
    ['[kata](https://a.example/) ya', [paragraph(linked('kata', 'https://a.example/'), ' ya')]],
    [
      'lihat https://a.example/b ya',
      [paragraph('lihat ', linked('https://a.example/b', 'https://a.example/b'), ' ya')],
    ],
    ['[kata](javascript:alert`1`) ya', [paragraph('[kata](javascript:alert', words('1', 'code'), ') ya')]],
  ]
  it('reads what is typed as Markdown', () =>
    onSheet({}, async ({ document, page }) => {
      for (const [keys, content] of typed) {
        await page.keyboard.press('Control+a')
        await page.keyboard.press('Delete')
        await page.keyboard.type(keys)
        assert.deepEqual(await document(), documentOf(...content), keys)
      }
    }))

  it('loses nothing of what it opens, whatever is typed at its end', async () => {
    const { content } = await expected('web-page.json')
    const whole: Block[] = [
      ...content,
      { type: 'keyPoints', content: [{ type: 'listItem', content: [paragraph('Satu')] }] },
      { type: 'readAlso', attrs: { article: 7 } },
      { type: 'attribution', attrs: { role: 'via', organisation: 9, url: 'https://wsj.example/' } },
      { type: 'rawHtml', attrs: { html: '<p onclick="x()">mentah</p>' } },
      { type: 'table', attrs: { caption: 'Harga' }, content: [{ type: 'tableRow', content: [{ type: 'tableCell' }] }] },
    ]
    await onSheet({ content: [...whole, paragraph('Akhir')] }, async ({ document, page }) => {
      await page.keyboard.press(toEnd)
      await page.keyboard.type('!')
      assert.deepEqual(await document(), documentOf(...whole, paragraph('Akhir!')))
      await page.locator('.tiptap').getByText('Nota baru').waitFor()
      await page.locator('.tiptap').getByText('WSJ', { exact: true }).waitFor()
    })
  })

  it('copies its own blocks as they are', async () => {
    const { content } = await expected('web-page.json')
    await onSheet({ content }, async ({ copied, paste, document, page }) => {
      await page.keyboard.press('Control+a')
      const html = await copied()
      await page.keyboard.press('Delete')
      assert.deepEqual(await document(), documentOf())
      await paste({ 'text/html': html })
      assert.deepEqual(await document(), documentOf(...content))
    })
  })

  it('makes no list deeper than can be kept', () => {
    let inner: Block = paragraph('dalam')
    for (let level = 0; level < 11; level += 1)
      inner = {
        type: 'bulletList',
        content: [
          { type: 'listItem', content: [paragraph('satu')] },
          { type: 'listItem', content: [inner] },
        ],
      }
    return onSheet({ content: [inner] }, async ({ document, page }) => {
      await page.locator('.tiptap').getByText('dalam').click()
      for (let times = 0; times < 4; times += 1) {
        await page.keyboard.press('Enter')
        await page.keyboard.type('> - x')
      }
      parseDocument(await document())
    })
  })

  it('puts no points below a point', () =>
    onSheet(
      {
        content: [
          {
            type: 'keyPoints',
            content: [
              { type: 'listItem', content: [paragraph('Satu')] },
              { type: 'listItem', content: [paragraph('Dua')] },
            ],
          },
        ],
      },
      async ({ document, page }) => {
        await page.keyboard.press(toEnd)
        await page.keyboard.press('Tab')
        await page.keyboard.type('!')
        const points = (await document()).content[0]?.content
        assert.deepEqual(points?.[1], { type: 'listItem', content: [paragraph('Dua!')] })
      },
    ))
})

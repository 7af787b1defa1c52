import assert from 'node:assert/strict'
import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { after, before, describe, it, type TestContext } from 'node:test'
import type { BrowserContextOptions, Page } from 'playwright-core'
import type { Document } from '#articles'
import { noChromium } from '#test/chromium.ts'
import { drawing } from '#test/pictures.ts'
import { temporaryFolder } from '#test/temporary.ts'
import { isAccessible } from './barriers.ts'
import { tabTo, typeInto, waitAt } from './keyboard.ts'
import { openOwnedSite, type OwnedSite, photo, sizes } from './owned-site.ts'
import { gawai, lifetime, until } from './site.ts'

/** What the form would send. */
const documentOn = async (page: Page): Promise<Document> =>
  JSON.parse(
    await page.evaluate<string>("new FormData(document.querySelector('form[data-writing]')).get('document')"),
  ) as Document

const kindsOn = async (page: Page): Promise<string[]> => (await documentOn(page)).content.map(({ type }) => type)

/** Opens the list of blocks at an empty line, narrows it and takes its first. */
async function slash(page: Page, words: string): Promise<void> {
  await page.keyboard.type(`/${words}`)
  await page.waitForSelector('#slash-menu:not([hidden])')
  await page.keyboard.press('Enter')
}

/** ProseMirror and the browser tell each other what is chosen within 20 ms; keys that come sooner are no hand's. */
async function backOnSheet(page: Page): Promise<void> {
  await waitAt(page, '.tiptap')
  await page.evaluate('new Promise((done) => setTimeout(done, 60))')
}

/** Drops a picture on the sheet, as a hand does that drags it in from elsewhere. */
async function dropPicture(page: Page, colour: string): Promise<void> {
  const bytes = await photo(colour, 640, 400)
  // As text: the types of a browser are not among those of a test.
  await page.evaluate(`(() => {
    const dataTransfer = new DataTransfer()
    dataTransfer.items.add(new File([new Uint8Array(${JSON.stringify(bytes)})], 'layar.png', { type: 'image/png' }))
    const place = document.querySelector('.tiptap').lastElementChild
    const { left, top } = place.getBoundingClientRect()
    const facts = { dataTransfer, bubbles: true, cancelable: true, clientX: left + 5, clientY: top + 5 }
    place.dispatchEvent(new DragEvent('drop', facts))
  })()`)
}

/** Saves by the button, and opens the page anew. */
async function save(page: Page): Promise<void> {
  await Promise.all([page.waitForResponse(/\/saves\/$/), page.click('.save p button')])
  await isSaved(page)
  await page.reload()
}

const isSaved = (page: Page): Promise<void> =>
  page.locator('[data-saving]', { hasText: /Tersimpan \d\d\.\d\d/ }).waitFor()

describe('writing an article in a browser', { skip: noChromium }, () => {
  const life = lifetime()
  let owned: OwnedSite
  after(() => life.end())
  before(async () => {
    owned = await openOwnedSite(life)
    const text = join(await temporaryFolder(life), 'lama.md')
    await writeFile(text, '---\ntitle: Nota Sembilan diumumkan\n---\nTeks.\n')
    const { code, err } = await gawai(['publish', text, '--data', owned.site.data])
    assert.equal(code, 0, err)
  })

  /** A new article with nothing in it, its sheet open. */
  async function onSheet(test: TestContext, options: BrowserContextOptions, title = '') {
    const { page, foreign, context } = await owned.ownPage(options)
    test.after(() => context.close())
    const errors: string[] = []
    page.on('pageerror', (error) => errors.push(error.message))
    page.on('console', (message) => message.type() === 'error' && errors.push(message.text()))
    await page.goto(`${owned.site.url}/newsroom/`)
    await page.click('main a.button')
    await page.fill('[name=title]', title)
    await page.selectOption('[name=template]', 'empty')
    await Promise.all([page.waitForNavigation(), page.click('main form:not([action*="sign-out"]) button')])
    await page.waitForSelector('.tiptap')
    return { page, foreign, errors }
  }

  for (const size of sizes)
    it(`keeps all that is written on a sheet, ${size.viewport?.width} pixels wide`, async (test) => {
      const { page, foreign, errors } = await onSheet(test, size)
      await isAccessible(page, 'an empty sheet')
      await page.fill('[name=title]', 'Nota sembilan diumumkan')
      await page.fill('[name=summary]', 'Ponsel baru yang lama ditunggu.')
      await page.focus('.tiptap')
      await page.keyboard.type('Ponsel itu dijual mulai besok. Ponsel lain menyusul.')
      await page.keyboard.press('Enter')
      await page.keyboard.type('/subj')
      await page.waitForSelector('#slash-menu:not([hidden])')
      await isAccessible(page, 'the list of blocks')
      await page.keyboard.press('Enter')
      await page.keyboard.type('Spesifikasi')
      await page.keyboard.press('Enter')
      await slash(page, 'daftar')
      await page.keyboard.type('Layar')
      await page.keyboard.press('Enter')
      await page.keyboard.type('Baterai')
      await page.keyboard.press('Enter')
      await page.keyboard.press('Enter')
      await slash(page, 'table')
      await page.keyboard.type('Varian')
      await page.keyboard.press('Tab')
      await page.keyboard.type('Harga')
      await page.keyboard.press('Tab')
      await page.keyboard.type('Stok')
      await page.keyboard.press('Control+End')
      await page.keyboard.press('ArrowDown')
      await slash(page, 'baca')
      await page.waitForSelector('dialog [role=option]')
      await page.keyboard.type('semb')
      await until(async () => (await page.locator('dialog [role=option]').count()) === 1)
      await isAccessible(page, 'choosing an article')
      await page.keyboard.press('Enter')
      await slash(page, 'source')
      await page.waitForSelector('dialog input')
      await page.locator('dialog [role=combobox]').fill('Kantor Berita Baru')
      await page.waitForSelector('dialog [role=option]')
      await isAccessible(page, 'naming a source')
      await page.keyboard.press('Enter')
      await page.keyboard.type('https://kantor.example/berita')
      await page.keyboard.press('Enter')
      await page.waitForSelector('.tiptap .attribution')
      await dropPicture(page, size.isMobile ? '#0033cc' : '#cc3300')
      await page.waitForSelector('.tiptap .picture img')
      assert.deepEqual(await kindsOn(page), [
        'paragraph',
        'heading',
        'bulletList',
        'table',
        'readAlso',
        'attribution',
        'paragraph',
        'image',
      ])
      await isAccessible(page, 'a full sheet')

      await page.locator('.tiptap p').first().click()
      await page.keyboard.press('Control+f')
      await page.waitForSelector('.find-bar:not([hidden])')
      await page.keyboard.type('ponsel')
      await until(async () => /1 dari 2/.test(await page.innerText('.find-bar')))
      await isAccessible(page, 'finding')
      await page.locator('.find-bar input').nth(1).fill('Telepon')
      await page.click('.find-bar button:text("Ganti semua")')
      assert.match(await page.innerText('.tiptap p >> nth=0'), /^Telepon itu dijual mulai besok\. Telepon lain/)
      await page.keyboard.press('Escape')
      await backOnSheet(page)

      await page.evaluate(`for (const one of document.querySelectorAll('details.group')) one.open = true`)
      assert.match(await page.innerText('.as-shown'), /Nota Sembilan diumumkan/i)
      await page.fill('[data-names-of=topics] [role=combobox]', 'Nota Series')
      await page.waitForSelector('[data-names-of=topics] [role=option]')
      await isAccessible(page, 'naming a topic')
      await page.keyboard.press('Enter')
      await until(async () => (await page.inputValue('[name=topics]')) === 'Nota Series')
      const written = await documentOn(page)
      await save(page)
      await page.waitForSelector('.tiptap')
      assert.deepEqual(await documentOn(page), written)
      assert.equal(await page.inputValue('[name=topics]'), 'Nota Series')
      assert.match(await page.innerText('.tiptap .attribution'), /Kantor Berita Baru/)
      assert.match(await page.innerText('.tiptap .read-also'), /Nota Sembilan diumumkan/)
      assert.deepEqual([foreign, errors], [[], []])
    })
  it('is written, formed and moved by keyboard alone', async (test) => {
    const { page, errors } = await onSheet(test, sizes[0] ?? {})
    await typeInto(page, '[name=title]', 'Papan ketik saja')
    await page.keyboard.press('Enter')
    await waitAt(page, '[name=summary]')
    await page.keyboard.press('Enter')
    await waitAt(page, '.tiptap')
    await page.keyboard.type('Satu kata')
    await page.keyboard.press('Control+Shift+ArrowLeft')
    await page.keyboard.press('Alt+F10')
    await waitAt(page, '.format-bar button')
    await page.keyboard.press('Enter')
    await backOnSheet(page)
    await page.keyboard.press('Control+k')
    await waitAt(page, 'dialog input')
    await page.keyboard.type('contoh.example/kata')
    await page.keyboard.press('Enter')
    await backOnSheet(page)
    await page.keyboard.press('End')
    await backOnSheet(page)
    await page.keyboard.press('Enter')
    await slash(page, 'quote')
    await page.keyboard.type('Dua')
    await page.keyboard.press('Alt+Shift+ArrowUp')
    await until(async () => (await kindsOn(page))[0] === 'blockquote')
    assert.match(await page.innerText('main > .unseen[role=status]'), /urutan 1 dari 2/)
    await page.keyboard.press('Control+z')
    assert.deepEqual(await documentOn(page), {
      type: 'doc',
      content: [
        {
          type: 'paragraph',
          content: [
            { type: 'text', text: 'Satu ' },
            {
              type: 'text',
              text: 'kata',
              marks: [{ type: 'link', attrs: { href: 'https://contoh.example/kata' } }, { type: 'bold' }],
            },
          ],
        },
        { type: 'blockquote', content: [{ type: 'paragraph', content: [{ type: 'text', text: 'Dua' }] }] },
      ],
    })
    await tabTo(page, '.sheet-bar button')
    await page.keyboard.press('Enter')
    await waitAt(page, 'dialog [role=combobox]')
    await page.keyboard.type('garis')
    await until(async () => (await page.locator('dialog [role=option]').count()) === 1)
    await page.keyboard.press('Enter')
    await until(async () => (await kindsOn(page)).includes('horizontalRule'))
    await tabTo(page, '.save p button')
    await page.keyboard.press('Enter')
    await isSaved(page)
    assert.deepEqual(errors, [])
  })

  it('takes several pictures as a gallery, and words for each', async (test) => {
    const { page, errors } = await onSheet(test, sizes[0] ?? {}, 'Galeri')
    await page.focus('.tiptap')
    await slash(page, 'galeri')
    await page.waitForSelector('dialog .picture-ways input')
    const files = await Promise.all(
      ['#11aa33', '#aa1133'].map(async (colour) => ({
        name: `${colour.slice(1)}.png`,
        mimeType: 'image/png',
        buffer: await drawing(320, 200, colour, { left: 6, top: 6, width: 20, height: 20, colour: '#ffffff' })
          .png()
          .toBuffer(),
      })),
    )
    await page.setInputFiles('dialog .picture-ways input[multiple]', files)
    await until(async () => (await page.locator('dialog [aria-pressed=true]').count()) === 2)
    await isAccessible(page, 'choosing pictures')
    await page.click('dialog form > p:last-child button')
    await page.waitForSelector('.tiptap .gallery img')
    await page.locator('.tiptap .gallery .picture').first().click()
    await page.click('.format-bar button:text("Ubah")')
    await page.locator('dialog textarea').first().fill('Layar depan')
    await page.waitForSelector('dialog a[href*="/newsroom/pictures/"]')
    await isAccessible(page, 'words for a picture')
    await page.click('dialog form > p:last-child button')
    await page.click('.format-bar button:text("Galeri")')
    await page.locator('dialog .field input').first().fill('Dua sisi')
    await page.selectOption('dialog select', '2')
    await page.click('dialog form > p:last-child button')
    await until(async () => (await documentOn(page)).content[0]?.attrs?.['caption'] === 'Dua sisi')
    const [gallery] = (await documentOn(page)).content
    assert.deepEqual([gallery?.type, gallery?.content?.length], ['gallery', 2])
    assert.equal(gallery?.attrs?.['columns'], 2)
    assert.equal(gallery?.content?.[0]?.attrs?.['alt'], 'Layar depan')
    assert.deepEqual(errors, [])
  })

  it('has its blocks dragged, and its tables grow', async (test) => {
    const { page, errors } = await onSheet(test, sizes[0] ?? {}, 'Dipindah')
    await page.focus('.tiptap')
    await page.keyboard.type('Satu')
    await page.keyboard.press('Enter')
    await page.keyboard.type('Dua')
    await page.keyboard.press('Enter')
    await slash(page, 'tabel')
    for (const head of ['A', 'B', 'C']) {
      await page.keyboard.type(head)
      await page.keyboard.press('Tab')
    }
    await page.keyboard.press('Alt+F10')
    await waitAt(page, '.format-bar button')
    await page.keyboard.press('Enter')
    await isAccessible(page, 'what can be done with a table')
    await page.click('dialog button:text("Tambah baris di bawah")')
    await until(async () => (await documentOn(page)).content[2]?.content?.length === 4)
    await page.hover('.tiptap > p')
    await page.dragAndDrop('.drag-handle', '.tiptap > p:nth-of-type(2)', { targetPosition: { x: 300, y: 12 } })
    await until(async () => (await page.innerText('.tiptap > p')) === 'Dua')
    assert.deepEqual(await kindsOn(page), ['paragraph', 'paragraph', 'table'])
    assert.deepEqual(errors, [])
  })

  for (const size of sizes)
    it(`shows the line that is written above its bars, ${size.viewport?.width} pixels wide`, async (test) => {
      const { page, errors } = await onSheet(test, size, 'Panjang')
      await page.focus('.tiptap')
      for (let line = 1; line <= 24; line += 1) {
        await page.keyboard.type(`Baris ${line}`)
        await page.keyboard.press('Enter')
      }
      await page.keyboard.type('/')
      await page.waitForSelector('#slash-menu:not([hidden])')
      const edges = await page.evaluate<number[]>(`[
        document.querySelector('#slash-menu').getBoundingClientRect().bottom,
        document.querySelector('.tiptap > p:last-child').getBoundingClientRect().bottom,
        document.querySelector('.save').getBoundingClientRect().top,
      ]`)
      assert.deepEqual(
        edges.toSorted((one, other) => one - other),
        edges,
      )
      assert.deepEqual(errors, [])
    })

  it('begins with the headline, where there is none yet', async (test) => {
    const { page } = await onSheet(test, sizes[0] ?? {})
    await waitAt(page, '[name=title]')
    await page.keyboard.type('Nota 9, dan apa yang baru')
    await page.keyboard.press('Enter')
    await page.keyboard.press('Enter')
    await page.keyboard.type('Ponsel itu dijual mulai besok.')
    const shown = page.locator('.preview-search')
    await shown.getByText('› nota-9-dan-apa-yang-baru').waitFor()
    await shown.getByText('Ponsel itu dijual mulai besok.').waitFor()
  })

  it('says where a quotation is from', async (test) => {
    const { page, errors } = await onSheet(test, sizes[0] ?? {}, 'Kutipan')
    await page.focus('.tiptap')
    await slash(page, 'kutipan')
    await page.keyboard.type('Kami menunggu.')
    await page.click('.format-bar button:text("Asal kutipan")')
    await page.locator('dialog input').fill('bukan alamat')
    await page.click('dialog form > p:last-child button')
    await page.getByText('Itu bukan alamat web.').waitFor()
    await page.locator('dialog input').fill('kantor.example/siaran')
    await isAccessible(page, 'where a quotation is from')
    await page.click('dialog form > p:last-child button')
    await until(async () => (await documentOn(page)).content[0]?.attrs?.['cite'] === 'https://kantor.example/siaran')
    assert.deepEqual(errors, [])
  })

  for (const size of sizes)
    it(`has its sources picked, each with its address, ${size.viewport?.width} pixels wide`, async (test) => {
      const { page, errors } = await onSheet(test, size, 'Sumber')
      await page.evaluate(`for (const one of document.querySelectorAll('details.group')) one.open = true`)
      const sources = page.locator('[data-sources]').first()
      await sources.getByRole('combobox').pressSequentially('Lentera Baru')
      await sources.getByRole('option').waitFor()
      await page.keyboard.press('Enter')
      await page.keyboard.type('tidak ada')
      await page.keyboard.press('Tab')
      await sources.getByText('Itu bukan alamat web.').waitFor()
      await isAccessible(page, 'an address that is none')
      const address = sources.getByLabel('Alamat web Lentera Baru')
      await address.fill('lentera.example/kabar')
      await save(page)
      await page.waitForSelector('.tiptap')
      const kept = await page.evaluate<string>(`new FormData(document.querySelector('.writing')).get('source')`)
      assert.equal(kept, 'Lentera Baru | https://lentera.example/kabar')
      await page.evaluate(`for (const one of document.querySelectorAll('details.group')) one.open = true`)
      await sources.getByRole('button', { name: 'Keluarkan Lentera Baru' }).click()
      await save(page)
      await page.waitForSelector('.tiptap')
      assert.equal(await page.evaluate(`new FormData(document.querySelector('.writing')).get('source')`), '')
      assert.deepEqual(errors, [])
    })

  it('says at its field what cannot be kept, until it is mended', async (test) => {
    const { page } = await onSheet(test, sizes[1] ?? {}, 'Terlalu panjang')
    const dateline = page.locator('[name=dateline]')
    // As in a browser that knows of no limit.
    await page.evaluate(`document.querySelector('[name=dateline]').removeAttribute('maxlength')`)
    await page.evaluate(`for (const one of document.querySelectorAll('details.group')) one.open = true`)
    await dateline.fill('j'.repeat(81))
    const words = page.locator('.field', { has: dateline }).getByText(/paling panjang 80 karakter/i)
    await words.waitFor()
    assert.equal(await dateline.getAttribute('aria-invalid'), 'true')
    await isAccessible(page, 'a field that cannot be kept')
    await dateline.fill('Jakarta')
    await isSaved(page)
    await until(async () => (await words.count()) === 0)
    assert.equal(await dateline.getAttribute('aria-invalid'), null)
  })

  it('stands where it is mended, for who comes from the checklist', async (test) => {
    const { page } = await onSheet(test, sizes[1] ?? {}, 'Diperbaiki')
    const sheet = page.url()
    for (const [field, place] of [
      ['source', '[data-sources] [role=combobox]'],
      ['writer', '[data-names-of=people] [role=combobox]'],
      ['section', '[name=section]'],
      ['markdown', '.tiptap'],
    ] as const) {
      await page.goto('about:blank')
      await page.goto(`${sheet}#field-${field}`)
      await waitAt(page, place)
    }
  })
})

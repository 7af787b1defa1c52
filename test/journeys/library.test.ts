import assert from 'node:assert/strict'
import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { after, before, describe, it } from 'node:test'
import type { Page } from 'playwright-core'
import { noChromium } from '#test/chromium.ts'
import { temporaryFolder } from '#test/temporary.ts'
import { isAccessible } from './barriers.ts'
import { openOwnedSite, type OwnedSite, photo, sizes } from './owned-site.ts'
import { gawai, lifetime, until } from './site.ts'

const colours = [
  '#cc3300',
  '#0033cc',
  '#118833',
  '#886611',
  '#555555',
  '#aa22aa',
  '#22aaaa',
  '#ddaa00',
  '#334455',
  '#991111',
]
/** Drops files on the page, as a hand does that drags them in from elsewhere. */
async function drop(page: Page, files: { name: string; type: string; bytes: number[] }[]): Promise<void> {
  // As text: the types of a browser are not among those of a test.
  const dropped = await page.evaluateHandle(`((brought) => {
    const transfer = new DataTransfer()
    for (const { name, type, bytes } of brought) transfer.items.add(new File([new Uint8Array(bytes)], name, { type }))
    return transfer
  })(${JSON.stringify(files)})`)
  for (const kind of ['dragover', 'drop']) await page.dispatchEvent('main', kind, { dataTransfer: dropped })
}

describe('the picture library in a browser', { skip: noChromium }, () => {
  const life = lifetime()
  let owned: OwnedSite
  after(() => life.end())
  before(async () => {
    owned = await openOwnedSite(life)
  })

  for (const [number, size] of sizes.entries())
    it(`takes what is dropped, crops it, says where it is used and replaces it, ${size.viewport?.width} pixels wide`, async (test) => {
      const { page, foreign, context } = await owned.ownPage(size)
      const errors: Error[] = []
      page.on('pageerror', (error) => void errors.push(error))
      const own = colours.map((colour) => `${colour.slice(1, -1)}${number}`)
      const files = await Promise.all(
        own.map(async (colour) => ({ name: `${colour}.png`, type: 'image/png', bytes: await photo(`#${colour}`) })),
      )
      await page.goto(`${owned.site.url}/newsroom/pictures/`)
      await isAccessible(page, 'an empty library')
      await drop(page, [...files, { name: 'logo.svg', type: 'image/svg+xml', bytes: [...Buffer.from('<svg/>')] }])
      await page.waitForSelector('.show-them')
      assert.equal(await page.locator('.sending .taken').count(), 10)
      assert.match(await page.innerText('.sending .refused'), /SVG/)
      await isAccessible(page, 'pictures that were brought')

      await page.click('.show-them a')
      assert.ok((await page.locator('.pictures li').count()) >= 10)
      await isAccessible(page, 'the library')
      await page.click(`.pictures a:has-text("${own[0]}.png")`)
      await page.waitForSelector('.crop-part')
      await until(() => page.evaluate<boolean>(`document.querySelector('.crop-tool img').naturalWidth > 0`))
      await isAccessible(page, 'cropping')
      const here = page.url().replace(/\?.*/, '')
      const id = /(\d+)\/$/.exec(here)?.[1]
      const src = await page.evaluate<string>(`document.querySelector('figure img').currentSrc`)
      const file = /[0-9a-f]{32}/.exec(src)?.[0] ?? ''

      const text = join(await temporaryFolder(test), 'story.md')
      const lead = `image: {src: /media/${file}.png, alt: Layar}`
      await writeFile(text, `---\ntitle: Layar ${number}\n${lead}\n---\nTeks.\n`)
      const published = await gawai(['publish', text, '--data', owned.site.data, '--json'])
      const { path } = JSON.parse(published.out) as { path: string }

      await page.focus('.crop-part')
      for (let step = 0; step < 30; step += 1) await page.keyboard.press('Shift+ArrowLeft')
      await page.keyboard.press('ArrowRight')
      assert.deepEqual([await page.inputValue('[name=width]'), await page.inputValue('[name=left]')], ['70', '1'])
      await page.focus('.crop-point')
      await page.keyboard.press('ArrowDown')
      assert.equal(await page.inputValue('[name=y]'), '41')
      await page.click('form[data-crop] button')
      await page.waitForSelector('.notice')
      assert.match(await page.innerText('[aria-labelledby=uses]'), new RegExp(`Layar ${number}\\s+Terbit`))
      const shows = async (wanted: RegExp) => wanted.test(await (await fetch(owned.site.url + path)).text())
      await until(() => shows(/width="560" height="500"/))

      await page.setInputFiles('#field-replacement', {
        name: 'baru.png',
        mimeType: 'image/png',
        buffer: Buffer.from(await photo(`#00${own[0]?.slice(0, 4)}`, 640)),
      })
      await page.click('[aria-labelledby=replace] button')
      await page.waitForSelector('.notice')
      await until(() => shows(/width="640" height="500"/))
      const old = await fetch(`${owned.site.url}/media/${file}.png`, { redirect: 'manual' })
      assert.equal(old.status, 301)
      await page.click('.notice button')
      await page.waitForSelector('.notice')
      await until(() => shows(/width="560" height="500"/))
      assert.match(here, new RegExp(`/newsroom/pictures/${id}/$`))
      assert.deepEqual([foreign, errors], [[], []])
      await context.close()
    })

  it('does all of it without JavaScript', async () => {
    const { page, context } = await owned.ownPage({ javaScriptEnabled: false })
    await page.goto(`${owned.site.url}/newsroom/pictures/`)
    await page.setInputFiles('.upload input[multiple]', {
      name: 'polos.png',
      mimeType: 'image/png',
      buffer: Buffer.from(await photo('#abcdef')),
    })
    await page.click('.upload button')
    assert.match(await page.innerText('.notice'), /1 gambar masuk pustaka/)
    await page.check('.pictures li:first-child input')
    await page.fill('#field-credit', 'Rina Putri')
    await page.click('button[value=credit]')
    assert.match(await page.innerText('.notice'), /Kredit 1 gambar diisi/)
    await page.click('.pictures li:first-child a')
    assert.equal(await page.inputValue('[name=credit]'), 'Rina Putri')
    await page.fill('[name=width]', '40')
    await page.click('form[data-crop] button')
    assert.match(await page.innerText('main'), /320 × 500 piksel/)
    await context.close()
  })
})

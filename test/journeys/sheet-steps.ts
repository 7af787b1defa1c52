import assert from 'node:assert/strict'
import { drawing } from '#test/pictures.ts'
import type { AtWork } from './at-work.ts'
import { older } from './pair.ts'
import { until } from './site.ts'

/** Begins an empty article. @returns its address in the newsroom */
export async function begin(at: AtWork, title: string): Promise<string> {
  await at.page.goto(`${at.url}/newsroom/`)
  await at.isWell('the desk')
  await at.follow('main a.button')
  await at.isWell('a new article')
  await at.put('[name=title]', title)
  await at.choose('[name=template]', 'Lembar kosong')
  await at.follow('main form:not([action*="sign-out"]) button')
  await at.page.waitForSelector('.tiptap[contenteditable=true]')
  return new URL(at.page.url()).pathname
}

/** Opens the list of blocks in an empty line and takes what it offers for these words. */
export async function insert(at: AtWork, words: string): Promise<void> {
  await at.type(`/${words}`)
  await at.page.waitForSelector('#slash-menu:not([hidden])')
  await at.takeFirst('#slash-menu')
}

/** Two paragraphs and a heading between them. */
export async function writeText(at: AtWork, [first, second]: readonly [string, string]): Promise<void> {
  await at.put('[name=summary]', 'Harganya turun, layarnya lebih terang, dan baterainya tahan dua hari.')
  await at.goToEnd()
  await at.type(first)
  await at.page.keyboard.press('Enter')
  await insert(at, 'subj')
  await at.type('Yang baru')
  await at.page.keyboard.press('Enter')
  await at.type(second)
  await at.page.keyboard.press('Enter')
  await at.isWell('a sheet')
}

/** A picture from this machine, with words for who does not see it and for whom it belongs to. */
export async function illustrate(at: AtWork, colour: string): Promise<void> {
  await insert(at, 'gambar')
  await at.page.waitForSelector('dialog .picture-ways')
  await at.isWell('choosing a picture')
  await at.bring(at.hand.name === 'keys alone' ? 'dialog [type=file]' : 'dialog .picture-ways label', {
    name: `${colour.slice(1)}.png`,
    mimeType: 'image/png',
    buffer: await drawing(800, 500, colour, { left: 60, top: 60, width: 200, height: 200, colour: '#ffffff' })
      .png()
      .toBuffer(),
  })
  await at.page.waitForSelector('.tiptap .picture img')
  await at.goToEnd()
  await at.pick('.tiptap .picture')
  await at.tool('Ubah')
  await at.page.waitForSelector('dialog a[href*="/newsroom/pictures/"]')
  await at.isWell('words for a picture')
  await crop(at)
  await at.put('dialog p.field:nth-of-type(1) textarea', 'Layar ponsel yang menyala')
  await at.put('dialog p.field:nth-of-type(3) input', 'Rina Putri')
  await at.press('dialog form > p:last-child button')
  await at.page.waitForSelector('dialog', { state: 'detached' })
}

/** In the library, in another tab, while the sheet stays open. */
async function crop(at: AtWork): Promise<void> {
  await isSaved(at)
  const shown = () => at.page.getAttribute('.tiptap .picture img', 'src')
  const before = await shown()
  const library = await at.besides(() => at.press('dialog a[href*="/newsroom/pictures/"]'))
  await library.page.waitForSelector('.crop-part')
  await until(() => library.page.evaluate<boolean>(`document.querySelector('.crop-tool img').naturalWidth > 0`))
  await library.narrow()
  assert.ok(Number(await library.page.inputValue('[name=width]')) < 85)
  await library.follow('form[data-crop] button')
  await library.isWell('a cropped picture')
  await library.page.close()
  await until(async () => {
    // Where no window is, every tab has the focus all the time, and nobody comes back to one.
    await at.page.evaluate("dispatchEvent(new Event('focus'))")
    return (await shown()) !== before
  })
}

/** The older article, by some letters of its headline. */
export async function readAlso(at: AtWork): Promise<void> {
  await at.goToEnd()
  await insert(at, 'baca')
  await at.page.waitForSelector('dialog [role=option]')
  await at.type('dela')
  await until(async () => (await at.page.locator('dialog [role=option]').count()) === 1)
  await at.isWell('choosing an article')
  await at.takeFirst('dialog')
  await at.page.locator('.tiptap .read-also', { hasText: older }).waitFor()
}

/** Who says it, or through whom it came. */
export async function attribute(at: AtWork, role: 'Sumber' | 'Melalui', name: string, address: string): Promise<void> {
  await at.goToEnd()
  await insert(at, 'menurut')
  await at.page.waitForSelector('dialog select')
  await at.choose('dialog select', role)
  await at.put('dialog [role=combobox]', name)
  await at.page.waitForSelector('dialog [role=option]')
  await at.isWell(`naming who says it: ${role}`)
  await at.takeFirst('dialog')
  await at.put('dialog p.field input', address)
  await at.press('dialog form > p:last-child button')
  await at.page.locator('.tiptap .attribution', { hasText: name }).waitFor()
}

/** Presses the button and waits until it says that it is saved. */
export async function save(at: AtWork): Promise<void> {
  await at.press('.save p button')
  await isSaved(at)
}

const isSaved = ({ page }: AtWork): Promise<void> =>
  page.locator('[data-saving]', { hasText: /^Tersimpan \d\d\.\d\d$/ }).waitFor()

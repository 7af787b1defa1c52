import assert from 'node:assert/strict'
import { after, before, describe, it } from 'node:test'
import type { Browser, Page } from 'playwright-core'
import { letIn, linesOn, openArticle, openWritingSite, type WritingSite } from '../../evals/lost-words/writers.ts'
import { noChromium } from '#test/chromium.ts'
import { documentOf, paragraph } from '#test/documents.ts'
import { barriers, tooWide } from './barriers.ts'
import { lifetime, sharedBrowser, until } from './site.ts'

const saving = '[data-saving]'

describe('what is written on a page', { skip: noChromium }, () => {
  const life = lifetime()
  let site: WritingSite
  let browser: Browser
  let articles: number[]
  before(async () => {
    browser = await sharedBrowser(life)
    site = await openWritingSite(life, ['Bagas Prakoso', 'Dian Lestari'])
    articles = await site.articles(6, documentOf(paragraph('Satu.'), paragraph('Dua.'), paragraph('Tiga.')))
    await site.start()
  })
  after(() => life.end())

  const writing = async (who: number, article: number): Promise<Page> => {
    const context = await browser.newContext()
    const writer = site.writers[who]
    if (writer) await letIn(context, site, writer)
    const page = await context.newPage()
    page.on('pageerror', (error) => console.log(error))
    page.setDefaultTimeout(8000)
    await openArticle(page, site, article)
    return page
  }
  const typeAfter = async (page: Page, line: string, words: string) => {
    await page.locator('.tiptap[contenteditable=true] > p', { hasText: line }).click()
    await page.keyboard.press('End')
    await page.keyboard.type(words)
  }
  /** What is on the sheet, once it is there. */
  const shows = async (page: Page, lines: string[]) => {
    await until(async () => (await linesOn(page)).join('|') === lines.join('|')).catch(() => undefined)
    assert.deepEqual(await linesOn(page), lines)
  }
  const press = (page: Page, name: string) => page.locator('.notice').getByRole('button', { name, exact: true }).click()
  const savedAfter = async (page: Page, work: () => Promise<unknown>) => {
    const answered = page.waitForResponse((answer) => answer.url().endsWith('/saves/') && answer.status() === 200)
    await work()
    await answered
    await page.locator(saving, { hasText: /Tersimpan \d\d\.\d\d/ }).waitFor()
  }
  const takeOver = async (page: Page) => {
    await press(page, 'Ambil alih')
    await press(page, 'Ya, ambil alih')
  }

  it('is saved by itself, and says so', async () => {
    const [article = 0] = articles
    const page = await writing(0, article)
    await savedAfter(page, () => typeAfter(page, 'Dua.', ' Lagi.'))
    await page.reload()
    await shows(page, ['Satu.', 'Dua. Lagi.', 'Tiga.'])
    await page.context().close()
  })

  it('is offered after a crash without a network, taken back and offered again', async () => {
    const [, article = 0] = articles
    const page = await writing(0, article)
    const context = page.context()
    await context.setOffline(true)
    await typeAfter(page, 'Satu.', ' Tanpa jaringan.')
    await page.locator(saving, { hasText: 'tidak ada jaringan, dicoba lagi' }).waitFor()
    const crashed = page.waitForEvent('crash')
    void (await context.newCDPSession(page)).send('Page.crash').catch(() => undefined)
    await crashed
    await page.close()
    await context.setOffline(false)
    const again = await context.newPage()
    await openArticle(again, site, article)
    await press(again, 'Ambil alih')
    await again.getByText('1 blok berbeda, 2 kata lebih banyak').waitFor()
    await press(again, 'Pulihkan')
    await shows(again, ['Satu. Tanpa jaringan.', 'Dua.', 'Tiga.'])
    await press(again, 'Urungkan')
    await shows(again, ['Satu.', 'Dua.', 'Tiga.'])
    await press(again, 'Buang')
    await press(again, 'Urungkan')
    await savedAfter(again, () => press(again, 'Pulihkan'))
    await again.reload()
    await shows(again, ['Satu. Tanpa jaringan.', 'Dua.', 'Tiga.'])
    assert.equal(await again.getByText('Pulihkan').count(), 0)
    await context.close()
  })

  it('goes on after signing in again, without a word lost', async () => {
    const [, , article = 0] = articles
    const page = await writing(0, article)
    const cookies = await page.context().cookies()
    await page.context().clearCookies()
    await typeAfter(page, 'Tiga.', ' Keluar.')
    const link = page.getByRole('link', { name: 'Masuk di tab baru' })
    assert.equal(await link.getAttribute('target'), '_blank')
    await page.context().addCookies(cookies)
    await savedAfter(page, () => page.evaluate("dispatchEvent(new Event('focus'))"))
    await link.waitFor({ state: 'detached' })
    await page.context().close()
  })

  it('is one person’s at a time: another reads, takes over, and what both typed is joined', async () => {
    const [, , , article = 0] = articles
    const bagas = await writing(0, article)
    await savedAfter(bagas, () => typeAfter(bagas, 'Satu.', ' Bagas.'))
    const dian = await writing(1, article)
    await dian.getByText('Bagas Prakoso sedang menulis artikel ini sejak').waitFor()
    assert.equal(await dian.locator('.tiptap').getAttribute('contenteditable'), 'false')
    await bagas.context().setOffline(true)
    await typeAfter(bagas, 'Tiga.', ' Belum tersimpan.')
    await takeOver(dian)
    await savedAfter(dian, () => typeAfter(dian, 'Dua.', ' Dian.'))
    await bagas.context().setOffline(false)
    await bagas.getByText('Dian Lestari sedang menulis artikel ini sejak').waitFor()
    await bagas.getByText('Yang Anda ketik dan belum tersimpan tetap ada').waitFor()
    await savedAfter(bagas, () => takeOver(bagas))
    await bagas.getByText('Dian Lestari menyimpan artikel ini').waitFor()
    const joined = ['Satu. Bagas.', 'Dua. Dian.', 'Tiga. Belum tersimpan.']
    await shows(bagas, joined)
    // Whoever waited has it by itself, with what was written meanwhile.
    await dian.locator('.tiptap[contenteditable=false]').waitFor({ timeout: 20_000 })
    await bagas.goto('about:blank')
    await dian.locator('.tiptap[contenteditable=true]').waitFor({ timeout: 20_000 })
    await shows(dian, joined)
    for (const page of [bagas, dian]) await page.context().close()
  })

  it('asks by keyboard, on a phone too, where both have changed the same', async () => {
    const [, , , , article = 0] = articles
    const bagas = await writing(0, article)
    await bagas.setViewportSize({ width: 360, height: 740 })
    await bagas.context().setOffline(true)
    await typeAfter(bagas, 'Dua.', ' Menurut Bagas.')
    await bagas.getByLabel('Judul', { exact: true }).fill('Judul Bagas')
    const dian = await writing(1, article)
    await takeOver(dian)
    await dian.getByLabel('Judul', { exact: true }).fill('Judul Dian')
    await savedAfter(dian, () => typeAfter(dian, 'Dua.', ' Menurut Dian.'))
    await bagas.context().setOffline(false)
    await takeOver(bagas)
    await dian.context().close()
    await bagas.getByRole('heading', { name: 'Bagian ini diubah di dua tempat' }).waitFor()
    assert.deepEqual(await barriers(bagas), [])
    assert.ok((await tooWide(bagas)) <= 0)
    assert.match((await linesOn(bagas)).join(), /Menurut Bagas/)
    const keys = ['Tab', 'Space', 'Tab', 'Space', 'ArrowDown', 'ArrowDown', 'Tab', 'Enter']
    await savedAfter(bagas, async () => {
      for (const key of keys) await bagas.keyboard.press(key)
    })
    await bagas.locator('.choosing').waitFor({ state: 'detached' })
    await shows(bagas, ['Satu.', 'Dua. Menurut Bagas.', 'Dua. Menurut Dian.', 'Tiga.'])
    assert.equal(await bagas.getByLabel('Judul', { exact: true }).inputValue(), 'Judul Bagas')
    await bagas.context().close()
  })
})

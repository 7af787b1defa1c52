import assert from 'node:assert/strict'
import { after, before, describe, it } from 'node:test'
import type { Browser, BrowserContextOptions } from 'playwright-core'
import { noChromium } from '#test/chromium.ts'
import { lettersIn, linkIn } from '#test/letters.ts'
import { lifetime, openPage, type RunningSite, sharedBrowser, startSite, until } from './site.ts'

describe('a reader who wants mail', { skip: noChromium }, () => {
  let site: RunningSite
  let browser: Browser
  const journey = lifetime()
  after(() => journey.end())
  before(async () => {
    site = await startSite(journey)
    browser = await sharedBrowser(journey)
  })

  const letterTo = async (address: string) => (await lettersIn(site.data)).find(({ to }) => to === address)

  const ways: [string, string, BrowserContextOptions][] = [
    [
      'without a script, on a phone',
      'wulan@news.example',
      { javaScriptEnabled: false, viewport: { width: 360, height: 740 } },
    ],
    ['with the site’s worker between page and network', 'hanif@news.example', {}],
  ]
  for (const [way, address, options] of ways)
    it(`asks, confirms by the letter and ends it, ${way}`, async () => {
      const { page, context } = await openPage(browser, site, options)
      await page.goto(`${site.url}/terbaru/`)
      if (options.javaScriptEnabled !== false)
        await until(async () => Boolean(await page.evaluate('navigator.serviceWorker.controller !== null')))
      await page.getByLabel('Alamat surel Anda').fill(address)
      await page.getByRole('button', { name: 'Kirimi saya' }).click()
      assert.equal(await page.getByRole('heading', { level: 1 }).textContent(), 'Periksa kotak surel Anda')

      await until(async () => (await letterTo(address)) !== undefined)
      const letter = await letterTo(address)
      const { pathname } = new URL(letter ? linkIn(letter, '/langganan/saya/') : site.url)
      await page.goto(site.url + pathname)
      await page.getByRole('button', { name: 'Ya, kirim yang dicentang' }).click()
      assert.match((await page.getByRole('status').textContent()) ?? '', /^Selesai: mulai sekarang/)
      await page.getByRole('button', { name: 'Hentikan yang dicentang' }).click()
      assert.match((await page.getByRole('status').textContent()) ?? '', /^Selesai: kiriman itu dihentikan/)
      await context.close()
    })
})

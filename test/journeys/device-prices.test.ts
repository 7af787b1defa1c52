import assert from 'node:assert/strict'
import { after, before, describe, it } from 'node:test'
import { HtmlValidate } from 'html-validate'
import type { Browser } from 'playwright-core'
import { addDevice, keepDemoPrices } from '#devices'
import { keepOrganisation } from '#organisations'
import { noChromium } from '#test/chromium.ts'
import { lettersIn, linkIn } from '#test/letters.ts'
import { ask } from '#test/served-pages.ts'
import { temporaryFolder } from '#test/temporary.ts'
import { openSite } from '../../src/app.ts'
import { barriers, paleWords, smallTargets, tooWide } from './barriers.ts'
import { lifetime, openPage, type RunningSite, sharedBrowser, startSite, until } from './site.ts'

/** Before the demo is there, which makes up prices for the newest devices that it finds. */
async function addDevices(data: string): Promise<void> {
  const { gawai } = await openSite({ data, port: 0, host: '127.0.0.1', proxy: [], pageStore: 'off' })
  await gawai.write(async (unit) => {
    const brand = {
      id: await keepOrganisation(unit, { name: 'Lentera', kind: 'company', isBrand: true }),
      name: 'Lentera',
    }
    for (const name of ['L2', 'L3', 'L4 Pro Max dengan nama yang sangat panjang'])
      await addDevice(unit, { brand, name, category: 'phone', released: '2026-11' })
  })
  await keepDemoPrices(gawai)
  await gawai.close()
}

describe('a reader who wants to buy', { skip: noChromium }, () => {
  let site: RunningSite
  let browser: Browser
  const journey = lifetime()
  after(() => journey.end())
  before(async () => {
    const data = await temporaryFolder(journey)
    await addDevices(data)
    site = await startSite(journey, {}, data)
    browser = await sharedBrowser(journey)
    await until(async () => /−\d+%/.test((await ask(`${site.url}/gawai/turun-harga/`)).text))
  })

  it('finds what has become cheaper, looks back a year and asks to be told, on a phone without a script', async () => {
    const { page, foreign, context } = await openPage(browser, site, {
      javaScriptEnabled: false,
      viewport: { width: 360, height: 740 },
    })
    await page.goto(`${site.url}/gawai/turun-harga/`)
    await page
      .getByRole('link', { name: /^Lentera L/ })
      .first()
      .click()
    assert.match(
      (await page.getByRole('heading', { level: 1 }).textContent()) ?? '',
      /^Harga Lentera L.* di Indonesia$/,
    )
    assert.match(await page.innerText('main'), /Harga ini data demo yang dibuat program/)
    assert.match((await page.getByRole('img').first().textContent()) ?? '', /Terendah Rp/)
    await page.getByText('Lihat sebagai tabel').click()
    assert.equal(await page.getByRole('row').count(), 3 + 14)
    await page.getByRole('link', { name: 'Malaysia' }).click()
    assert.match(await page.innerText('main'), /MYR/)

    await page.getByLabel(/^Kalau harga di Malaysia turun sampai/).fill('100')
    await page.getByLabel('Alamat surel Anda').fill('wulan@news.example')
    await page.getByRole('button', { name: 'Kabari kalau turun' }).click()
    assert.equal(await page.getByRole('heading', { level: 1 }).textContent(), 'Periksa kotak surel Anda')
    await until(async () => (await lettersIn(site.data)).length > 0)
    const [letter] = await lettersIn(site.data)
    assert.match(letter?.text ?? '', /Lentera L.* di Malaysia: MYR\s100 atau kurang/)
    await page.goto(site.url + new URL(letter ? linkIn(letter, '/langganan/saya/') : site.url).pathname)
    await page.getByRole('button', { name: 'Ya, kirim yang dicentang' }).click()
    assert.match((await page.getByRole('status').textContent()) ?? '', /^Selesai: mulai sekarang/)
    assert.deepEqual(foreign, [])
    await context.close()
  })

  const places = [
    '/gawai/turun-harga/',
    '/en/devices/price-drops/my/',
    '/gawai/lentera-l2/harga/',
    '/gawai/lentera-l4-pro-max-dengan-nama-yang-sangat-panjang/harga/my/',
    '/en/devices/lentera-l3/prices/us/',
  ]
  for (const place of places)
    it(`meets no barrier at ${place}`, async () => {
      const validate = new HtmlValidate({ extends: ['html-validate:standard'], rules: { 'no-inline-style': 'error' } })
      const { results } = await validate.validateString((await ask(site.url + place)).text)
      assert.deepEqual(
        results.flatMap(({ messages }) => messages.map(({ ruleId, message }) => `${ruleId}: ${message}`)),
        [],
      )
      const { page, context } = await openPage(browser, site, { viewport: { width: 360, height: 740 } })
      await page.goto(site.url + place)
      if (place.includes('lentera')) await page.locator('summary').click()
      assert.deepEqual(await barriers(page), [])
      assert.deepEqual(await smallTargets(page), [])
      assert.equal(await tooWide(page), 0)
      await page.emulateMedia({ colorScheme: 'dark' })
      assert.deepEqual(await paleWords(page), [])
      await context.close()
    })
})

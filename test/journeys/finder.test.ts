import assert from 'node:assert/strict'
import { after, before, describe, it } from 'node:test'
import { HtmlValidate } from 'html-validate'
import type { Browser, Page } from 'playwright-core'
import { keepCarrierBands, keepHomeMarkets, keepObservations, keepProvenance } from '#devices'
import { keepOrganisation } from '#organisations'
import { fillCatalogue } from '#test/catalogue.ts'
import { noChromium } from '#test/chromium.ts'
import { ask } from '#test/served-pages.ts'
import { temporaryFolder } from '#test/temporary.ts'
import { openSite } from '../../src/app.ts'
import { barriers, paleWords, smallTargets, tooWide } from './barriers.ts'
import { lifetime, openPage, type RunningSite, sharedBrowser, startSite } from './site.ts'

const sizes = [
  { width: 360, height: 740 },
  { width: 1440, height: 900 },
]

/** A catalogue of sixty, some with prices in the first market, where two carriers are known. */
async function fill(data: string): Promise<string[]> {
  const { gawai } = await openSite({ data, port: 0, host: '127.0.0.1', proxy: [], pageStore: 'off' })
  const devices = await gawai.write((unit) => fillCatalogue(unit, { devices: 60 }))
  await gawai.write(async (unit) => {
    await keepHomeMarkets(unit)
    const shop = await keepOrganisation(unit, { name: 'Toko Gawai', kind: 'shop' })
    const provenance = await keepProvenance(unit, { kind: 'retailer', name: 'Toko Gawai' })
    const asks = devices.slice(0, 30).map(({ id: device }, place) => ({
      offer: { device, shop, market: 'ID', currency: 'IDR' },
      seen: [{ at: unit.now, amount: 1_000_000 + place * 150_000, stock: null, provenance }],
    }))
    await keepObservations(unit, asks)
    for (const [name, bands] of [
      ['Sinyal', [3, 8, 40]],
      ['Nusantara', [28, 41]],
    ] as const)
      await keepCarrierBands(unit, {
        carrier: await keepOrganisation(unit, { name, kind: 'carrier' }),
        market: 'ID',
        bands: bands.map((band) => ({ radio: 'lte', band, isCore: true })),
        provenance: await keepProvenance(unit, { kind: 'register', name: 'Daftar pita' }),
      })
  })
  await gawai.close()
  return devices.map(({ slug }) => slug)
}

describe('a reader who looks for a device', { skip: noChromium }, () => {
  let site: RunningSite
  let browser: Browser
  let places: string[]
  const journey = lifetime()
  after(() => journey.end())
  before(async () => {
    const data = await temporaryFolder(journey)
    const slugs = await fill(data)
    const compared = slugs.slice(0, 4).map((slug) => `g=${slug}`)
    site = await startSite(journey, {}, data)
    browser = await sharedBrowser(journey)
    places = [
      '/gawai/',
      `/gawai/saring/?baterai=3000&nfc=1&q=l&pasar=ID&harga-dari=1&${compared[0]}`,
      '/gawai/saring/?baterai=8000&nfc=1&esim=1',
      '/gawai/bandingkan/',
      `/gawai/bandingkan/?${compared.join('&')}`,
      `/gawai/bandingkan/?${compared.slice(0, 2).join('&')}&beda=1`,
      '/gawai/bandingkan/?nama=l',
      `/gawai/pita/?${compared[0]}`,
      '/en/devices/filter/?battery=3000',
      `/en/devices/compare/?${compared.slice(0, 2).join('&')}`,
      `/en/devices/bands/?${compared[0]}`,
    ]
  })

  for (const viewport of sizes)
    it(`narrows by links and a form, and puts two beside each other, without JavaScript at ${viewport.width} pixels`, async () => {
      const { page, foreign, context } = await openPage(browser, site, { javaScriptEnabled: false, viewport })
      const total = async () => Number.parseInt(await page.innerText('main [role=status]'), 10)
      await page.goto(`${site.url}/gawai/`)
      assert.equal(await total(), 60)
      await page.click('.facets summary >> text=NFC')
      await page.click('.facets details[open] li a >> text=Ya')
      const withNfc = await total()
      assert.ok(withNfc < 60)
      await page.click('.facets li a >> text=mulai 3.000 mAh')
      assert.ok((await total()) < withNfc)
      await page.click('.chosen a >> text=Baterai')
      assert.equal(await total(), withNfc)
      await page.fill('#finder-words', 'ultra')
      await page.selectOption('#finder-order', 'battery')
      await page.press('#finder-words', 'Enter')
      assert.match(page.url(), /nfc=1.*q=ultra.*urut=battery/)
      const names = await page.locator('.devices h2').allInnerTexts()
      assert.ok(names.length > 0 && names.every((name) => name.includes('Ultra')))
      await page.click('.chosen a >> text=Hapus semua')
      assert.equal(await total(), 60)
      await compareTwo(page)
      assert.deepEqual(foreign, [])
      await context.close()
    })

  async function compareTwo(page: Page) {
    await page.click('.devices li:nth-child(1) >> text=Bandingkan')
    await page.click('.devices li:nth-child(2) >> text=Bandingkan')
    await page.click('.compared >> text=Lihat perbandingan')
    const rows = () => page.locator('.comparison tbody tr:not(.group)').count()
    const all = await rows()
    assert.ok((await page.locator('.better').count()) > 0)
    await page.click('text=Tampilkan yang berbeda saja')
    assert.ok((await rows()) < all)
    await page.click('.comparison .mark >> nth=0')
    assert.match(page.url(), /#source-1$/)
    await page.fill('#device-name', 'lentera')
    await page.press('#device-name', 'Enter')
    await page.click('.candidates a >> nth=0')
    assert.equal(await page.locator('.comparison thead th').count(), 3)
    await page.click('.take-out >> nth=0')
    assert.equal(await page.locator('.comparison thead th').count(), 2)
  }

  it('meets valid pages without barriers in either colours, none wider than the screen', async () => {
    const validate = new HtmlValidate({ extends: ['html-validate:standard'], rules: { 'no-inline-style': 'error' } })
    for (const path of places) {
      const { status, text } = await ask(site.url + path)
      assert.equal(status, 200, path)
      const { results } = await validate.validateString(text)
      assert.deepEqual(
        results.flatMap(({ messages }) => messages.map(({ message }) => message)),
        [],
        path,
      )
    }
    for (const viewport of sizes) {
      const { page, context } = await openPage(browser, site, { viewport })
      for (const path of viewport.width > 1000 ? places.slice(0, 5) : places) {
        await page.goto(site.url + path)
        assert.deepEqual(await barriers(page), [], `${path} at ${viewport.width}`)
        assert.deepEqual(await smallTargets(page), [], `${path} at ${viewport.width}`)
        assert.ok((await tooWide(page)) <= 0, `${path} at ${viewport.width}`)
        await page.emulateMedia({ colorScheme: 'dark' })
        assert.deepEqual(await paleWords(page), [], `${path} in the dark`)
        await page.emulateMedia({ colorScheme: 'light' })
      }
      await context.close()
    }
  })

  it('keeps in sight on a small screen what a row is about', async () => {
    const { page, context } = await openPage(browser, site, { viewport: sizes[0] ?? null })
    await page.goto(site.url + (places[4] ?? ''))
    const left = () =>
      page.evaluate(`document.querySelector('.comparison tbody th[scope=row]').getBoundingClientRect().left`)
    const before = await left()
    await page.evaluate(`document.querySelector('.comparison').scrollLeft = 200`)
    assert.equal(await left(), before)
    await context.close()
  })
})

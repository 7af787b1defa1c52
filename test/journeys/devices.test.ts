import assert from 'node:assert/strict'
import { after, before, describe, it } from 'node:test'
import { HtmlValidate } from 'html-validate'
import type { Browser } from 'playwright-core'
import { readWords } from '#platform/i18n.ts'
import { silentLog } from '#platform/log.ts'
import { openGawai } from '#platform/open.ts'
import { noChromium } from '#test/chromium.ts'
import { keepLentera } from '#test/lentera.ts'
import { ask } from '#test/served-pages.ts'
import { wordFolders } from '../../src/app.ts'
import { barriers, paleWords, smallTargets, tooWide } from './barriers.ts'
import { lifetime, openPage, type RunningSite, sharedBrowser, startSite } from './site.ts'

const device = '/gawai/lentera-l2/'
const places = [
  device,
  '/en/devices/lentera-l2/',
  '/gawai/lentera-l3/',
  '/gawai/kode/L2X/',
  '/gawai/terbaru/',
  '/gawai/mendatang/',
  '/merek/lentera/',
  '/merek/lentera/gawai/',
  '/merek/lentera/l/',
  `${device}lapor/`,
  '/en/devices/lentera-l2/report/',
]

describe('the catalogue of devices', { skip: noChromium }, () => {
  let site: RunningSite
  let browser: Browser
  const journey = lifetime()
  after(() => journey.end())
  before(async () => {
    site = await startSite(journey)
    browser = await sharedBrowser(journey)
    // As another program at the same folder would.
    const gawai = await openGawai({
      data: site.data,
      origin: site.url,
      words: readWords(wordFolders),
      log: silentLog,
    })
    await gawai.write(keepLentera)
    await gawai.close()
  })

  it('is well-formed, and has no barrier on a small and a large screen, in light and dark', async () => {
    const validate = new HtmlValidate({ extends: ['html-validate:standard'], rules: { 'no-inline-style': 'error' } })
    const { page, context } = await openPage(browser, site, { viewport: { width: 360, height: 740 } })
    for (const place of places) {
      const { results } = await validate.validateString((await ask(site.url + place)).text)
      const faults = results.flatMap(({ messages }) => messages.map(({ ruleId, message }) => `${ruleId}: ${message}`))
      assert.deepEqual(faults, [], place)
      for (const width of [1440, 360]) {
        await page.setViewportSize({ width, height: 740 })
        await page.emulateMedia({ colorScheme: 'light' })
        await page.goto(site.url + place)
        assert.deepEqual(await barriers(page), [], `${place} at ${width}`)
        assert.ok((await tooWide(page)) <= 0, `${place} is too wide at ${width}`)
      }
      assert.deepEqual(await smallTargets(page), [], place)
      await page.emulateMedia({ colorScheme: 'dark' })
      assert.deepEqual(await paleWords(page), [], `${place} in the dark`)
    }
    await context.close()
  })

  it('is walked from the menu to a device, its source, its code, its maker and a report, without JavaScript', async () => {
    const { page, foreign, context } = await openPage(browser, site, { javaScriptEnabled: false })
    const path = () => new URL(page.url()).pathname
    await page.goto(site.url)
    await page.click('.masthead nav >> text=Gawai')
    assert.equal(path(), '/gawai/')
    await page.click('main >> text=Lentera L2')
    assert.equal(path(), device)
    await page.click('summary[aria-label="Penjelasan: Baterai"]')
    assert.match(await page.innerText('details[open] p'), /Banyaknya listrik/)
    await page.click('.key-facts .source-note >> nth=0')
    assert.match(await page.innerText('li:target'), /Wiki .*CC BY-SA 3\.0/)
    await page.click('main >> text=L2X')
    assert.match(await page.innerText('main'), /Lentera L1[^]*Lentera L2/)
    await page.click('main >> text=Lentera L2')
    await page.click('.label >> text=L')
    await page.goto(site.url + device)
    await page.click('main >> text=Laporkan kesalahan')
    await page.selectOption('#about', 'battery')
    await page.fill('#words', 'Baterainya 4.150 mAh.')
    await page.click('main button')
    assert.match(await page.innerText('h1'), /Terima kasih/)
    await page.click('main >> text=Kembali ke Lentera L2')
    assert.equal(path(), device)
    assert.deepEqual(foreign, [])
    assert.deepEqual(await context.cookies(), [])
    await context.close()
  })

  it('prints a device with its sources, without what only a screen can use', async () => {
    const { page, context } = await openPage(browser, site)
    await page.goto(site.url + device)
    await page.emulateMedia({ media: 'print' })
    for (const gone of ['.masthead nav', '.partner', '.specifications > .quiet'])
      assert.equal(await page.isVisible(gone), false, gone)
    for (const there of ['h1', '.key-facts', '.specifications td', '.device-sources li'])
      assert.ok(await page.isVisible(there), there)
    await context.close()
  })
})

import assert from 'node:assert/strict'
import { after, before, describe, it } from 'node:test'
import { HtmlValidate } from 'html-validate'
import type { Browser, BrowserContextOptions } from 'playwright-core'
import { noChromium } from '#test/chromium.ts'
import { ask } from '#test/served-pages.ts'
import { barriers, paleWords, tooWide } from './looks.ts'
import { lifetime, openPage, type RunningSite, sharedBrowser, startSite } from './site.ts'

const indonesian = [
  '/',
  '/terbaru/',
  '/rubrik/',
  '/rubrik/ponsel/',
  '/topik/xiaomi/',
  '/merek/',
  '/merek/xiaomi/',
  '/penulis/',
  '/penulis/wulan-sasmita/',
  '/arsip/',
  '/2018/03/',
  '/2018/03/xiaomi-masuk-amerika-serikat/',
  '/cari/?q=xiaomi',
  '/cari/?q=terbang',
  '/tentang/',
  '/offline/',
  '/langganan/',
  '/langganan/surat/',
  '/langganan/berhenti/x/',
  '/langganan/saya/x/',
  '/tidak-ada/',
]
const english = [
  '/',
  '/sections/phones/',
  '/authors/wulan-sasmita/',
  '/2018/03/',
  '/search/?q=xiaomi',
  '/about/',
  '/none/',
]
const places = [...indonesian, ...english.map((path) => `/en${path}`), '/subscriptions/', '/look/']
/** One of each kind of layout. */
const wide = ['/', '/terbaru/', '/2018/03/xiaomi-masuk-amerika-serikat/', '/look/']
const small = { width: 360, height: 740 }
const large = { width: 1440, height: 900 }

describe('every place of the site', { skip: noChromium }, () => {
  let site: RunningSite
  let browser: Browser
  const journey = lifetime()
  after(() => journey.end())
  before(async () => {
    site = await startSite(journey)
    browser = await sharedBrowser(journey)
  })

  /** Pictures have their place without being there, and making all of them would take most of the time. */
  const openPlaces = async (options: BrowserContextOptions) => {
    const opened = await openPage(browser, site, options)
    await opened.context.route('**/media/**', (route) => route.abort())
    return opened
  }

  it('has no barrier on a small screen and nothing beside it to scroll to, in light and dark', async () => {
    const { page, context } = await openPlaces({ viewport: small })
    for (const place of places) {
      await page.emulateMedia({ colorScheme: 'light' })
      await page.goto(site.url + place)
      assert.deepEqual(await barriers(page), [], place)
      assert.ok((await tooWide(page)) <= 0, `${place} is ${await tooWide(page)} px too wide`)
      await page.emulateMedia({ colorScheme: 'dark' })
      assert.deepEqual(await paleWords(page), [], `${place} in the dark`)
    }
    await context.close()
  })

  it('has none on larger screens either', async () => {
    const { page, context } = await openPlaces({ viewport: large })
    for (const place of wide) {
      await page.goto(site.url + place)
      assert.deepEqual(await barriers(page), [], place)
      for (const width of [1440, 768]) {
        await page.setViewportSize({ ...large, width })
        assert.ok((await tooWide(page)) <= 0, `${place} is too wide at ${width}`)
      }
    }
    await context.close()
  })

  it('is valid HTML without inline style', async () => {
    const validate = new HtmlValidate({ extends: ['html-validate:standard'], rules: { 'no-inline-style': 'error' } })
    for (const place of places) {
      const { results } = await validate.validateString((await ask(site.url + place)).text)
      const messages = results.flatMap(({ messages: found }) =>
        found.map(({ ruleId, message, line }) => `${place} ${line} ${ruleId}: ${message}`),
      )
      assert.deepEqual(messages, [])
    }
  })
})

import assert from 'node:assert/strict'
import { after, before, describe, it } from 'node:test'
import type { Browser } from 'playwright-core'
import sharp from 'sharp'
import { noChromium } from '#test/chromium.ts'
import { ask } from '#test/served-pages.ts'
import { gawai, lifetime, openPage, type RunningSite, sharedBrowser, startSite, until } from './site.ts'
import { embedded, illustrated, withPictures, withVideo } from './stories.ts'

const article = '/2018/03/xiaomi-masuk-amerika-serikat/'

describe('a reader', { skip: noChromium }, () => {
  let site: RunningSite
  let browser: Browser
  const journey = lifetime()
  after(() => journey.end())
  before(async () => {
    site = await startSite(journey)
    browser = await sharedBrowser(journey)
    // From another program, as an editor at the same folder would.
    for (const file of [await withVideo(site.data), await withPictures(site.data)])
      await gawai(['publish', file, '--data', site.data])
    for (const path of [embedded, illustrated]) await until(async () => (await ask(site.url + path)).status === 200)
  })

  it('walks from the home page to a story, its section, its topic and its English partner without JavaScript', async () => {
    const { page, foreign, context } = await openPage(browser, site, { javaScriptEnabled: false })
    await page.goto(site.url)
    await page.click('main h2 >> text=Delapan tahun menanti')
    await page.click('.read-also >> text=Xiaomi menyasar Amerika Serikat')
    assert.equal(new URL(page.url()).pathname, article)
    assert.match(await page.innerText('main'), /\[WS\/HBS\]/)
    await page.click('.label a')
    assert.match(await page.innerText('h1'), /Ponsel/)
    await page.goBack()
    await page.click('a[rel=tag] >> text=Xiaomi')
    assert.match(await page.innerText('h1'), /Xiaomi/)
    await page.goBack()
    await page.click('.partner a')
    assert.equal(await page.getAttribute('html', 'lang'), 'en')
    assert.match(await page.innerText('h1'), /Xiaomi/)
    await page.click('.masthead .name')
    assert.equal(new URL(page.url()).pathname, '/en/')
    assert.deepEqual(foreign, [])
    assert.deepEqual(await context.cookies(), [])
    await context.close()
  })

  it('loads a video only after asking for it', async () => {
    const { page, foreign, context } = await openPage(browser, site)
    const errors: Error[] = []
    page.on('pageerror', (error) => void errors.push(error))
    await page.goto(site.url + embedded)
    assert.deepEqual(foreign, [])
    await page.click('gawai-embed button')
    await page.waitForSelector('gawai-embed iframe')
    assert.match(foreign.join(), /^https:\/\/www\.youtube-nocookie\.com\/embed\//)
    assert.deepEqual(errors, [])
    await context.close()
  })

  it('searches by a form, walks to an author, to a month and to older pages without JavaScript', async () => {
    const { page, foreign, context } = await openPage(browser, site, { javaScriptEnabled: false })
    const path = () => new URL(page.url()).pathname
    await page.goto(site.url)
    await page.click('.masthead >> text=Cari')
    await page.fill('#q', 'xiaomi amerika')
    await page.press('#q', 'Enter')
    assert.match(page.url(), /\/cari\/\?q=xiaomi\+amerika$/)
    assert.match(await page.innerText('[role=status]'), /\d+ berita untuk “xiaomi amerika”/)
    await page.click('main h2 >> text=Xiaomi menyasar Amerika Serikat')
    assert.equal(path(), article)
    await page.click('a[rel=author] >> text=Wulan Sasmita')
    assert.match(await page.innerText('h1'), /^Wulan Sasmita$/)
    await page.click('.colophon >> text=Arsip')
    await page.click('main >> text=Maret 2018')
    assert.equal(path(), '/2018/03/')
    assert.match(await page.innerText('main'), /Xiaomi menyasar Amerika Serikat/)
    await page.click('.masthead nav >> text=Terbaru')
    const newest = await page.innerText('main h2 >> nth=0')
    await page.click('a[rel=next]')
    assert.match(path(), /^\/terbaru\/sebelum\//)
    assert.notEqual(await page.innerText('main h2 >> nth=0'), newest)
    await page.click('main >> text=Kembali ke yang terbaru')
    assert.equal(await page.innerText('main h2 >> nth=0'), newest)
    assert.deepEqual(foreign, [])
    await context.close()
  })

  it('reads the offline page of the edition when the network is away', async () => {
    const context = await browser.newContext()
    const page = await context.newPage()
    await page.goto(site.url)
    await until(async () => Boolean(await page.evaluate('navigator.serviceWorker.controller !== null')))
    await context.setOffline(true)
    for (const [path, lang, title] of [
      [article, 'id', 'Anda sedang luring'],
      ['/en/latest/', 'en', 'You are offline'],
    ] as const) {
      await page.goto(site.url + path)
      assert.equal(await page.getAttribute('html', 'lang'), lang)
      assert.equal(await page.innerText('h1'), title)
    }
    await context.setOffline(false)
    await page.click('main .on a')
    await page.waitForSelector('ol.cards')
    assert.equal(new URL(page.url()).pathname, '/en/latest/')
    await context.close()
  })

  it('sees the first picture in a format and width that fit, and loads none further down until scrolling there', async () => {
    const { page, context } = await openPage(browser, site, { viewport: { width: 360, height: 640 } })
    const asked: string[] = []
    page.on('request', (request) => void asked.push(new URL(request.url()).pathname))
    await page.goto(site.url + illustrated)
    await until(async () => Boolean(await page.evaluate("document.querySelector('.story img').naturalWidth > 0")))
    const pictures = () => asked.filter((path) => path.startsWith('/media/'))
    assert.equal(pictures().length, 1)
    assert.match(pictures()[0] ?? '', /^\/media\/[0-9a-f]{32}-whole-400\.avif$/)
    assert.deepEqual(await page.getAttribute('.story img >> nth=0', 'width'), '1600')
    assert.equal(await page.getAttribute('.story img >> nth=1', 'loading'), 'lazy')
    await page.locator('.story img').last().scrollIntoViewIfNeeded()
    await until(async () => pictures().length === 2)
    await context.close()
  })

  it('can share the story with a card of the size that other sites want', async () => {
    const { text } = await ask(site.url + article)
    const [, card = ''] = /og:image" content="[^"]*(\/media\/cards\/[^"]+)"/.exec(text) ?? []
    const { status, headers, raw } = await ask(site.url + card)
    assert.deepEqual([status, headers['content-type']], [200, 'image/jpeg'])
    const { width, height } = await sharp(raw).metadata()
    assert.deepEqual([width, height], [1200, 630])
  })

  it('prints the story without what only a screen can use', async () => {
    const { page, context } = await openPage(browser, site)
    await page.goto(site.url + article)
    await page.emulateMedia({ media: 'print', colorScheme: 'dark' })
    for (const gone of ['.masthead nav', '.rail', '.colophon ul', '.partner', '.skip'])
      assert.equal(await page.isVisible(gone), false, gone)
    for (const there of ['h1', '.summary', '.bylines', '.sign-off', '.sources', '.masthead .name'])
      assert.ok(await page.isVisible(there), there)
    assert.equal(
      await page.evaluate('getComputedStyle(document.documentElement).backgroundColor'),
      'rgb(255, 255, 255)',
    )
    await context.close()
  })
})

import assert from 'node:assert/strict'
import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { after, before, describe, it } from 'node:test'
import { AxeBuilder } from '@axe-core/playwright'
import { HtmlValidate } from 'html-validate'
import type { Browser } from 'playwright-core'
import { noChromium } from '#test/chromium.ts'
import { ask } from '#test/served-pages.ts'
import { gawai, lifetime, openPage, type RunningSite, sharedBrowser, startSite, until } from './site.ts'

const article = '/2018/03/xiaomi-masuk-amerika-serikat/'
const places = ['/', '/terbaru/', article, '/rubrik/ponsel/', '/topik/xiaomi/', '/en/', '/tidak-ada/']

describe('a reader', { skip: noChromium }, () => {
  let site: RunningSite
  let browser: Browser
  const journey = lifetime()
  after(() => journey.end())
  before(async () => {
    site = await startSite(journey)
    browser = await sharedBrowser(journey)
    // From another program, as an editor at the same folder would.
    await gawai(['publish', await withVideo(site.data), '--data', site.data])
    await until(async () => (await ask(site.url + embedded)).status === 200)
  })

  it('walks from the home page to a story, its section, its topic and its English partner without JavaScript', async () => {
    const { page, foreign, context } = await openPage(browser, site, { javaScriptEnabled: false })
    await page.goto(site.url)
    await page.click('text=Xiaomi menyasar Amerika Serikat')
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

  it('meets no barrier, in light or dark, on a small or a large screen', async () => {
    for (const colorScheme of ['light', 'dark'] as const) {
      const { page, context } = await openPage(browser, site, { colorScheme, viewport: { width: 360, height: 740 } })
      for (const place of places) {
        await page.goto(site.url + place)
        const { violations } = await new AxeBuilder({ page }).analyze()
        assert.deepEqual(
          violations.map(({ id, nodes }) => [id, nodes[0]?.html]),
          [],
          `${place} ${colorScheme}`,
        )
        for (const width of colorScheme === 'light' ? [360, 768, 1440] : []) {
          await page.setViewportSize({ width, height: 900 })
          const overflow = await page.evaluate('document.documentElement.scrollWidth - innerWidth')
          assert.ok(Number(overflow) <= 0, `${place} is ${String(overflow)} px too wide at ${width}`)
        }
      }
      await context.close()
    }
  })

  it('gets valid HTML everywhere', async () => {
    const validate = new HtmlValidate({ extends: ['html-validate:standard'], rules: { 'no-inline-style': 'error' } })
    for (const place of [...places, embedded]) {
      const { text } = await ask(site.url + place)
      const report = await validate.validateString(text)
      const messages = report.results.flatMap(({ messages: found }) =>
        found.map(({ ruleId, message, line }) => `${place} ${line} ${ruleId}: ${message}`),
      )
      assert.deepEqual(messages, [])
    }
  })
})

const embedded = '/2026/02/video/'

async function withVideo(folder: string): Promise<string> {
  const file = join(folder, 'video.md')
  const frame = '<iframe src="https://www.youtube.com/embed/aqz-KE-bpKQ" title="Kelinci besar"></iframe>'
  await writeFile(file, `---\ntitle: Video\npublished: 2026-02-01T10:00:00+07:00\n---\nLihat ini.\n\n${frame}\n`)
  return file
}

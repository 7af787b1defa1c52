import assert from 'node:assert/strict'
import { after, before, describe, it, type TestContext } from 'node:test'
import type { Browser } from 'playwright-core'
import { noChromium } from '#test/chromium.ts'
import { type AtWork, atWork } from './at-work.ts'
import { mouse } from './hands.ts'
import { askEditor } from './pair-steps.ts'
import { openPairSite, type PairSite } from './pair.ts'
import { begin, save } from './sheet-steps.ts'
import { lifetime, sharedBrowser, until } from './site.ts'

const words = 'Belum tersimpan.'

/** Also for what a page sends while it goes, which no route of the browser sees. */
const unreachable = `globalThis.fetch = ((send) => (address, asked) =>
  String(address).endsWith('/saves/') && !globalThis.isReachable
    ? Promise.reject(new TypeError('no network'))
    : send(address, asked))(fetch)`

describe('what is on a sheet', { skip: noChromium }, () => {
  const life = lifetime()
  let site: PairSite
  let browser: Browser
  after(() => life.end())
  before(async () => {
    site = await openPairSite(life)
    browser = await sharedBrowser(life)
  })

  /** A new article on whose sheet stand words that nobody saves. */
  async function unsaved(test: TestContext, script = ''): Promise<{ at: AtWork; place: string }> {
    const at = await atWork(browser, site, mouse, site.writer)
    test.after(() => at.page.context().close())
    await at.page.context().addInitScript(`${unreachable};${script}`)
    const place = await begin(at, 'Kabar gawai hari ini')
    await at.goToEnd()
    await at.type(words)
    await at.page.locator('[data-saving]', { hasText: 'tidak ada jaringan' }).waitFor()
    return { at, place }
  }
  /** Takes it, and it is there from then on. */
  async function takeUp({ page }: AtWork): Promise<void> {
    await page.getByRole('button', { name: 'Pulihkan' }).waitFor()
    assert.equal((await page.innerText('.tiptap')).trim(), '')
    await page.evaluate('isReachable = true')
    const saved = page.waitForResponse((answer) => answer.url().endsWith('/saves/') && answer.ok())
    await page.getByRole('button', { name: 'Pulihkan' }).click()
    await saved
    await page.reload()
    await until(async () => (await page.innerText('.tiptap')).trim() === words)
  }

  it('is offered to whoever has left the page and goes back', async (test) => {
    const { at } = await unsaved(test)
    await at.follow('nav.tabs a[href$="/notes/"]')
    await at.page.goBack()
    await takeUp(at)
  })

  it('is offered after the tab was closed', async (test) => {
    const { at, place } = await unsaved(test)
    const again = await at.page.context().newPage()
    await Promise.all([at.page.waitForEvent('close'), at.page.close({ runBeforeUnload: true })])
    await again.goto(site.url + place)
    await takeUp({ ...at, page: again })
  })

  it('is offered by the tab itself where the browser forbids a database', async (test) => {
    const forbid = `Object.defineProperty(IDBFactory.prototype, 'open', {
      value() { throw new DOMException('forbidden', 'SecurityError') },
    })`
    const { at } = await unsaved(test, forbid)
    await at.page.locator('[data-saving]', { hasText: 'jangan tutup tab ini dulu' }).waitFor()
    await at.page.reload()
    await takeUp(at)
  })

  it('has its notes with it, however it is moved and rewritten', async (test) => {
    const at = await atWork(browser, site, mouse, site.writer)
    test.after(() => at.page.context().close())
    const place = await begin(at, 'Harga gawai pekan ini')
    await at.goToEnd()
    for (const line of ['Harganya turun.', 'Stoknya banyak.']) {
      await at.type(line)
      await at.page.keyboard.press('Enter')
    }
    await save(at)
    await askEditor(at, 'Harganya turun.', 'sejak kapan?')
    await at.page.goto(site.url + place)
    await at.page.locator('.tiptap .noted', { hasText: 'Harganya turun.' }).waitFor()
    await at.page.locator('.tiptap[contenteditable=true]').waitFor()
    await at.toEndOf('Harganya turun.')
    await at.page.keyboard.press('Alt+Shift+ArrowDown')
    await at.page.keyboard.press('Shift+Home')
    await at.type('Ongkos kirimnya gratis.')
    await save(at)
    await at.page.reload()
    const noted = at.page.locator('.tiptap .noted')
    await noted.waitFor()
    assert.equal(await noted.innerText(), 'Ongkos kirimnya gratis.')
    assert.equal(await at.page.innerText('.tiptap > p'), 'Stoknya banyak.')
  })
})

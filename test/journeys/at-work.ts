import assert from 'node:assert/strict'
import type { Browser, Page } from 'playwright-core'
import { barriers, smallTargets, tooWide } from './barriers.ts'
import type { HandWorks } from './hand-keys.ts'
import type { Hand } from './hands.ts'
import { openPage, type RunningSite } from './site.ts'

/** Somebody at a page, and how they use it. */
export interface AtWork extends HandWorks {
  page: Page
  hand: Hand
  url: string
  /** Everybody can use what stands there, nothing of it is beside the page, and the browser has nothing to complain of. */
  isWell(where: string): Promise<void>
  /** The same person on a page that opens in another tab. */
  besides(open: () => Promise<void>): Promise<AtWork>
}

/** Opens a browser profile of its own. @param token of a session; none for a reader */
export async function atWork(browser: Browser, site: RunningSite, hand: Hand, token?: string): Promise<AtWork> {
  const { page, foreign, context } = await openPage(browser, site, hand.window)
  if (token !== undefined) await context.addCookies([{ name: 'gawai', value: token, url: site.url }])
  const complaints: string[] = []
  await context.addInitScript(`addEventListener('pointerdown', ({ pointerType }) => {
    if (${JSON.stringify(hand.name)} !== (pointerType === 'mouse' ? 'a mouse' : 'a finger'))
      console.error('a pointer was used:', pointerType)
  }, true)`)
  context.on('page', (opened) => listen(opened, complaints))
  listen(page, complaints)
  const here = (at: Page): AtWork => ({
    ...hand.on(at),
    page: at,
    hand,
    url: site.url,
    async isWell(where) {
      // Keys alone see the same as a mouse.
      if (hand.name !== 'keys alone') assert.deepEqual(await barriers(at), [], where)
      assert.ok((await tooWide(at)) <= 0, `${where} is ${await tooWide(at)} px too wide`)
      if (hand.window.hasTouch) assert.deepEqual(await smallTargets(at), [], `${where}: too small for a finger`)
      assert.deepEqual([foreign, complaints], [[], []], where)
    },
    async besides(open) {
      const [opened] = await Promise.all([context.waitForEvent('page'), open()])
      await opened.waitForLoadState()
      return here(opened)
    },
  })
  return here(page)
}

function listen(page: Page, complaints: string[]): void {
  page.setDefaultTimeout(20_000)
  // From now on the browser hands its dialogs over; asked for only when a key is pressed, the key may be faster.
  page.on('filechooser', () => {})
  page.on('pageerror', ({ message }) => complaints.push(message))
  page.on('console', (message) => message.type() === 'error' && complaints.push(message.text()))
}

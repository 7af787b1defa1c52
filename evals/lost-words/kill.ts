import type { Page } from 'playwright-core'

/** How a round ends: the tab is closed without a word, its process dies, the network goes, the newsroom is killed. */
export const kills = ['close', 'crash', 'network', 'server'] as const
export type Kill = (typeof kills)[number]

/** Kills the tab's own process, as when memory runs out. */
export async function crash(page: Page): Promise<void> {
  const crashed = page.waitForEvent('crash')
  const session = await page.context().newCDPSession(page)
  void session.send('Page.crash').catch(() => undefined)
  await crashed
  await page.close()
}

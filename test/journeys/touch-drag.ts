import type { Page } from 'playwright-core'

/** Drags a piece sideways with one finger, which rests before it lets go. @param across in CSS pixels */
export async function drag(page: Page, place: string, across: number): Promise<void> {
  await page.locator(place).scrollIntoViewIfNeeded()
  const { x = 0, y = 0, width = 0, height = 0 } = (await page.locator(place).boundingBox()) ?? {}
  const [left, top] = [x + width / 2, y + height / 2]
  const devices = await page.context().newCDPSession(page)
  // Told as of a second ago: what ends in a swing makes the browser take the next touch for the end of the swing.
  let timestamp = Date.now() / 1000 - 1
  const touch = (type: 'touchStart' | 'touchMove' | 'touchEnd', at?: number) => {
    timestamp += 0.1
    const touchPoints = at === undefined ? [] : [{ x: at, y: top }]
    return devices.send('Input.dispatchTouchEvent', { type, timestamp, touchPoints })
  }
  await touch('touchStart', left)
  for (const share of [0.25, 0.5, 0.75, 1, 1, 1]) await touch('touchMove', left + across * share)
  await touch('touchEnd')
  await devices.detach()
}

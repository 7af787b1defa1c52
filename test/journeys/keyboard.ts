import assert from 'node:assert/strict'
import type { Page } from 'playwright-core'
import { until } from './site.ts'

const mostPresses = 120

/** What somebody without a mouse sees of where they are: undefined when they see it, else what is wrong. */
const lostFocus = (page: Page): Promise<string | undefined> =>
  page.evaluate<string | undefined>(`(() => {
    const at = document.activeElement
    if (at === null || at === document.body) return 'nothing has the keyboard'
    const signs = [at, at.closest('.button'), ...at.querySelectorAll('*')].filter(Boolean)
    const isRinged = signs.some((sign) => {
      const { outlineStyle, outlineWidth } = getComputedStyle(sign)
      return outlineStyle !== 'none' && parseFloat(outlineWidth) >= 2
    })
    const { top, bottom, left, right } = at.getBoundingClientRect()
    const isInSight = bottom > 0 && top < innerHeight && right > 0 && left < innerWidth
    return isRinged && isInSight ? undefined : (isRinged ? 'out of sight: ' : 'not ringed: ') + at.outerHTML.slice(0, 150)
  })()`)

/** Whether what has the keyboard is what a selector names. */
const isAt = (page: Page, place: string): Promise<boolean> =>
  page.evaluate<boolean>(`document.activeElement?.matches(${JSON.stringify(place)}) ?? false`)

/** Until a script has put the keyboard there. */
export const waitAt = (page: Page, place: string): Promise<void> => until(() => isAt(page, place))

/** Goes on with the tabulator until it stands there; each stop on the way can be seen. */
export async function tabTo(page: Page, place: string): Promise<void> {
  for (let presses = 0; presses < mostPresses; presses += 1) {
    if (await isAt(page, place)) return
    await page.keyboard.press('Tab')
    // Between the last stop of a page and its first stands the browser itself.
    const isOutside = await page.evaluate<boolean>('document.activeElement === document.body')
    if (!isOutside) assert.equal(await lostFocus(page), undefined, `on the way to ${place} on ${page.url()}`)
  }
  throw new Error(`The keyboard does not come to "${place}" on ${page.url()}`)
}

/** Types over what stands in a field. */
export async function typeInto(page: Page, place: string, text: string): Promise<void> {
  await tabTo(page, place)
  await page.keyboard.press('ControlOrMeta+A')
  await page.keyboard.type(text)
}

/** Goes to a button or link and presses it; waits for the page that it leads to. */
export async function follow(page: Page, place: string, key: 'Enter' | 'Space' = 'Enter'): Promise<void> {
  await tabTo(page, place)
  await Promise.all([page.waitForNavigation(), page.keyboard.press(key)])
}

/** The same for a deed: what was done has the keyboard, so that it is what is read first. */
export async function act(page: Page, place: string, said: RegExp): Promise<void> {
  await follow(page, place)
  await waitAt(page, '.notice[role=status]')
  assert.match(await page.locator('.notice').innerText(), said)
  assert.equal(await lostFocus(page), undefined)
}

/** Opens a file field by a key and chooses. */
export async function chooseFiles(
  page: Page,
  place: string,
  files: { name: string; mimeType: string; buffer: Buffer }[],
): Promise<void> {
  await tabTo(page, place)
  const [chooser] = await Promise.all([page.waitForEvent('filechooser'), page.keyboard.press('Enter')])
  await chooser.setFiles(files)
}

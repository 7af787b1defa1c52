import type { BrowserContextOptions, Page } from 'playwright-core'
import { atEnd, isBehind, type HandWorks, keys } from './hand-keys.ts'
import { until } from './site.ts'
import { drag } from './touch-drag.ts'

/** How somebody uses a page: with a mouse, with a finger, with keys alone. */
export interface Hand {
  name: 'a mouse' | 'a finger' | 'keys alone'
  window: BrowserContextOptions
  on(page: Page): HandWorks
}

export const mouse: Hand = {
  name: 'a mouse',
  window: { viewport: { width: 1440, height: 900 } },
  on(page) {
    const press: Press = (place, position) => page.click(place, position && { position })
    const put = async (place: string, words: string) => {
      await press(place)
      await page.keyboard.press('ControlOrMeta+A')
      await page.keyboard.type(words)
    }
    return {
      ...pointing(page, press),
      put,
      type: (words) => page.keyboard.type(words),
      async narrow() {
        await page.locator('.crop-corner').scrollIntoViewIfNeeded()
        const { x = 0, y = 0, width = 0, height = 0 } = (await page.locator('.crop-corner').boundingBox()) ?? {}
        await page.mouse.move(x + width / 2, y + height / 2)
        await page.mouse.down()
        await page.mouse.move(x + width / 2 - 200, y + height / 2, { steps: 4 })
        await page.mouse.up()
      },
    }
  },
}

/** On Android a browser does not tell which letter is typed: words come in whole, as its keyboard has put them together. */
export const finger: Hand = {
  name: 'a finger',
  window: {
    viewport: { width: 360, height: 740 },
    hasTouch: true,
    isMobile: true,
    userAgent:
      'Mozilla/5.0 (Linux; Android 14; Pixel 8) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/140.0.0.0 Mobile Safari/537.36',
  },
  on(page) {
    const press: Press = (place, position) => page.tap(place, position && { position })
    const type = (words: string) => page.keyboard.insertText(words)
    const put = async (place: string, words: string) => {
      await press(place)
      await page.keyboard.press('ControlOrMeta+A')
      await type(words)
    }
    return { ...pointing(page, press), put, type, narrow: () => drag(page, '.crop-corner', -80) }
  },
}

export const keysAlone: Hand = {
  name: 'keys alone',
  window: { viewport: { width: 1440, height: 900 } },
  on: keys,
}

type Press = (place: string, position?: { x: number; y: number }) => Promise<void>

/** What is the same for everything that points. */
function pointing(page: Page, press: Press): Omit<HandWorks, 'put' | 'type' | 'narrow'> {
  return {
    press,
    tick: press,
    pick: press,
    takeFirst: (list) => press(`${list} [role=option]`),
    async goToEnd() {
      await press('.tiptap > p:last-child')
      await atEnd(page)
    },
    async toEndOf(words) {
      const { width = 0, height = 0 } = (await page.locator('.tiptap > p', { hasText: words }).boundingBox()) ?? {}
      await press(`.tiptap > p:has-text("${words}")`, { x: width - 1, y: height - 4 })
      await until(() => isBehind(page, words))
    },
    tool: (name) => press(`.format-bar button:text-is("${name}")`),
    async follow(place) {
      await Promise.all([page.waitForNavigation(), press(place)])
    },
    // What a list of the browser's own shows is no part of the page: nothing can point to it.
    async choose(place, words) {
      await page.selectOption(place, { label: words })
    },
    async bring(place, file) {
      const [chooser] = await Promise.all([page.waitForEvent('filechooser'), press(place)])
      await chooser.setFiles([file])
    },
  }
}

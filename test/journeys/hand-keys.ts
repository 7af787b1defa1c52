import type { Page } from 'playwright-core'
import { chooseFiles, follow, tabTo, typeInto, waitAt } from './keyboard.ts'
import { until } from './site.ts'

export interface PickedFile {
  name: string
  mimeType: string
  buffer: Buffer
}

/** What a hand does on a page. Places are CSS selectors. */
export interface HandWorks {
  press(place: string): Promise<void>
  /** Presses, and waits for the page that it leads to. */
  follow(place: string): Promise<void>
  tick(place: string): Promise<void>
  /** Writes over what stands in a field. */
  put(place: string, words: string): Promise<void>
  choose(place: string, words: string): Promise<void>
  bring(place: string, file: PickedFile): Promise<void>
  /** Writes where the cursor is. */
  type(words: string): Promise<void>
  /** Takes the first that a list offers. */
  takeFirst(list: string): Promise<void>
  /** Puts the cursor behind everything on the sheet. */
  goToEnd(): Promise<void>
  /** Puts the cursor behind the paragraph that ends so. */
  toEndOf(words: string): Promise<void>
  /** Chooses a block that stands by itself: one above the end of the sheet. */
  pick(place: string): Promise<void>
  /** Presses a tool for what is chosen. */
  tool(name: string): Promise<void>
  /** Draws in the right side of the part that a picture shows. */
  narrow(): Promise<void>
}

/** Until the editor knows that the cursor stands in its last line: it hears of it from the browser. */
export const atEnd = (page: Page): Promise<void> =>
  until(() =>
    page.evaluate<boolean>(`(({ state }) => state.selection.empty &&
      state.selection.$from.index(0) === state.doc.childCount - 1)(document.querySelector('.tiptap').editor)`),
  )

/** The same for the end of a paragraph. */
export const isBehind = (page: Page, words: string): Promise<boolean> =>
  page.evaluate<boolean>(`(({ $from, empty }) => empty && $from.parentOffset === $from.parent.content.size &&
      $from.parent.textContent.endsWith(${JSON.stringify(words)}))(document.querySelector('.tiptap').editor.state.selection)`)

export const keys = (page: Page): HandWorks => {
  const press = async (place: string, key = 'Enter') => {
    await tabTo(page, place)
    await page.keyboard.press(key)
  }
  const onTool = (name: string) =>
    page.evaluate<boolean>(`document.activeElement.textContent.trim() === ${JSON.stringify(name)}`)
  return {
    press,
    follow: (place) => follow(page, place),
    tick: (place) => press(place, 'Space'),
    put: (place, words) => typeInto(page, place, words),
    type: (words) => page.keyboard.type(words),
    bring: (place, file) => chooseFiles(page, place, [file]),
    takeFirst: () => page.keyboard.press('Enter'),
    async choose(place, words) {
      await tabTo(page, place)
      const chosen = () => page.evaluate<string>('document.activeElement.selectedOptions[0].label')
      await page.keyboard.press('Home')
      while ((await chosen()) !== words) await page.keyboard.press('ArrowDown')
    },
    async goToEnd() {
      await tabTo(page, '.tiptap')
      await page.keyboard.press('ControlOrMeta+End')
      await atEnd(page)
    },
    async toEndOf(words) {
      await tabTo(page, '.tiptap')
      await page.keyboard.press('ControlOrMeta+Home')
      await until(async () => {
        await page.keyboard.press('End')
        return (await isBehind(page, words)) || (await page.keyboard.press('ArrowDown'), false)
      })
    },
    async pick(place) {
      await page.keyboard.press('ArrowUp')
      await page.waitForSelector(`${place}.ProseMirror-selectednode`)
    },
    async tool(name) {
      await page.keyboard.press('Alt+F10')
      await waitAt(page, '.format-bar button')
      await until(async () => (await onTool(name)) || (await page.keyboard.press('ArrowRight'), false))
      await page.keyboard.press('Enter')
    },
    async narrow() {
      await tabTo(page, '.crop-part')
      for (let step = 0; step < 20; step += 1) await page.keyboard.press('Shift+ArrowLeft')
    },
  }
}

import { setTimeout as pause } from 'node:timers/promises'
import type { Browser, Page } from 'playwright-core'
import { letIn, openArticle, openWritingSite, type WritingSite } from '../evals/lost-words/writers.ts'
import { openBrowser } from '#test/chromium.ts'
import { lifetime } from '#test/journeys/site.ts'
import { documentOf, paragraph } from '#test/documents.ts'
import { printTable } from './table.ts'

const [paragraphs, wordsEach] = [500, 20]
const letters = 150
const rounds = 2
/** A phone of the middle, as Chromium's own tools mean it. */
const slowness = 4

/**
 * How long a letter takes from the key to the frame that shows it, in an article of 10,000 words that is saved and kept
 * while it is typed, beside an empty text area in the same browser, on a processor that is made four times slower.
 */
export async function typing(): Promise<Record<string, number>> {
  const life = lifetime()
  try {
    const site = await openWritingSite(life, ['Bagas Prakoso'])
    const line = Array.from({ length: wordsEach }, (_, index) => `kata${index}`).join(' ')
    const [article = 0] = await site.articles(
      1,
      documentOf(...Array.from({ length: paragraphs }, () => paragraph(line))),
    )
    await site.start()
    const browser = await openBrowser()
    life.after(() => browser.close())
    const [sheet, area]: [number[], number[]] = [[], []]
    for (let round = 0; round < rounds; round += 1) {
      area.push(...(await inArea(browser)))
      sheet.push(...(await onSheet(browser, site, article)))
    }
    return report(sheet, area)
  } finally {
    await life.end()
  }
}

async function inArea(browser: Browser): Promise<number[]> {
  const page = await browser.newPage()
  await page.setContent('<textarea autofocus></textarea>')
  await page.locator('textarea').click()
  const times = await typeSlowed(page)
  await page.close()
  return times
}

async function onSheet(browser: Browser, site: WritingSite, article: number): Promise<number[]> {
  const context = await browser.newContext()
  const [writer] = site.writers
  if (writer) await letIn(context, site, writer)
  const page = await context.newPage()
  await openArticle(page, site, article)
  await page
    .locator('.tiptap > p')
    .nth(paragraphs / 2)
    .click()
  await page.keyboard.press('End')
  const times = await typeSlowed(page)
  await context.close()
  return times
}

/** The frame is there once a task runs behind the one that painted it. */
const watch = `(() => {
  window.times = []
  addEventListener('keydown', ({ timeStamp }) => requestAnimationFrame(() => {
    const { port1, port2 } = new MessageChannel()
    port1.onmessage = () => window.times.push(performance.now() - timeStamp)
    port2.postMessage('')
  }), true)
})()`

async function typeSlowed(page: Page): Promise<number[]> {
  const session = await page.context().newCDPSession(page)
  await session.send('Emulation.setCPUThrottlingRate', { rate: slowness })
  await page.evaluate(watch)
  for (let letter = 0; letter < letters; letter += 1) {
    await page.keyboard.press(letter % 7 === 6 ? 'Space' : 'a')
    await pause(60 + Math.random() * 80)
  }
  return page.evaluate<number[]>('window.times')
}

function report(sheet: readonly number[], area: readonly number[]): Record<string, number> {
  const rows = (
    [
      ['The sheet, 10,000 words', sheet],
      ['An empty text area', area],
    ] as const
  ).map(([what, times]) => [what, quantile(times, 0.5), quantile(times, 0.95), Math.max(...times)] as const)
  printTable(['Typing, milliseconds to the frame', 'p50', 'p95', 'max'], rows)
  return {
    typingSheetP50: quantile(sheet, 0.5),
    typingSheetP95: quantile(sheet, 0.95),
    typingAreaP50: quantile(area, 0.5),
    typingAreaP95: quantile(area, 0.95),
  }
}

const quantile = (times: readonly number[], part: number): number =>
  times.toSorted((one, other) => one - other)[Math.floor(times.length * part)] ?? Number.NaN

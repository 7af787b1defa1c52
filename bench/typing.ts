import { setTimeout as pause } from 'node:timers/promises'
import type { Browser, CDPSession, Page } from 'playwright-core'
import { letIn, openArticle, openWritingSite, type WritingSite } from '../evals/lost-words/writers.ts'
import { openBrowser } from '#test/chromium.ts'
import { lifetime } from '#test/journeys/site.ts'
import { documentOf, paragraph } from '#test/documents.ts'
import { median, printTable } from './table.ts'

const [paragraphs, wordsEach] = [500, 20]
const letters = 150
const rounds = 2
/** A phone of the middle, as Chromium's own tools mean it. */
const slowness = 4

interface Typed {
  /** Milliseconds from each key to its frame. */
  times: number[]
  /** Milliseconds that a key costs the page's thread, whatever else the machine does. */
  cost: number
}

/**
 * How long a letter takes from the key to the frame that shows it, and how much of the page's thread, in an article of 10,000 words that is saved and kept
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
    const [sheet, area]: [Typed[], Typed[]] = [[], []]
    for (let round = 0; round < rounds; round += 1) {
      area.push(await inArea(browser))
      sheet.push(await onSheet(browser, site, article))
    }
    return report(sheet, area)
  } finally {
    await life.end()
  }
}

async function inArea(browser: Browser): Promise<Typed> {
  const page = await browser.newPage()
  await page.setContent('<textarea autofocus></textarea>')
  await page.locator('textarea').click()
  const typed = await typeSlowed(page)
  await page.close()
  return typed
}

async function onSheet(browser: Browser, site: WritingSite, article: number): Promise<Typed> {
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
  const typed = await typeSlowed(page)
  await context.close()
  return typed
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

async function typeSlowed(page: Page): Promise<Typed> {
  const session = await page.context().newCDPSession(page)
  await session.send('Emulation.setCPUThrottlingRate', { rate: slowness })
  await session.send('Performance.enable', { timeDomain: 'threadTicks' })
  await page.evaluate(watch)
  const before = await busyTime(session)
  for (let letter = 0; letter < letters; letter += 1) {
    await page.keyboard.press(letter % 7 === 6 ? 'Space' : 'a')
    await pause(60 + Math.random() * 80)
  }
  const cost = ((await busyTime(session)) - before) / letters
  return { times: await page.evaluate<number[]>('window.times'), cost }
}

/** Milliseconds. */
async function busyTime(session: CDPSession): Promise<number> {
  const { metrics } = await session.send('Performance.getMetrics')
  return 1000 * (metrics.find(({ name }) => name === 'TaskDuration')?.value ?? Number.NaN)
}

function report(sheet: readonly Typed[], area: readonly Typed[]): Record<string, number> {
  const [onSheet, inField] = [figuresOf(sheet), figuresOf(area)]
  printTable(
    ['Typing, milliseconds to the frame', 'p50', 'p95', 'max', 'thread'],
    [
      ['The sheet, 10,000 words', onSheet.p50, onSheet.p95, onSheet.max, onSheet.cost],
      ['An empty text area', inField.p50, inField.p95, inField.max, inField.cost],
    ],
  )
  return {
    typingSheetP50: onSheet.p50,
    typingSheetP95: onSheet.p95,
    typingSheetCost: onSheet.cost,
    typingAreaP50: inField.p50,
    typingAreaP95: inField.p95,
    typingAreaCost: inField.cost,
  }
}

function figuresOf(rounds: readonly Typed[]) {
  const times = rounds.flatMap((one) => one.times).toSorted((one, other) => one - other)
  const quantile = (part: number) => times[Math.floor(times.length * part)] ?? Number.NaN
  return {
    p50: quantile(0.5),
    p95: quantile(0.95),
    max: quantile(1 - 1 / times.length),
    cost: median(rounds.map(({ cost }) => cost)),
  }
}

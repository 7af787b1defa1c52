import { setTimeout as pause } from 'node:timers/promises'
import type { Browser, BrowserContext, Page } from 'playwright-core'
import { crash, type Kill } from './kill.ts'
import { letIn, linesOn, openArticle, type WritingSite } from './writers.ts'

/** What one kill left. */
export interface Round {
  kill: Kill
  /** After how many milliseconds of typing. */
  after: number
  /** Words that were typed, and the last of those that an answered save held. */
  typed: number
  acknowledged: number
  /** Words that the newsroom had, and that the writer had again after recovery. */
  onServer: number
  recovered: number
  /** Milliseconds between the first word that is missing after recovery and the kill; 0 where none is. */
  missingMs: number
  /** Words that stand there twice or in another order. */
  wrong: string[]
}

/** Milliseconds between words: sixty words a minute would be a thousand. */
const pace = 120
const perLine = 12

interface Typing {
  /** When each word was done. */
  at: number[]
  /** When it ended. */
  end: number
  acknowledged: number
}

/** Types until it is killed, comes back as a writer would, and counts. */
export async function round(
  browser: Browser,
  site: WritingSite,
  article: number,
  kill: Kill,
  after: number,
): Promise<Round> {
  const context = await browser.newContext()
  const [writer] = site.writers
  if (writer) await letIn(context, site, writer)
  const page = await context.newPage()
  await openArticle(page, site, article)
  const typing: Typing = { at: [], end: 0, acknowledged: 0 }
  listen(page, typing)
  const killed = pause(after)
  await typeUntil(page, typing, killed)
  await die(kill, context, page, site, typing)
  const onServer = await serverWords(context, site, article)
  const again = await comeBack(context, page, site, article)
  const words = await wordsOn(again)
  await context.close()
  const { typed, ...found } = judged(typing, words)
  return { kill, after, acknowledged: typing.acknowledged, onServer: onServer.length, typed, ...found }
}

/** What was sent is acknowledged once its answer has come. */
function listen(page: Page, typing: Typing): void {
  page.on('response', async (answer) => {
    if (!answer.url().endsWith('/saves/') || answer.status() !== 200) return
    const document = new URLSearchParams(answer.request().postData() ?? '').get('document') ?? ''
    const last = [...document.matchAll(/kata(\d+)/g)].at(-1)?.[1]
    if (last !== undefined) typing.acknowledged = Math.max(typing.acknowledged, Number(last) + 1)
  })
}

async function typeUntil(page: Page, typing: Typing, killed: Promise<unknown>): Promise<void> {
  const { at } = typing
  let isOver = false
  void killed.then(() => (isOver = true))
  await page.locator('.tiptap > p').last().click()
  await page.keyboard.press('Control+End')
  while (!isOver) {
    await page.keyboard.insertText(`kata${at.length} `)
    at.push(Date.now())
    if (at.length % perLine === 0) await page.keyboard.press('Enter')
    await pause(pace * (0.5 + Math.random()))
  }
  typing.end = Date.now()
}

async function die(kill: Kill, context: BrowserContext, page: Page, site: WritingSite, typing: Typing): Promise<void> {
  if (kill === 'crash') return crash(page)
  if (kill === 'close') return page.close()
  if (kill === 'server') {
    await site.kill()
    // The writer goes on for a while, and then the machine goes, too.
    await typeUntil(page, typing, pause(3000))
    await crash(page)
    return site.start()
  }
  await context.setOffline(true)
  await typeUntil(page, typing, pause(3000))
  await crash(page)
  return context.setOffline(false)
}

/** Of what the newsroom serves, without any script of the page. */
async function serverWords(context: BrowserContext, site: WritingSite, article: number): Promise<string[]> {
  const answer = await context.request.get(`${site.url}/newsroom/articles/${article}/`)
  const [, field = ''] = /id="field-document"[^>]*>([^<]*)</.exec(await answer.text()) ?? []
  return [...field.matchAll(/kata\d+/g)].map(([word]) => word)
}

async function comeBack(context: BrowserContext, page: Page, site: WritingSite, article: number): Promise<Page> {
  const again = page.isClosed() ? await context.newPage() : page
  await openArticle(again, site, article)
  const notice = again.locator('.notice')
  // Nobody says when nothing is offered: as long as an offer takes.
  await Promise.race([notice.first().waitFor(), pause(3000)]).catch(() => undefined)
  const press = async (name: string) => {
    const button = notice.getByRole('button', { name, exact: true })
    await button.waitFor({ timeout: 3000 }).catch(() => undefined)
    if ((await button.count()) > 0) await button.click()
  }
  if ((await notice.getByText('di tab atau perangkat lain').count()) > 0) await press('Ambil alih')
  await press('Pulihkan')
  await pause(500)
  return again
}

const wordsOn = async (page: Page): Promise<string[]> =>
  (await linesOn(page)).flatMap((line) => line.split(/\s+/)).filter((word) => word !== '')

function judged({ at, end }: Typing, words: readonly string[]) {
  const found = new Set(words)
  const missing = at.findIndex((_, index) => !found.has(`kata${index}`))
  const order = words.map((word) => Number(/^kata(\d+)$/.exec(word)?.[1] ?? -1))
  const wrong = words.filter((_, index) => index > 0 && (order[index] ?? 0) <= (order[index - 1] ?? 0))
  return {
    typed: at.length,
    recovered: at.filter((_, index) => found.has(`kata${index}`)).length,
    missingMs: missing === -1 ? 0 : end - (at[missing] ?? end),
    wrong,
  }
}

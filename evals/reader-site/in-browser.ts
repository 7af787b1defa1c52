import { AxeBuilder } from '@axe-core/playwright'
import type { Browser, Page } from 'playwright-core'
import { openPage, type RunningSite } from '#test/journeys/site.ts'
import type { ProblemBook } from './problem-book.ts'
import type { Visited } from './visited.ts'

interface Sights {
  browser: Browser
  site: RunningSite
  walked: readonly Visited[]
  isThorough: boolean
}

const small = { width: 360, height: 740 }
const large = { width: 1440, height: 900 }
/** WCAG 2.2 to AA, and what axe advises beyond. */
const rules = {
  runOnly: {
    type: 'tag' as const,
    values: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'],
  },
  // Off unless it is asked for by its name.
  rules: { 'target-size': { enabled: true } },
}

/** Two tabs that go from page to page: one with JavaScript, one without. */
interface Tabs {
  site: RunningSite
  scripted: Page
  bare: Page
  /** What the browser said and what other hosts were asked since somebody looked. */
  heard: { at: string; words: string }[]
  foreign: string[][]
}

/** Everything that only a browser can tell. */
export async function proveInBrowser({ browser, site, walked, isThorough }: Sights, book: ProblemBook): Promise<void> {
  const scripted = await openPage(browser, site, { viewport: small, reducedMotion: 'reduce' })
  const bare = await openPage(browser, site, { viewport: small, reducedMotion: 'reduce', javaScriptEnabled: false })
  const foreign = [scripted.foreign, bare.foreign]
  const tabs: Tabs = { site, scripted: scripted.page, bare: bare.page, heard: listen(scripted.page), foreign }
  const kinds = new Set<string>()
  for (const visited of walked) {
    if (visited.isPage) await provePage(tabs, visited, isThorough || !kinds.has(visited.kind), book)
    else await proveSyntax(tabs.scripted, visited, book)
    kinds.add(visited.kind)
  }
  await Promise.all([scripted.context.close(), bare.context.close()])
}

async function provePage(tabs: Tabs, visited: Visited, isWhole: boolean, book: ProblemBook): Promise<void> {
  const { site, scripted, bare, heard, foreign } = tabs
  const url = site.url + visited.path
  await scripted.goto(url)
  await provePictures(scripted, visited, book)
  // That a missing page is missing is said in the console, too.
  const complaints = heard.splice(0).filter(({ at }) => visited.status === 200 || at !== url)
  for (const { at, words } of complaints) book.note(visited, 'console', `${words} ${at}`)
  await proveBarriers(scripted, visited, isWhole, book)
  // Axe tries styles that the policy refuses.
  heard.length = 0
  await bare.goto(url)
  await proveText(scripted, bare, visited, book)
  for (const asked of foreign.flatMap((all) => all.splice(0))) book.note(visited, 'foreign requests', asked)
}

/** Errors, and whatever the content security policy says in whichever tone. */
function listen(page: Page) {
  const heard: { at: string; words: string }[] = []
  page.on('console', (message) => {
    if (message.type() === 'error' || /content.security.policy/i.test(message.text()))
      heard.push({ at: message.location().url, words: message.text() })
  })
  page.on('pageerror', (error) => heard.push({ at: page.url(), words: String(error) }))
  return heard
}

async function provePictures(page: Page, visited: Visited, book: ProblemBook): Promise<void> {
  // Pictures far below would wait for a reader who scrolls.
  const broken = await page.evaluate<string[]>(`Promise.all([...document.images].map(async (picture) => {
    picture.loading = 'eager'
    await picture.decode().catch(() => {})
    return picture.naturalWidth > 0 ? '' : picture.currentSrc
  })).then((all) => all.filter((address) => address !== ''))`)
  for (const address of broken) book.note(visited, 'pictures', `cannot be drawn: ${address}`)
}

/** In the light on a small screen always; else in both schemes and at both sizes. */
async function proveBarriers(page: Page, visited: Visited, isWhole: boolean, book: ProblemBook): Promise<void> {
  for (const size of isWhole ? [large, small] : [small]) {
    await page.setViewportSize(size)
    const over = Number(await page.evaluate('document.documentElement.scrollWidth - innerWidth'))
    if (over > 0) book.note(visited, 'too wide', `by ${over} px at ${size.width} px`)
    for (const colorScheme of isWhole ? (['dark', 'light'] as const) : (['light'] as const)) {
      await page.emulateMedia({ colorScheme })
      for (const barrier of await barriers(page))
        book.note(visited, 'barriers', `${barrier} (${size.width} px, ${colorScheme})`)
    }
  }
}

async function barriers(page: Page): Promise<string[]> {
  // No page has frames to look into; the other mode opens a tab for each answer.
  const { violations } = await new AxeBuilder({ page }).setLegacyMode().options(rules).analyze()
  return violations.map(({ id, nodes }) => `${id}, ${nodes.length} times: ${nodes[0]?.html}`)
}

/** Times may be said in other words by a script, and a button may be of no use without one. */
const shown = `(() => {
  for (const element of document.querySelectorAll('time, button')) element.remove()
  return document.body.innerText
})()`

async function proveText(scripted: Page, bare: Page, visited: Visited, book: ProblemBook): Promise<void> {
  const lines = async (page: Page) =>
    (await page.evaluate<string>(shown)).split('\n').map((line) => line.replaceAll(/\s+/g, ' ').trim())
  const without = new Set(await lines(bare))
  for (const line of await lines(scripted)) if (!without.has(line)) book.note(visited, 'needs script', line)
}

/** Feeds, sitemaps and the like must be readable to strict parsers. */
async function proveSyntax(page: Page, { path, kind, type, text }: Visited, book: ProblemBook): Promise<void> {
  if (type.endsWith('json')) {
    try {
      JSON.parse(text)
    } catch (error) {
      book.note({ path, kind }, 'feeds', String(error))
    }
  } else if (type.endsWith('xml') && !type.startsWith('image/')) {
    const parse = `new DOMParser().parseFromString(${JSON.stringify(text)}, 'application/xml')`
    const fault = await page.evaluate<string | null>(
      `${parse}.getElementsByTagName('parsererror').item(0)?.textContent ?? null`,
    )
    if (fault !== null) book.note({ path, kind }, 'feeds', fault)
  }
}

import { AxeBuilder } from '@axe-core/playwright'
import assert from 'node:assert/strict'
import type { Page } from 'playwright-core'

/** What keeps somebody from using the page: each rule that is broken, and where. */
export async function barriers(page: Page): Promise<[rule: string, place: string | undefined][]> {
  const { violations } = await new AxeBuilder({ page })
    .setLegacyMode()
    .options({ rules: { 'target-size': { enabled: true } } })
    .analyze()
  return violations.map(({ id, nodes }) => [id, nodes[0]?.html])
}

/** Fails at the first rule that the page breaks, as it stands at this moment; `where` says so in the report. */
export async function isAccessible(page: Page, where: string): Promise<void> {
  const { violations } = await new AxeBuilder({ page }).analyze()
  assert.deepEqual(
    violations.map(({ id, nodes }) => [id, nodes.map(({ html }) => html)]),
    [],
    where,
  )
}

/** What cannot be read well in these colours; they are all that differs in the dark. Axe is in the page by now: looking again costs a tenth. */
export const paleWords = (page: Page): Promise<unknown> =>
  page.evaluate(
    `axe.run({ runOnly: { type: 'rule', values: ['color-contrast'] } }).then(({ violations }) => violations.map(({ nodes }) => nodes[0].html))`,
  )

/** The same in a page that was looked at before: axe is in it, and looking again costs a tenth. */
export const barriersAgain = (page: Page): Promise<unknown> =>
  page.evaluate(`axe.run().then(({ violations }) => violations.map(({ id, nodes }) => [id, nodes[0].html]))`)

/** How many pixels there are beside the page to scroll to. */
export const tooWide = async (page: Page): Promise<number> =>
  Number(await page.evaluate('document.documentElement.scrollWidth - innerWidth'))

/**
 * What is too small for a finger: under 24 CSS pixels one way (WCAG 2.2, 2.5.8). Links within a sentence are excused as
 * they are there, what a label enlarges counts with its label; keeping distance is no excuse here.
 */
export const smallTargets = (page: Page): Promise<string[]> =>
  page.evaluate<string[]>(`(() => {
    const least = 24
    const isSeen = (element) => element.checkVisibility() && element.getClientRects().length > 0
    const isInSentence = (link) => {
      const block = link.closest('p, li, td, th, dd, h1, h2, h3, summary')
      return block !== null && getComputedStyle(link).display === 'inline' &&
        [...block.childNodes].some((node) => !node.contains(link) && node.textContent.trim() !== '')
    }
    const isSmall = (element) => {
      const { width, height } = (element.closest('label') ?? element).getBoundingClientRect()
      return Math.round(width) < least || Math.round(height) < least
    }
    return [...document.querySelectorAll('a[href], button, summary, input:not([type=hidden]), select, textarea, [tabindex="0"]')]
      .filter((element) => isSeen(element) && !element.closest('.skip, .preview') && !isInSentence(element) && isSmall(element))
      .map((element) => element.outerHTML.slice(0, 120))
  })()`)

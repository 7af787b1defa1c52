import { AxeBuilder } from '@axe-core/playwright'
import type { Page } from 'playwright-core'

/** What keeps somebody from using the page: each rule that is broken, and where. */
export async function barriers(page: Page): Promise<[rule: string, place: string | undefined][]> {
  const { violations } = await new AxeBuilder({ page }).setLegacyMode().analyze()
  return violations.map(({ id, nodes }) => [id, nodes[0]?.html])
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

import type { Browser, BrowserContextOptions } from 'playwright-core'
import { drawing } from '#test/pictures.ts'
import { type Lifetime, openPage, type RunningSite, sharedBrowser, startSite } from './site.ts'

/** A desktop and a phone. */
export const sizes: readonly BrowserContextOptions[] = [
  { viewport: { width: 1280, height: 900 } },
  { viewport: { width: 360, height: 740 }, hasTouch: true, isMobile: true },
]

export interface OwnedSite {
  site: RunningSite
  browser: Browser
  /** A page of the owner's, who is signed in. */
  ownPage(options?: BrowserContextOptions): ReturnType<typeof openPage>
}

/** An empty site whose owner, Sari Wening, has come in. */
export async function openOwnedSite(life: Lifetime): Promise<OwnedSite> {
  const site = await startSite(life, {}, undefined, ['--empty'])
  const browser = await sharedBrowser(life)
  const { page, context } = await openPage(browser, site)
  await page.goto(site.owner)
  await page.fill('[name=name]', 'Sari Wening')
  await page.fill('[name=email]', 'sari@gawai.example')
  await page.fill('[name=password]', 'empat kuda di ladang')
  await page.click('main button')
  await page.waitForURL('**/newsroom/')
  const storageState = await context.storageState()
  await context.close()
  return { site, browser, ownPage: (options = {}) => openPage(browser, site, { ...options, storageState }) }
}

/** The bytes of a picture as a camera would bring it, of one colour. */
export async function photo(colour: string, width = 800, height = 500): Promise<number[]> {
  const frame = { left: 60, top: 60, width: 200, height: 200, colour: '#ffffff' }
  return [...(await drawing(width, height, colour, frame).png().toBuffer())]
}

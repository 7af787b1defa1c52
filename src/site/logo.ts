import { lookTokens } from '#look/theme.ts'
import { coloursOf } from '#look/tokens.ts'
import { markupOf } from '#platform/html.ts'
import type { PagePlan } from '#platform/page-store/page.ts'
import { type Settings, settingsSubject, siteName } from '#platform/settings.ts'
import { xml, xmlText } from './xml.ts'

export const logoPath = '/logo.svg'

/** The newsroom's logo: the first letter of its name between the brackets of a sign-off. */
export async function logoPage(settings: Settings): Promise<PagePlan> {
  const colours = coloursOf(settings.get(lookTokens), 'light')
  const letter = new Intl.Segmenter().segment(xmlText(settings.get(siteName))).containing(0)?.segment ?? ''
  const logo = xml`<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 512 512" width="512" height="512"><rect width="512" height="512" fill="${colours.paper}"/><path d="M152 72H72v368h80M360 72h80v368h-80" fill="none" stroke="${colours.accent}" stroke-width="44"/><text x="256" y="352" font-family="ui-serif, Palatino, 'Noto Serif', serif" font-size="280" font-weight="700" text-anchor="middle" fill="${colours.ink}">${letter}</text></svg>`
  return { subject: settingsSubject, status: 200, type: 'image/svg+xml', parts: [await markupOf(logo)] }
}

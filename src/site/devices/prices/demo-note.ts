import { hasDemoPrices } from '#devices'
import { type Html, html, nothing } from '#platform/html.ts'
import type { Edition } from '../../edition.ts'

/** Says above a list that its prices are made up, where the demo newsroom made them. */
export const demoNote = async ({ gawai, say }: Edition): Promise<Html> =>
  (await hasDemoPrices(gawai)) ? html`<p class="note"><strong>${say('devicePrices.demo')}</strong></p> ` : nothing

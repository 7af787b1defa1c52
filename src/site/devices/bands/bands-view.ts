import { type CarrierVerdict, type MarketCode } from '#devices'
import { type Html, html, nothing } from '#platform/html.ts'
import type { Edition } from '../../edition.ts'
import { joined } from '../../joined.ts'
import { marketName } from '../compare/sum.ts'
import { verdictWords, whyWords } from './band-words.ts'

/** How a device works with each carrier of a market: the verdict in a word, what is missing, and who says so. */
export function bandsView(own: Edition, market: MarketCode, verdicts: readonly CarrierVerdict[]): Html {
  const { say, lang } = own
  if (verdicts.length === 0) return nothing
  return html`<div class="table">
      <table>
        <caption>
          ${say('deviceBands.title', { market: marketName(lang, market) })}
        </caption>
        <thead>
          <tr>
            <th scope="col">${say('deviceBands.carrier')}</th>
            <th scope="col">${say('deviceBands.verdict')}</th>
            <th scope="col">${say('deviceBands.why')}</th>
          </tr>
        </thead>
        <tbody>
          ${verdicts.map((one) => carrierRow(own, one))}
        </tbody>
      </table>
    </div>
    ${carrierSources(own, verdicts)}`
}

function carrierRow({ say }: Edition, { carrier, ...verdict }: CarrierVerdict): Html {
  const why = whyWords(say, verdict)
  return html`<tr>
    <th scope="row">${carrier.name}</th>
    <td><strong>${say(verdictWords[verdict.verdict])}</strong></td>
    <td>${why.length === 0 ? say('deviceBands.all') : why.join('. ')}</td>
  </tr> `
}

/** Who says on which bands the carriers send. */
export const carrierSources = (own: Edition, verdicts: readonly Pick<CarrierVerdict, 'carrier'>[]): Html =>
  sourcesView(
    own,
    own.say('deviceBands.sources'),
    verdicts.flatMap(({ carrier }) => carrier.sources),
  )

/** Whoever says it, each once. */
export function sourcesView({ lang }: Edition, words: string, sources: readonly { name: string; url: string }[]): Html {
  const each = [...new Map(sources.map((one) => [`${one.name} ${one.url}`, one])).values()]
  if (each.length === 0) return nothing
  const names = each.map(({ name, url }) => (url === '' ? html`${name}` : html`<a href="${url}">${name}</a>`))
  return html`<p class="quiet">${words} ${joined(lang, names)}</p> `
}

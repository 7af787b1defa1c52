import type { Correction, CorrectionKind, PublishedArticle } from '#articles'
import { timeView } from '#look/time.ts'
import { type Html, html, nothing } from '#platform/html.ts'
import type { Edition } from './edition.ts'

export const correctionWords = {
  erratum: 'corrections.erratum',
  correction: 'corrections.correction',
  reply: 'corrections.reply',
  update: 'corrections.update',
  withdrawal: 'corrections.withdrawal',
} as const satisfies Record<CorrectionKind, string>

/** What readers are told before they read on: at the top, where nobody can miss it. */
export function correctionsAbove(own: Edition, { corrections }: Pick<PublishedArticle, 'corrections'>): Html {
  if (corrections.length === 0) return nothing
  return html`<aside class="corrections" aria-label="${own.say('corrections.title')}">
    ${corrections.map((one) => correctionView(own, one))}
  </aside> `
}

/** One of them: what it is, when, in which words, on whose wish. */
export const correctionView = ({ say, time }: Edition, { kind, words, party, at }: Correction): Html =>
  html`<p>
    <b>${say(correctionWords[kind])}</b>
    ${timeView(at, time)}<br />${words}${party === undefined ? nothing : html` <span class="party">${say('corrections.party', { party })}</span>`}
  </p> `

/** The same in a feed, above the text. */
export const correctionsInFeed = ({ say }: Edition, corrections: readonly Correction[]): Html =>
  html`${corrections.map(({ kind, words }) => html`<p><b>${say(correctionWords[kind])}:</b> ${words}</p>`)}`

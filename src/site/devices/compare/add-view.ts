import type { NamedDevice } from '#devices'
import { type Html, html, nothing } from '#platform/html.ts'
import type { Edition } from '../../edition.ts'
import { comparedName } from '../finder/address.ts'
import { type AskedComparison, comparisonAsks, comparisonPath } from './address.ts'

/** Adds one by its name; who does not know the name goes to the finder. */
export function addForm({ say, lang, paths }: Edition, { slugs, isOnlyDifferences, words }: AskedComparison): Html {
  const names = comparisonAsks[lang]
  return html`<form class="search" action="${paths.comparison}">
      ${slugs.map((slug) => html`<input type="hidden" name="${comparedName}" value="${slug}" /> `)}${isOnlyDifferences ? html`<input type="hidden" name="${names.differences}" value="1" /> ` : nothing}
      <label for="device-name">${say(slugs.length === 0 ? 'deviceCompare.first' : 'deviceCompare.another')}</label>
      <input
        type="search"
        id="device-name"
        name="${names.words}"
        value="${words}"
        maxlength="100"
        autocomplete="off"
        required
      />
      <button type="submit">${say('deviceCompare.add')}</button>
    </form>
    <p class="on"><a href="${paths.devices}">${say('deviceCompare.toFinder')}</a></p> `
}

/** When a name is that of several, or of none. */
export function candidatesView(own: Edition, asked: AskedComparison, candidates: readonly NamedDevice[]): Html {
  const { say } = own
  if (asked.words === '') return nothing
  if (candidates.length === 0)
    return html`<p role="status">${say('deviceCompare.unknown', { words: asked.words })}</p> `
  return html`<p role="status">${say('deviceCompare.which', { words: asked.words })}</p>
    <ul class="candidates">
      ${candidates.map(({ slug, name }) => html`<li><a rel="nofollow" href="${comparisonPath(own, { ...asked, slugs: [...asked.slugs, slug] })}">${name}</a></li> `)}
    </ul> `
}

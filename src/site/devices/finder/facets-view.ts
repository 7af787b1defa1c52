import { type Facet, facets, isSpecificationFacet, specificationOf } from '#devices'
import { type Html, html, nothing } from '#platform/html.ts'
import type { Edition } from '../../edition.ts'
import { type Asked, isDeep, pathOf, withKey, withoutKey } from './address.ts'
import { countIn } from '../compare/sum.ts'
import { facetWords, keyWords } from './facet-words.ts'
import type { Results } from './search.ts'

/** So many values of a facet are shown before somebody asks for all. */
const mostShown = 10
/** These stand open; the others open when somebody wants them, or has chosen from them. */
const openOnes: ReadonlySet<Facet> = new Set(['brand', 'category', 'year', 'battery', 'ram'])

/** Each group of choices as plain links, with how many devices there are behind each. */
export function facetsView(own: Edition, results: Results): Html {
  const groups = facets.map((facet) => groupView(own, results, facet))
  return html`<nav class="facets" id="facets" aria-label="${own.say('deviceFinder.facets')}">${groups}</nav>`
}

function groupView(own: Edition, results: Results, facet: Facet): Html {
  const { asked, found } = results
  const chosen = asked.filters.get(facet) ?? []
  const counts = new Map([...chosen.map((key): [string, number] => [key, 0]), ...(found.counts.get(facet) ?? [])])
  if (counts.size === 0) return nothing
  const keys = orderedKeys(facet, counts)
  const isWhole = asked.whole === facet
  const shown = isWhole ? keys : keys.filter((key, place) => place < mostShown || chosen.includes(key))
  const isOpen = chosen.length > 0 || isWhole || openOnes.has(facet)
  return html`<details ${isOpen ? html`open` : nothing}>
    <summary>${facetWords(own.say, facet)}</summary>
    <ul>
      ${shown.map((key) => choice(own, results, { facet, key, count: counts.get(key) ?? 0, isChosen: chosen.includes(key) }))}
    </ul>
    ${keys.length > shown.length || (isWhole && keys.length > mostShown) ? wholeLink(own, asked, facet, keys.length) : nothing}
  </details> `
}

/** What has an order by itself stands in it; the rest, the most frequent first. */
function orderedKeys(facet: Facet, counts: ReadonlyMap<string, number>): string[] {
  const keys = [...counts.keys()]
  if (facet === 'year') return keys.toSorted((one, other) => Number(other) - Number(one))
  if (isSpecificationFacet(facet) && specificationOf(facet).facet === 'steps')
    return keys.toSorted((one, other) => Number(one) - Number(other))
  return keys.toSorted((one, other) => (counts.get(other) ?? 0) - (counts.get(one) ?? 0) || (one < other ? -1 : 1))
}

interface Choice {
  facet: Facet
  key: string
  count: number
  isChosen: boolean
}

function choice(own: Edition, { asked, wordsOf }: Results, { facet, key, count, isChosen }: Choice): Html {
  const words = keyWords(own, facet, key, wordsOf(facet, key))
  if (isChosen)
    return html`<li>
      <a aria-current="true" rel="nofollow" href="${pathOf(own, withoutKey(asked, facet, key))}"
        >${words}<span>${countIn(own.lang, count)}</span></a
      >
    </li> `
  const wanted = withKey(asked, facet, key)
  return html`<li><a${followed(wanted)} href="${pathOf(own, wanted)}">${words}<span>${countIn(own.lang, count)}</span></a></li> `
}

/** Machines need not walk through every combination. */
const followed = (asked: Asked): Html =>
  isDeep(asked) || asked.compared.length > 0 || asked.order !== 'newest' ? html` rel="nofollow"` : nothing

function wholeLink(own: Edition, asked: Asked, facet: Facet, count: number): Html {
  const { whole, ...rest } = asked
  return whole === facet
    ? html`<p><a rel="nofollow" href="${pathOf(own, rest)}">${own.say('deviceFinder.fewerOf')}</a></p> `
    : html`<p>
        <a rel="nofollow" href="${pathOf(own, { ...asked, whole: facet })}"
          >${own.say('deviceFinder.allOf', { count: countIn(own.lang, count) })}</a
        >
      </p> `
}

import type { Facet, Hurdle, MarketCode } from '#devices'
import type { Edition } from '../../edition.ts'
import { sumIn } from '../compare/sum.ts'
import { type Asked, withoutKey } from './address.ts'
import { facetWords, keyWords } from './facet-words.ts'

/** One thing that is asked, in words, and what would be asked without it. */
export interface Wish {
  hurdle: Hurdle
  words: string
  without: Asked
}

/** What a value is called by the devices that have it. */
export type WordsOf = (facet: Facet, key: string) => string | undefined

/** Everything that is asked, each to be taken back by itself. */
export function wishesOf(
  own: Edition,
  asked: Asked,
  wordsOf: WordsOf,
  currencies: ReadonlyMap<MarketCode, string>,
): Wish[] {
  const { say, lang } = own
  const wishes: Wish[] = []
  for (const [facet, keys] of asked.filters)
    for (const key of keys) {
      const words = `${facetWords(say, facet)}: ${keyWords(own, facet, key, wordsOf(facet, key))}`
      wishes.push({ hurdle: facet, words, without: withoutKey(asked, facet, key) })
    }
  if (asked.words !== '')
    wishes.push({
      hurdle: 'words',
      words: say('deviceFinder.wordsAre', { words: asked.words }),
      without: { ...asked, words: '', page: 1 },
    })
  if (asked.price) {
    const { price, ...rest } = asked
    const sum = (amount: number) => sumIn(lang, amount, currencies.get(price.market) ?? '')
    const words = [
      ...(price.from === undefined ? [] : [say('deviceFinder.priceFrom', { sum: sum(price.from) })]),
      ...(price.to === undefined ? [] : [say('deviceFinder.priceTo', { sum: sum(price.to) })]),
    ]
    wishes.push({ hurdle: 'price', words: words.join(', '), without: { ...rest, page: 1 } })
  }
  return wishes
}

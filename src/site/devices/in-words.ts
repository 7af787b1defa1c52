import { readFuzzyDate } from '#platform/fuzzy-date.ts'
import type { MarketCode, Tongue } from '#devices'
import { periodInWords } from '#look/time.ts'
import type { Edition } from '../edition.ts'
import { marketName } from './compare/sum.ts'

/** A date as far as it is known: "Juni 2018", "sekitar Juni 2018", "Juni 2018 (belum pasti)". @param edtf see `readFuzzyDate` */
export function dateInWords({ say, time }: Edition, edtf: string): string {
  if (!readFuzzyDate(edtf)) return edtf
  const date = periodInWords(edtf.replace(/[?~%]$/, ''), time)
  const isAbout = /[~%]$/.test(edtf)
  const isUncertain = /[?%]$/.test(edtf)
  const near = isAbout ? say('devicePage.about', { date }) : date
  return isUncertain ? say('devicePage.uncertain', { date: near }) : near
}

/** A market by its country's name; nothing said is every market. */
export function marketInWords({ say, lang }: Tongue, market: MarketCode): string {
  return market === '' ? say('devicePage.everyMarket') : marketName(lang, market)
}

import {
  bandSources,
  checkBands,
  deviceLines,
  devicesBySlug,
  type Market,
  type MarketCode,
  markets,
  type NamedDevice,
  specificationNames,
} from '#devices'
import { type Html, html, markupOf, nothing } from '#platform/html.ts'
import type { PagePlan } from '#platform/page-store/page.ts'
import type { Edition } from '../../edition.ts'
import { framed, deviceHeadOf } from '../../frame.ts'
import { marketName } from '../compare/sum.ts'
import { asks, comparedName, longestWords, readCompared } from '../finder/address.ts'
import { devicesCalled, leadThere } from '../named-device.ts'
import { bandsView, sourcesView } from './bands-view.ts'

interface Asked {
  device?: NamedDevice
  market: MarketCode
  words: string
  candidates: readonly NamedDevice[]
  all: readonly Market[]
}

/** Looks whether a device works with the carriers of a market: both are asked in a form. */
export async function bandsPage(own: Edition, query: URLSearchParams): Promise<PagePlan> {
  const { gawai, say, lang, paths } = own
  const names = asks[lang]
  const all = await markets(gawai)
  const market = (all.find(({ code }) => code === query.get(names.market)) ?? all[0])?.code ?? ''
  const words = (query.get(names.words) ?? '').trim().slice(0, longestWords)
  const candidates = await devicesCalled(own, words)
  const [only] = candidates
  if (only && candidates.length === 1) return leadThere(bandsPath(own, only.slug, market))
  const [device] = words === '' ? await devicesBySlug(gawai, readCompared(query).slice(0, 1)) : []
  const isBare = device === undefined && words === ''
  const head = deviceHeadOf(own, {
    title: device ? say('deviceBands.of', { device: device.name }) : say('deviceBands.page'),
    description: say('deviceBands.words'),
    isNoIndex: !isBare,
    ...(isBare && { canonical: own.absolute(paths.bands) }),
  })
  const body = await pageView(own, { ...(device && { device }), market, words, candidates, all })
  return {
    subject: '',
    isFleeting: true,
    status: 200,
    parts: framed(own, await markupOf(head), [await markupOf(body)]),
  }
}

function bandsPath({ lang, paths }: Edition, slug: string, market: MarketCode): string {
  const where = market === '' ? '' : `&${asks[lang].market}=${market}`
  return `${paths.bands}?${comparedName}=${encodeURIComponent(slug)}${where}`
}

async function pageView(own: Edition, asked: Asked): Promise<Html> {
  const { say } = own
  return html`<header class="page-title">
      <h1>${say('deviceBands.page')}</h1>
      <p class="summary">${say('deviceBands.words')}</p>
    </header>
    ${form(own, asked)}${asked.words === '' ? nothing : candidatesView(own, asked)}${asked.device ? await verdictsView(own, asked.device, asked.market) : nothing}`
}

function form({ say, lang, paths }: Edition, { device, market, words, all }: Asked): Html {
  const names = asks[lang]
  return html`<form class="finder-form" action="${paths.bands}">
    <p>
      <label for="band-device">${say('deviceBands.device')}</label>
      <input
        type="search"
        id="band-device"
        name="${names.words}"
        value="${device?.name ?? words}"
        maxlength="${longestWords}"
        autocomplete="off"
        required
      />
    </p>
    ${
      all.length === 0
        ? nothing
        : html`<p>
            <label for="band-market">${say('deviceBands.market')}</label>
            <select id="band-market" name="${names.market}">
              ${all.map(({ code }) => html`<option value="${code}" ${code === market ? html`selected` : nothing}>${marketName(lang, code)}</option> `)}
            </select>
          </p> `
    }
    <p><button type="submit">${say('deviceBands.button')}</button></p>
  </form> `
}

function candidatesView(own: Edition, { words, candidates, market }: Asked): Html {
  const { say } = own
  if (candidates.length === 0) return html`<p role="status">${say('deviceBands.unknownDevice', { words })}</p> `
  return html`<p role="status">${say('deviceBands.which', { words })}</p>
    <ul class="candidates">
      ${candidates.map(({ slug, name }) => html`<li><a rel="nofollow" href="${bandsPath(own, slug, market)}">${name}</a></li> `)}
    </ul> `
}

async function verdictsView(own: Edition, { id, slug, name }: NamedDevice, market: MarketCode): Promise<Html> {
  const { gawai, say, lang, paths } = own
  const [line] = await deviceLines(gawai, [id], { names: specificationNames })
  const verdicts = line ? await checkBands(gawai, line.specifications, market) : []
  return html`<h2 class="part">${name}</h2>
    ${verdicts.length === 0 ? html`<p role="status">${say('deviceBands.noCarriers', { market: market === '' ? '–' : marketName(lang, market) })}</p> ` : html`${bandsView(own, market, verdicts)}${sourcesView(own, say('deviceBands.deviceSources'), bandSources(line?.specifications ?? new Map()))}`}
    <p class="on"><a href="${paths.device(slug)}">${say('deviceBands.toDevice', { device: name })}</a></p> `
}

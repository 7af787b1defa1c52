import { devicesSubject, type Market, markets, type PriceDrop, priceDrops } from '#devices'
import { dayView } from '#look/time.ts'
import { type Html, html, nothing } from '#platform/html.ts'
import type { PagePlan, Part } from '#platform/page-store/page.ts'
import { type Edition, otherEdition } from '../../edition.ts'
import { framed, deviceHeadOf } from '../../frame.ts'
import { demoNote } from './demo-note.ts'
import { marketName, priceInWords } from './price-words.ts'
import { nextDay } from './prices-section.ts'

/** More than this nobody reads. */
const most = 60

/**
 * What has become cheaper in a market of late.
 *
 * @param asked the market as it stands in an address; the newsroom's first without one
 */
export async function dropsPage(own: Edition, asked?: string): Promise<PagePlan | undefined> {
  const { gawai } = own
  const all = await markets(gawai)
  const market = asked === undefined ? all[0] : all.find(({ code }) => code.toLowerCase() === asked)
  if (!market && asked !== undefined) return undefined
  const page = { market, all, title: titleOf(own, market) }
  const part = (view: string, render: Part['render']): Part => ({
    subject: devicesSubject,
    view: `price drops ${view} ${own.lang} ${market?.code ?? ''}`,
    render,
  })
  const head = part('head', () => ({ body: headView(own, page) }))
  const body = part('body', async () => {
    const now = gawai.clock.now()
    const drops = market ? await priceDrops(gawai, { market: market.code, now, limit: most }) : []
    return { body: dropsView(own, page, drops, await demoNote(own)), until: nextDay(now) }
  })
  return { subject: devicesSubject, status: 200, parts: framed(own, head, [body]) }
}

interface DropsPage {
  market: Market | undefined
  all: readonly Market[]
  title: string
}

const titleOf = (own: Edition, market: Market | undefined): string =>
  market
    ? own.say('devicePrices.dropsIn', { market: marketName(market.code, own) })
    : own.say('devicePrices.dropsTitle')

function headView(own: Edition, { market, all, title }: DropsPage): Html {
  const other = otherEdition(own)
  const code = market && market !== all[0] ? market.code : undefined
  const at = ({ absolute, paths }: Edition) => absolute(paths.priceDrops(code))
  return deviceHeadOf(own, {
    title,
    description: own.say('devicePrices.dropsWords'),
    canonical: at(own),
    ...(other && { alternates: [own, other].map((one) => ({ lang: one.lang, href: at(one) })) }),
  })
}

const dropsView = (own: Edition, page: DropsPage, drops: readonly PriceDrop[], note: Html): Html =>
  html`<header class="page-title">
      <h1>${page.title}</h1>
      <p class="summary">${own.say('devicePrices.dropsWords')}</p>
    </header>
    ${note}${marketsNav(own, page)}
    ${drops.length === 0 ? html`<p>${own.say('devicePrices.dropsNone')}</p>` : dropsList(own, drops, page.market?.code ?? '')}
    <p class="on"><a href="${own.paths.devices}">${own.say('devicePrices.allDevices')}</a></p> `

function marketsNav(own: Edition, { market, all }: DropsPage): Html {
  const { say, paths } = own
  if (all.length < 2) return nothing
  return html`<nav aria-label="${say('devicePrices.market')}">
    <ul class="below">
      ${all.map(
        (one, index) =>
          html`<li>
            <a
              href="${paths.priceDrops(index === 0 ? undefined : one.code)}"
              ${one === market ? html`aria-current="page"` : nothing}
              >${marketName(one.code, own)}</a
            >
          </li> `,
      )}
    </ul>
  </nav> `
}

function dropsList(own: Edition, drops: readonly PriceDrop[], market: string): Html {
  const { say, paths, time } = own
  return html`<ol class="price-drops">
    ${drops.map(
      ({ slug, brand, name, currency, amount, before, fall, since }) =>
        html`<li>
          <h2><a href="${paths.devicePrices(slug, market)}">${brand} ${name}</a></h2>
          <p>
            <b>${priceInWords(amount, currency, own)}</b>
            <span class="fall">−${Math.round(fall / 10)}%</span>
            <span class="quiet">${say('devicePrices.before', { price: priceInWords(before, currency, own) })}</span>
          </p>
          <p class="quiet">${say('devicePrices.since')} ${dayView(since, time)}</p>
        </li> `,
    )}
  </ol> `
}

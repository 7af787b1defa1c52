import { z } from 'zod'
import {
  type Alert,
  alertKinds,
  alertSubject,
  isSo,
  type Market,
  markets,
  type PricedDevice,
  pricedDevice,
  readAmount,
} from '#devices'
import { countAsking, subscribe, subscriptionPaths } from '#people'
import { html } from '#platform/html.ts'
import { refuseForeign } from '#platform/http/same-site.ts'
import { readSmallForm } from '#platform/http/small-form.ts'
import { Invalid, NotFound } from '#platform/refusals.ts'
import type { Edition } from '../../edition.ts'
import type { Asked, UnkeptRoute } from '../../subscriptions/routes.ts'
import { seeOther, unkeptPage } from '../../subscriptions/unkept.ts'
import type { Language } from '#platform/settings.ts'
import { marketName, priceInWords } from '../prices/price-words.ts'
import { alertForms, alertPath, type TypedAlert } from './alert-form.ts'

/** The address at which somebody asks to be told of a device. */
export const alertRoutes = (lang: Language): UnkeptRoute[] => [
  { method: 'POST', path: alertPath(lang), answer: askAlert },
]

const form = z.object({
  device: z
    .string()
    .regex(/^[1-9]\d{0,15}$/)
    .transform(Number),
  market: z.string().max(2),
  kind: z.enum(alertKinds),
  price: z.string().max(100).default(''),
  address: z.string().max(1000),
})

/** What a form is about, and what stands in it. */
interface Wanted extends Omit<TypedAlert, 'refusal'> {
  device: PricedDevice
  market: Market
}

/**
 * Takes the form in: sends a link that confirms. The answer is the same whatever is known of the address.
 *
 * @throws NotFound for a device or a market that is none
 */
async function askAlert(own: Edition, { request, peer }: Asked): Promise<Response> {
  const { gawai, lang, say } = own
  refuseForeign(request, gawai.origin)
  const wanted = await wantedIn(own, request)
  const seconds = peer ? await countAsking(gawai, peer) : 0
  if (seconds > 0) return again(own, wanted, say('subscriptions.tooMany'), { status: 429, retryAfter: seconds })
  try {
    const alert = await provenAlert(own, wanted)
    await subscribe(gawai, {
      address: wanted.address,
      lang,
      subject: alertSubject(alert),
      name: alertName(own, wanted.device, alert),
    })
  } catch (error) {
    if (!(error instanceof Invalid) || error.said === undefined) throw error
    return again(own, wanted, say(error.said.key, error.said.values), { status: 422 })
  }
  return seeOther(subscriptionPaths[lang].asked)
}

async function wantedIn({ gawai }: Edition, request: Request): Promise<Wanted> {
  const parsed = form.safeParse(Object.fromEntries(await readSmallForm(request)))
  const device = parsed.success ? await pricedDevice(gawai, { id: parsed.data.device }) : undefined
  const market = parsed.success ? (await markets(gawai)).find(({ code }) => code === parsed.data.market) : undefined
  if (!parsed.success || !device || !market)
    throw new NotFound('There is no such device or market: go back to its page', { key: 'deviceAlerts.nothing' })
  const { kind, price, address } = parsed.data
  return { kind, price, address, device, market }
}

/** @throws Invalid for a price that is none, or what is so already */
async function provenAlert(own: Edition, { device, market, kind, price }: Wanted): Promise<Alert> {
  const { db, clock } = own.gawai
  const amount = kind === 'below' ? readAmount(price, market.currency) : 0
  if (amount === undefined)
    throw new Invalid(`"${price}" is no price: write a number`, { key: 'deviceAlerts.noPrice', values: { price } })
  const currency = kind === 'below' ? market.currency : ''
  const alert = { device: device.id, market: market.code, kind, amount, currency }
  if (await isSo(db, alert, clock.now()))
    throw new Invalid('This is so already: there would be nothing to wait for', {
      key: kind === 'below' ? 'deviceAlerts.alreadyBelow' : 'deviceAlerts.alreadyOnSale',
      values: { market: marketName(market.code, own) },
    })
  return alert
}

/** What somebody waits for, as letters and lists name it. */
export function alertName(
  own: Pick<Edition, 'say' | 'lang'>,
  { name }: PricedDevice,
  { kind, market, amount, currency }: Alert,
): string {
  const values = { name, market: marketName(market, own) }
  if (kind === 'on_sale') return own.say('deviceAlerts.nameOnSale', values)
  return own.say('deviceAlerts.nameBelow', { ...values, price: priceInWords(amount, currency, own) })
}

async function again(
  own: Edition,
  { device, market, ...typed }: Wanted,
  refusal: string,
  said: { status: 422 | 429; retryAfter?: number },
): Promise<Response> {
  const { say, paths, gawai } = own
  const onSale: Alert = { device: device.id, market: market.code, kind: 'on_sale', amount: 0, currency: '' }
  const isOnSale = await isSo(gawai.db, onSale, gawai.clock.now())
  return unkeptPage(own, {
    ...said,
    isOfDevices: true,
    title: say('deviceAlerts.of', { name: device.name }),
    body: html`${alertForms(own, { device, market, lowest: undefined, isOnSale: isOnSale && typed.kind !== 'on_sale', typed: { ...typed, refusal } })}
      <p class="on"><a href="${paths.devicePrices(device.slug, market.code)}">${device.name}</a></p> `,
  })
}

import type { Alert, Price, PricedDevice } from '#devices'
import { dayInWords } from '#look/time.ts'
import type { Subscriber } from '#people'
import type { Gawai } from '#platform/gawai.ts'
import { type Letter, letterText } from '#platform/mail/letter.ts'
import { oneLine } from '#platform/one-line.ts'
import { siteName, siteZone } from '#platform/settings.ts'
import { pathsOf } from '../../edition.ts'
import { marketName, priceInWords } from '../prices/price-words.ts'

export interface AlertFacts {
  device: PricedDevice
  alert: Alert
  /** Undefined when no shop asks anything for a new one any more. */
  lowest: Price | undefined
}

/** Says what has come true, where, and who says so; nothing in it tells who opened it. */
export function alertLetter(gawai: Gawai, { device, alert, lowest }: AlertFacts, subscriber: Subscriber): Letter {
  const { settings, words, origin } = gawai
  const { lang, address, unsubscribe } = subscriber
  const say = words.in(lang)
  const site = oneLine(settings.get(siteName))
  const values = { name: oneLine(device.name), market: marketName(alert.market, { lang }) }
  const price = lowest ? priceInWords(lowest.amount, lowest.currency, { lang }) : ''
  const seen = lowest && {
    price,
    shop: oneLine(lowest.shop.name),
    day: dayInWords(lowest.seenAt, { lang, zone: settings.get(siteZone) }),
  }
  return {
    to: address,
    lang,
    unsubscribe,
    subject:
      alert.kind === 'below' && lowest
        ? say('deviceAlerts.subjectBelow', { ...values, price })
        : say('deviceAlerts.subjectOnSale', values),
    text: letterText(
      [
        alert.kind === 'below'
          ? say('deviceAlerts.cameBelow', { ...values, price: priceInWords(alert.amount, alert.currency, { lang }) })
          : say('deviceAlerts.cameOnSale', values),
        ...(seen ? [say('deviceAlerts.seen', seen)] : []),
        origin + pathsOf(settings, lang).devicePrices(device.slug, alert.market),
      ],
      [say('deviceAlerts.why', { site }), `${say('deviceAlerts.end')} ${unsubscribe}`],
    ),
  }
}

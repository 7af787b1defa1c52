import { type Alert, alertOf, devicePrices, type PricedDevice, pricedDevice, stopWatching, watch } from '#devices'
import { findSubscription, type Subscriber, subscribersOf } from '#people'
import type { Instant } from '#platform/database/tables.ts'
import type { Gawai } from '#platform/gawai.ts'
import { isShown } from '#platform/settings.ts'
import { alertLetter, type AlertFacts } from './alert-letter.ts'

const perPage = 100

/** Tells readers what they wait for, once for each time that it comes true. */
export function sendDeviceAlerts(gawai: Gawai): void {
  gawai.reactions.on('device.alert', 'letters', ({ subject, metAt }) => tellAll(gawai, subject, metAt))
  // Whoever says yes only after it has come true hears of it, too.
  gawai.reactions.on('subscription.confirmed', 'device-alerts', async ({ subscription, subject }) => {
    const alert = alertOf(subject)
    if (!alert) return
    const metAt = await gawai.write((unit) => watch(unit, alert))
    const subscriber = await findSubscription(gawai, subscription)
    if (metAt !== undefined && subscriber) await tell(gawai, alert, { subscribers: [subscriber], metAt })
  })
}

async function tellAll(gawai: Gawai, subject: string, metAt: Instant): Promise<void> {
  const alert = alertOf(subject)
  if (!alert) return
  let told = 0
  for (let page = await subscribersOf(gawai, subject, { limit: perPage }); page.length > 0;) {
    await tell(gawai, alert, { subscribers: page, metAt })
    told += page.length
    page = await subscribersOf(gawai, subject, { after: page.at(-1)?.subscription ?? 0, limit: perPage })
  }
  if (told === 0) await gawai.write((unit) => stopWatching(unit, alert))
}

interface Telling {
  subscribers: readonly Subscriber[]
  metAt: Instant
}

/** A letter is known by what it tells and when that came true: nobody gets two of one, however often this runs. */
async function tell(gawai: Gawai, alert: Alert, { subscribers, metAt }: Telling): Promise<void> {
  const device = await pricedDevice(gawai, { id: alert.device })
  if (!device) return
  const facts = await factsOf(gawai, device, alert)
  await gawai.write(async (unit) => {
    for (const subscriber of subscribers)
      if (isShown(gawai.settings, subscriber.lang))
        await gawai.mail.send(unit, {
          ...alertLetter(gawai, facts, subscriber),
          key: `device-alert:${subscriber.subscription}:${metAt}`,
        })
  })
}

async function factsOf(gawai: Gawai, device: PricedDevice, alert: Alert): Promise<AlertFacts> {
  const { shown } = await devicePrices(gawai, { device: device.id, market: alert.market, now: gawai.clock.now() })
  return { device, alert, lowest: shown?.lowest }
}

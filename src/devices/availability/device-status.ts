import type { Day } from '#platform/fuzzy-date.ts'
import type { AvailabilityStatus, DeviceStatus } from '../tables.ts'
import type { Stated } from './stated.ts'

type Told = Pick<Stated, 'status' | 'fromDay'>

/** What each market's word makes of a device. That it is blocked somewhere says nothing of it elsewhere. */
const meaning: Record<AvailabilityStatus, DeviceStatus | undefined> = {
  planned: 'rumoured',
  announced: 'announced',
  preorder: 'announced',
  on_sale: 'on_sale',
  out_of_stock: 'on_sale',
  discontinued: 'discontinued',
  blocked: undefined,
  cancelled: 'cancelled',
}

/** What stands before what, where markets differ: what is sold anywhere is on sale. */
const order: readonly DeviceStatus[] = ['on_sale', 'announced', 'discontinued', 'rumoured', 'cancelled']

/**
 * What a device is, by where it can be bought.
 *
 * @param today what begins later has only been announced
 * @returns undefined when nothing is said that tells
 */
export function statusFrom(told: readonly Told[], today: Day): DeviceStatus | undefined {
  const means = new Set(told.map((one) => meaningOf(one, today)))
  return order.find((status) => means.has(status))
}

function meaningOf({ status, fromDay }: Told, today: Day): DeviceStatus | undefined {
  const hasBegun = fromDay === undefined || fromDay <= today
  if (hasBegun) return meaning[status]
  // What will end or be sold out one day is on sale until then.
  return status === 'discontinued' || status === 'out_of_stock'
    ? 'on_sale'
    : meaning[status] === 'on_sale'
      ? 'announced'
      : meaning[status]
}

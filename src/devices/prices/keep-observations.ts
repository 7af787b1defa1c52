import { compileOnce } from '#platform/database/compile-once.ts'
import type { Id } from '#platform/database/tables.ts'
import type { Unit } from '#platform/database/unit.ts'
import { checkAlerts } from '../alerts/check-alerts.ts'
import { deviceSubject, devicesSubject } from '../subjects.ts'
import { keepLowestPrice, type Sold } from './lowest-price.ts'
import { keepOffer, type WantedOffer } from './offer.ts'
import { longestGap, type Observation, type Stretch, withObservation } from './stretch.ts'

/** What a shop asks for one thing, seen at several instants. */
export interface Observed {
  offer: WantedOffer
  seen: readonly Observation[]
}

const around = compileOnce<{ offer: Id; from: number; to: number }>()((db, blank) =>
  db
    .selectFrom('price')
    .select(['at', 'until', 'amount', 'stock', 'provenance_id as provenance'])
    .where('offer_id', '=', blank.offer)
    .where('until', '>=', blank.from)
    .where('at', '<=', blank.to)
    .orderBy('at'),
)

/**
 * Keeps what shops were seen to ask. The same price again makes its stretch longer and no row; what is told twice changes nothing.
 *
 * @returns how many rows of prices were added
 */
export async function keepObservations(unit: Unit, observed: readonly Observed[]): Promise<number> {
  let added = 0
  const sold = new Map<string, Sold>()
  for (const { offer, seen } of observed) {
    if (seen.length === 0) continue
    const times = seen.map(({ at }) => at)
    const [first, last] = [
      times.reduce((one, other) => Math.min(one, other)),
      times.reduce((one, other) => Math.max(one, other)),
    ]
    const id = await keepOffer(unit, offer, { first, last })
    added += await keepStretches(unit, id, seen, { first, last })
    const { device, market, currency } = offer
    sold.set(`${device} ${market} ${currency}`, { device, market, currency })
    unit.drop(deviceSubject(device), devicesSubject)
  }
  for (const one of sold.values()) await keepLowestPrice(unit, one)
  for (const device of new Set([...sold.values()].map((one) => one.device))) await checkAlerts(unit, device)
  return added
}

async function keepStretches(
  unit: Unit,
  offer: Id,
  seen: readonly Observation[],
  { first, last }: { first: number; last: number },
): Promise<number> {
  const before = await around(unit.tx, { offer, from: first - longestGap, to: last + longestGap })
  const now = seen.reduce<Stretch[]>(
    withObservation,
    before.map((row) => ({ ...row })),
  )
  const known = new Map(before.map((row) => [row.at, JSON.stringify(row)]))
  const left = new Set(now.map(({ at }) => at))
  const gone = before.filter(({ at }) => !left.has(at)).map(({ at }) => at)
  if (gone.length > 0) await unit.tx.deleteFrom('price').where('offer_id', '=', offer).where('at', 'in', gone).execute()
  const changed = now.filter((one) => known.get(one.at) !== JSON.stringify(rowOf(one)))
  for (let start = 0; start < changed.length; start += atOnce)
    await write(unit, offer, changed.slice(start, start + atOnce))
  return now.length - before.length
}

/** A statement holds so many values. */
const atOnce = 500

/** In the order of the columns that `around` reads. */
const rowOf = ({ at, until, amount, stock, provenance }: Stretch) => ({ at, until, amount, stock, provenance })

async function write({ tx }: Unit, offer: Id, stretches: readonly Stretch[]): Promise<void> {
  await tx
    .insertInto('price')
    .values(
      stretches.map(({ at, until, amount, stock, provenance }) => ({
        offer_id: offer,
        at,
        until,
        amount,
        stock,
        provenance_id: provenance,
      })),
    )
    .onConflict((conflict) =>
      conflict.columns(['offer_id', 'at']).doUpdateSet((row) => ({
        until: row.ref('excluded.until'),
        amount: row.ref('excluded.amount'),
        stock: row.ref('excluded.stock'),
        provenance_id: row.ref('excluded.provenance_id'),
      })),
    )
    .execute()
}

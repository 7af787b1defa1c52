import type { Id } from '#platform/database/tables.ts'
import type { Unit } from '#platform/database/unit.ts'
import { type FuzzyDate, readFuzzyDate } from '#platform/fuzzy-date.ts'
import { Invalid } from '#platform/refusals.ts'
import { provenMarket } from '../prices/market.ts'
import { deviceSubject, devicesSubject } from '../subjects.ts'
import '../tables.ts'
import type { AvailabilityStatus, MarketCode } from '../tables.ts'
import { followAvailability } from './follow-availability.ts'

export interface NewAvailability {
  device: Id
  variant?: Id | undefined
  market: MarketCode
  /** An organisation; undefined where it is sold without a carrier, or by whichever. */
  carrier?: Id | undefined
  /** Undefined takes back what this source said. */
  status: AvailabilityStatus | undefined
  /** EDTF: since when, or from when on. */
  at?: string | undefined
  provenance: Id
  /** The article that says so. */
  article?: Id | undefined
  /** A person; undefined for a program. */
  by?: Id | undefined
}

/**
 * Keeps what a source says from now on of where a device can be bought. What the same source said before stays in the history;
 * what it said already changes nothing. The status of the device follows, unless it is pinned.
 *
 * @returns whether anything changed
 * @throws Invalid for a market or a date that is none
 */
export async function sayAvailability(unit: Unit, said: NewAvailability): Promise<boolean> {
  const saying = { ...said, market: provenMarket(said.market) }
  const date = saying.at === undefined ? undefined : provenDate(saying.at)
  const before = await saidBefore(unit, saying)
  if (before?.status === saying.status && (before?.at ?? undefined) === date?.text) return false
  if (before)
    await unit.tx.updateTable('availability').set({ ended_at: unit.now }).where('id', '=', before.id).execute()
  if (saying.status !== undefined) await add(unit, { ...saying, status: saying.status }, date)
  await followAvailability(unit, saying.device)
  unit.drop(deviceSubject(saying.device), devicesSubject)
  return true
}

function provenDate(text: string): FuzzyDate {
  const date = readFuzzyDate(text.trim())
  if (date) return date
  throw new Invalid(`"${text}" is no date: write a year, a month or a day such as 2018, 2018-03 or 2018-03-25`, {
    key: 'refusedDevice.noDate',
    values: { date: text },
  })
}

const saidBefore = ({ tx }: Unit, { device, variant, market, carrier, provenance }: NewAvailability) =>
  tx
    .selectFrom('availability')
    .select(['id', 'status', 'at'])
    .where('device_id', '=', device)
    .where('ended_at', 'is', null)
    .where('variant_id', variant === undefined ? 'is' : '=', variant ?? null)
    .where('market', '=', market)
    .where('carrier_id', carrier === undefined ? 'is' : '=', carrier ?? null)
    .where('provenance_id', '=', provenance)
    .executeTakeFirst()

async function add(
  unit: Unit,
  {
    device,
    variant,
    market,
    carrier,
    status,
    provenance,
    article,
    by,
  }: NewAvailability & { status: AvailabilityStatus },
  date: FuzzyDate | undefined,
): Promise<void> {
  await unit.tx
    .insertInto('availability')
    .values({
      id: unit.newId(),
      device_id: device,
      variant_id: variant ?? null,
      market,
      carrier_id: carrier ?? null,
      status,
      at: date?.text ?? null,
      from_day: date?.from ?? null,
      to_day: date?.to ?? null,
      provenance_id: provenance,
      article_id: article ?? null,
      said_by: by ?? null,
      said_at: unit.now,
      ended_at: null,
    })
    .execute()
}

import type { Id } from '#platform/database/tables.ts'
import type { Unit } from '#platform/database/unit.ts'
import { slugOf } from '#platform/slug.ts'
import { codeForm, formOf } from '../form.ts'
import type { ShopOffer } from './shop-offer.ts'
import { withoutBrand } from './without-brand.ts'

export interface Sold {
  device: Id
  variant?: Id
}

/** What may stand in a title behind a device's name: how much memory, which warranty. Anything else may be another device. */
const beside = /^(?:\d+|\d*(?:gb|tb)|ram|rom|new|baru|bnib|garansi|resmi|official|warranty|dual|sim)$/

/** What a shop sells there: by the number on the package, by the maker's code, by brand and name. Nothing where it is not sure. */
export async function findSold(unit: Unit, offer: ShopOffer): Promise<Sold | undefined> {
  return (await byGtin(unit, offer)) ?? (await byCode(unit, offer)) ?? (await byName(unit, offer))
}

async function byGtin({ tx }: Unit, { gtin }: ShopOffer): Promise<Sold | undefined> {
  if (gtin === undefined) return undefined
  const [first, ...more] = await tx
    .selectFrom('variant')
    .select(['id', 'device_id'])
    .where('gtin', '=', gtin)
    .limit(2)
    .execute()
  return first && more.length === 0 ? { device: first.device_id, variant: first.id } : undefined
}

async function byCode({ tx }: Unit, { mpn }: ShopOffer): Promise<Sold | undefined> {
  if (mpn === undefined) return undefined
  const devices = await tx
    .selectFrom('model_code')
    .select('device_id')
    .distinct()
    .where('form', '=', codeForm(mpn))
    .limit(2)
    .execute()
  return only(devices.map(({ device_id }) => device_id))
}

/** Of the names that the title begins with the longest. */
async function byName({ tx }: Unit, { brand, title, colour = '' }: ShopOffer): Promise<Sold | undefined> {
  const words = formOf(withoutBrand(title, brand)).split(' ')
  const starts = words.map((_, index) => words.slice(0, index + 1).join(' '))
  const rows = await tx
    .selectFrom('device_alias')
    .innerJoin('device', 'device.id', 'device_alias.device_id')
    .innerJoin('organisation', 'organisation.id', 'device.brand_id')
    .select(['device.id', 'device_alias.form'])
    .distinct()
    .where('organisation.slug', '=', slugOf(brand))
    .where('device_alias.kind', 'in', ['official', 'market'])
    .where('device_alias.form', 'in', starts)
    .where('device.merged_into', 'is', null)
    .execute()
  const longest = rows.reduce((most, { form }) => (form.length > most.length ? form : most), '')
  const colours = new Set(formOf(colour).split(' '))
  const rest = formOf(withoutBrand(title, brand)).slice(longest.length).trim().split(' ')
  const isSure = longest !== '' && rest.every((word) => word === '' || beside.test(word) || colours.has(word))
  return isSure ? only(rows.filter(({ form }) => form === longest).map(({ id }) => id)) : undefined
}

const only = ([device, ...more]: readonly Id[]): Sold | undefined =>
  device !== undefined && more.length === 0 ? { device } : undefined

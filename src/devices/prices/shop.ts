import { keepOrganisation } from '#organisations'
import type { Id } from '#platform/database/tables.ts'
import type { Unit } from '#platform/database/unit.ts'
import { Invalid } from '#platform/refusals.ts'
import { deviceSubject, devicesSubject } from '../subjects.ts'
import '../tables.ts'
import type { MarketCode, Warranty } from '../tables.ts'
import { provenMarket } from './market.ts'

/** Whoever sells. */
export interface NewShop {
  name: string
  market: MarketCode
  /** Such as `toko.example`. */
  domain?: string | undefined
  /** The address that carries the newsroom's mark, with `{url}` where that of the offer goes. */
  linkTemplate?: string | undefined
  /** Whether the newsroom earns by what is bought there. */
  isAffiliate?: boolean
  warranty?: Warranty
}

/**
 * Finds the shop of that name and keeps what is said of it now; whatever is not said stays as it was.
 *
 * @throws Invalid for a name without a letter, a market or domain that is none, or a template without `{url}`
 */
export async function keepShop(unit: Unit, wanted: NewShop): Promise<Id> {
  const organisation_id = await keepOrganisation(unit, { name: wanted.name, kind: 'shop' })
  const market = provenMarket(wanted.market)
  const before = await unit.tx
    .selectFrom('shop')
    .selectAll()
    .where('organisation_id', '=', organisation_id)
    .executeTakeFirst()
  const said = {
    market,
    ...(wanted.domain !== undefined && { domain: provenDomain(wanted.domain) }),
    ...(wanted.linkTemplate !== undefined && { link_template: provenTemplate(wanted.linkTemplate) }),
    ...(wanted.isAffiliate !== undefined && { is_affiliate: wanted.isAffiliate ? (1 as const) : (0 as const) }),
    ...(wanted.warranty !== undefined && { warranty: wanted.warranty }),
  }
  if (before && JSON.stringify({ ...before, ...said }) === JSON.stringify(before)) return organisation_id
  await unit.tx
    .insertInto('shop')
    .values({ organisation_id, domain: null, link_template: null, is_affiliate: 0, warranty: 'unknown', ...said })
    .onConflict((conflict) => conflict.column('organisation_id').doUpdateSet(said))
    .execute()
  unit.drop(devicesSubject, ...(await soldBy(unit, organisation_id)).map(deviceSubject))
  return organisation_id
}

async function soldBy({ tx }: Unit, shop: Id): Promise<Id[]> {
  const rows = await tx.selectFrom('offer').select('device_id').distinct().where('shop_id', '=', shop).execute()
  return rows.map(({ device_id }) => device_id)
}

function provenDomain(text: string): string | null {
  const domain = text.trim().toLowerCase()
  if (domain === '') return null
  if (/^(?:[a-z0-9](?:[a-z0-9-]*[a-z0-9])?\.)+[a-z]{2,}$/.test(domain)) return domain
  throw new Invalid(`"${text}" is no domain: write it without https:// and without a path, such as toko.example`, {
    key: 'refusedPrice.noDomain',
    values: { text },
  })
}

function provenTemplate(text: string): string | null {
  const template = text.trim()
  if (template === '') return null
  if (template.includes('{url}') && isWebAddress(template.replaceAll('{url}', 'x'))) return template
  throw new Invalid(
    `"${text}" is no template of links: write an address of https:// with {url} where the shop's goes`,
    {
      key: 'refusedPrice.noTemplate',
      values: { text },
    },
  )
}

/** Whether readers may be led there. */
export const isWebAddress = (text: string): boolean =>
  URL.canParse(text) && ['https:', 'http:'].includes(new URL(text).protocol)

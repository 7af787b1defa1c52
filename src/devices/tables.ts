import type { Flag, Id, Instant } from '#platform/database/tables.ts'
import type { Day } from '#platform/fuzzy-date.ts'
import type { SpecificationName } from './specifications/registry.ts'

declare module '#platform/database/tables.ts' {
  interface Tables {
    provenance: ProvenanceTable
    /** By ISO 3166-1 alpha-2 code, in the order in which the newsroom shows them. */
    market: { code: MarketCode; currency: string; position: number }
    device_family: { id: Id; brand_id: Id; slug: string; name: string }
    device: DeviceTable
    former_device_slug: { slug: string; device_id: Id }
    device_alias: AliasTable
    variant: VariantTable
    model_code: ModelCodeTable
    specification: SpecificationTable
    shop: ShopTable
    offer: OfferTable
    price: PriceTable
    lowest_price: LowestPriceTable
    device_alert: DeviceAlertTable
    availability: AvailabilityTable
    /** On which bands a carrier sends in a market; `is_core`: without this one it works in few places. */
    carrier_band: { carrier_id: Id; market: MarketCode; radio: Radio; band: number; is_core: Flag; provenance_id: Id }
    test_result: TestResultTable
    article_device: ArticleDeviceTable
    /** An editor's yes or no to what the program found in an article. */
    mention_answer: { article_id: Id; form: string; device_id: Id; is_right: Flag; by: Id; at: Instant }
    /** What an article names that no device of the catalogue is. */
    unknown_device: {
      article_id: Id
      form: string
      words: string
      brand_id: Id | null
      at: Instant
      settled_at: Instant | null
    }
    /** What a reader says is wrong; `about` names a specification, `prices`, `availability` or `other`. */
    device_report: {
      id: Id
      device_id: Id
      about: string
      words: string
      evidence: string | null
      email: string | null
      at: Instant
      settled_at: Instant | null
      settled_by: Id | null
    }
    /** What a data set says of one device, whole and as it said it, by its own key; `digest` of what was read of it. */
    device_record: { origin: string; key: string; device_id: Id; provenance_id: Id; digest: string; raw: string }
    /** How far a file has been read: `done` counts its records. */
    device_import: {
      id: Id
      format: string
      name: string
      digest: string
      done: number
      report: string
      begun_at: Instant
      ended_at: Instant | null
    }
  }
}

/** Two capital letters of ISO 3166-1; nothing where it holds everywhere. */
export type MarketCode = string
export type Radio = 'gsm' | 'umts' | 'lte' | 'nr'

export const provenanceKinds = ['maker', 'register', 'test', 'editor', 'retailer', 'dataset', 'article'] as const
/** From whom something is known. The order is how much it counts: see `resolve.ts`. */
export type ProvenanceKind = (typeof provenanceKinds)[number]

interface ProvenanceTable {
  id: Id
  kind: ProvenanceKind
  name: string
  /** Nothing where there is no page to look at. */
  url: string
  licence: string | null
  organisation_id: Id | null
  article_id: Id | null
}

export const categories = [
  'phone',
  'foldable',
  'tablet',
  'watch',
  'band',
  'earbuds',
  'speaker',
  'tv',
  'stb',
  'laptop',
  'console',
  'router',
  'camera',
  'car',
  'chip',
  'software',
  'other',
] as const
export type Category = (typeof categories)[number]

/** `released`: it was on sale once; whether it still is, nobody has said. */
export const deviceStatuses = ['rumoured', 'announced', 'released', 'on_sale', 'discontinued', 'cancelled'] as const
export type DeviceStatus = (typeof deviceStatuses)[number]

interface DeviceTable {
  id: Id
  brand_id: Id
  family_id: Id | null
  slug: string
  /** Without the brand's. */
  name: string
  category: Category
  status: DeviceStatus
  /** Whether an editor said so; otherwise it follows from where it can be bought. */
  is_status_pinned: Flag
  /** EDTF (ISO 8601-2). */
  announced: string | null
  released: string | null
  /** The first day that `released` can mean; lists are in this order. */
  released_from: Day | null
  /** Who says when: of `announced` and `released`. */
  dates_from: Id | null
  predecessor_id: Id | null
  picture_id: Id | null
  /** JSON of `Outside`: by what others call it. */
  outside: string
  /** The one that it became. */
  merged_into: Id | null
  made_at: Instant
  changed_at: Instant
}

export type AliasKind = 'official' | 'market' | 'nick' | 'codename' | 'typo'

/** A name of one device, family or brand. */
interface AliasTable {
  id: Id
  kind: AliasKind
  words: string
  /** As `formOf` spells it. */
  form: string
  device_id: Id | null
  family_id: Id | null
  brand_id: Id | null
  market: MarketCode
  /** Whether it means that only where the brand is named too. */
  needs_brand: Flag
}

interface VariantTable {
  id: Id
  device_id: Id
  name: string
  market: MarketCode
  carrier_id: Id | null
  ram_mb: number | null
  storage_mb: number | null
  storage_type: string | null
  colour: string | null
  sim: string | null
  gtin: string | null
}

/** A code on a box. One may stand for several devices, and mostly a device has several. */
interface ModelCodeTable {
  id: Id
  code: string
  form: string
  device_id: Id
  variant_id: Id | null
  market: MarketCode
  provenance_id: Id
  said_at: Instant | null
}

/** One value that somebody says. What was replaced stays, with who replaced it. */
interface SpecificationTable {
  id: Id
  device_id: Id
  /** Null for every variant. */
  variant_id: Id | null
  name: SpecificationName
  /** Among several of one kind, such as cameras. */
  position: number
  label: string | null
  /** Whole, in the unit and scale of the registry. */
  number: number | null
  number2: number | null
  words: string | null
  /** As it was said. */
  raw: string
  provenance_id: Id
  as_of: Instant
  is_pinned: Flag
  said_by: Id | null
  said_at: Instant
  ended_at: Instant | null
  ended_by: Id | null
}

export const warranties = ['official', 'distributor', 'unknown'] as const
export type Warranty = (typeof warranties)[number]

interface ShopTable {
  organisation_id: Id
  market: MarketCode
  domain: string | null
  /** An address with `{url}` where the address of the offer goes, encoded. */
  link_template: string | null
  /** Whether the newsroom earns by it. */
  is_affiliate: Flag
  warranty: Warranty
}

export const priceKinds = ['msrp', 'street', 'promo', 'preorder'] as const
export type PriceKind = (typeof priceKinds)[number]
export const conditions = ['new', 'refurbished', 'used'] as const
export type Condition = (typeof conditions)[number]

/** A shop sells a device or one variant of it. */
interface OfferTable {
  id: Id
  device_id: Id
  variant_id: Id | null
  /** An organisation. The maker's own for a price that it recommends. */
  shop_id: Id
  market: MarketCode
  /** ISO 4217. */
  currency: string
  kind: PriceKind
  condition: Condition
  /** By what the shop calls it; nothing where it does not say. */
  outside_id: string
  url: string | null
  first_seen: Instant
  last_seen: Instant
}

export const stocks = ['in', 'out', 'preorder'] as const
export type Stock = (typeof stocks)[number]

/** From `at` to `until` every observation of an offer said this. `amount` in the currency's smallest unit. */
interface PriceTable {
  offer_id: Id
  at: Instant
  until: Instant
  amount: number
  stock: Stock | null
  provenance_id: Id
}

/** What new ones of a device cost in a market: kept from `price` with each observation. */
interface LowestPriceTable {
  device_id: Id
  market: MarketCode
  currency: string
  amount: number
  seen_at: Instant
  /** The first instant of the day since which it has not cost more. */
  since_at: Instant
  /** The lowest of the thirty days before that; null when nobody looked then. */
  before: number | null
  /** By how many thousandths of that it fell; 0 when it did not. */
  fall: number
}

export const alertKinds = ['below', 'on_sale'] as const
export type AlertKind = (typeof alertKinds)[number]

/** What readers want to be told of a device in a market; who, their subscriptions say. */
interface DeviceAlertTable {
  id: Id
  device_id: Id
  market: MarketCode
  kind: AlertKind
  /** In the smallest unit of `currency`; 0 where it is not about a price. */
  amount: number
  /** Nothing where it is not about a price. */
  currency: string
  /** Since when it is so; null as long as it is not. */
  met_at: Instant | null
}

export const availabilityStatuses = [
  'planned',
  'announced',
  'preorder',
  'on_sale',
  'out_of_stock',
  'discontinued',
  'blocked',
  'cancelled',
] as const
export type AvailabilityStatus = (typeof availabilityStatuses)[number]

interface AvailabilityTable {
  id: Id
  device_id: Id
  variant_id: Id | null
  market: MarketCode
  carrier_id: Id | null
  status: AvailabilityStatus
  /** EDTF. */
  at: string | null
  from_day: Day | null
  to_day: Day | null
  provenance_id: Id
  article_id: Id | null
  said_by: Id | null
  said_at: Instant
  ended_at: Instant | null
}

interface TestResultTable {
  id: Id
  device_id: Id
  variant_id: Id | null
  test: string
  /** A decimal number as it was measured, such as `12.5`. */
  value: string
  unit: string | null
  better: 'high' | 'low'
  conditions: string | null
  provenance_id: Id
  article_id: Id | null
  at: Instant
}

export const deviceRoles = ['subject', 'compared', 'mention'] as const
export type DeviceRole = (typeof deviceRoles)[number]

export interface ArticleDeviceTable {
  article_id: Id
  device_id: Id
  role: DeviceRole
  /** JSON of the words by which the article names it. */
  forms: string
  /** Percent. */
  confidence: number
  is_by_editor: Flag
  is_shown: Flag
}

import type { Product, ProductGroup, PropertyValue } from 'schema-dts'
import {
  type DeviceRecord,
  type Resolved,
  showValue,
  specificationOf,
  specificationWords,
  type Value,
  type Variant,
} from '#devices'
import { shareable } from '#media'
import type { Html } from '#platform/html.ts'
import type { Edition } from '../edition.ts'
import { breadcrumbs } from './breadcrumbs.ts'
import { graphElement } from './graph.ts'

/** UN/CEFACT Recommendation 20, by the unit of the registry. Memory is said in gigabytes. */
const unitCodes = {
  mm: 'MMT',
  g: 'GRM',
  mAh: 'E09',
  Hz: 'HTZ',
  MHz: 'MHZ',
  nit: 'A24',
  W: 'WTT',
  MB: 'E34',
  MP: 'E38',
  in: 'INH',
  year: 'ANN',
  min: 'MIN',
  '%': 'P1',
} as const

/** What a device's page says of itself: only what stands on it (Search Central, "Product variant structured data"). */
export function deviceData(own: Edition, record: DeviceRecord): Html {
  const { brand, family, name } = record
  const way = [
    { name: brand.name, path: own.paths.brand(brand.slug) },
    ...(family ? [{ name: family.name, path: own.paths.family(brand.slug, family.slug) }] : []),
    { name },
  ]
  return graphElement([productOf(own, record), breadcrumbs(own, way)])
}

/** A group of variants where there are some; otherwise the one product. */
function productOf(own: Edition, record: DeviceRecord): Product | ProductGroup {
  const { slug, variants, codes } = record
  const mpn = codes.map(({ code }) => code)
  const facts = factsOf(own, record)
  if (variants.length === 0) return { '@type': 'Product', ...facts, ...(mpn.length > 0 && { mpn }) }
  return {
    '@type': 'ProductGroup',
    ...facts,
    productGroupID: slug,
    variesBy: variesBy(variants),
    hasVariant: variants.map((variant) => variantOf(record, variant)),
  }
}

function factsOf(own: Edition, { slug, name, brand, released, picture, specifications }: DeviceRecord) {
  const url = own.absolute(own.paths.device(slug))
  const properties = [...specifications.values()].flatMap((one) => propertiesOf(own, one))
  return {
    '@id': `${url}#device`,
    url,
    name,
    brand: { '@type': 'Brand', name: brand.name },
    ...(picture && { image: own.absolute(shareable(picture).src) }),
    // An uncertain date is no date of schema.org.
    ...(released !== undefined && /\d$/.test(released) && { releaseDate: released }),
    ...(properties.length > 0 && { additionalProperty: properties }),
  } as const
}

function variesBy(variants: readonly Variant[]): string[] {
  const differs = (of: (variant: Variant) => unknown) => new Set(variants.map(of)).size > 1
  return [
    ...(differs(({ colour }) => colour) ? ['https://schema.org/color'] : []),
    ...(differs(({ ram, storage }) => `${ram} ${storage}`) ? ['https://schema.org/size'] : []),
  ]
}

function variantOf({ name, codes }: DeviceRecord, variant: Variant): Product {
  const { colour, gtin, storage } = variant
  const [code] = codes.filter((one) => one.variant === variant.id)
  return {
    '@type': 'Product',
    name: [name, variant.name, colour].filter((word) => word !== undefined && word !== '').join(' '),
    ...(code && { sku: code.code, mpn: code.code }),
    ...(gtin !== undefined && { gtin }),
    ...(colour !== undefined && { color: colour }),
    ...(storage !== undefined && { size: `${storage / 1024} GB` }),
  }
}

const propertiesOf = (own: Edition, { name, values }: Resolved): PropertyValue[] =>
  values.map((value) => ({
    '@type': 'PropertyValue',
    propertyID: name,
    name: own.say(specificationWords[name].label),
    ...measured(own, name, value),
  }))

/** A number with its unit, or the words that the page shows. */
function measured(own: Edition, name: Resolved['name'], value: Value): { value: number | string; unitCode?: string } {
  const { unit, scale = 1, type } = specificationOf(name)
  const isWord = value.number === undefined || value.number2 !== undefined || type === 'flag'
  if (value.number === undefined || isWord) return { value: showValue(name, value, own) }
  const number = value.number / scale
  if (unit === undefined) return { value: number }
  return { value: unit === 'MB' ? number / 1024 : number, unitCode: unitCodes[unit] }
}

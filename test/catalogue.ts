import { devicesSubject, deviceSubject, formOf, keepProvenance, readValue, type SpecificationName } from '#devices'
import { keepOrganisation } from '#organisations'
import type { Id, Tables } from '#platform/database/tables.ts'
import type { Unit } from '#platform/database/unit.ts'
import { readFuzzyDate } from '#platform/fuzzy-date.ts'
import { slugOf } from '#platform/slug.ts'

const brandNames =
  'Lentera Kawanua Rimba Sagara Bahtera Cakra Dirgantara Elang Fajar Garuda Harimau Intan Jalak Kartika Laskar Merapi'.split(
    ' ',
  )
const familyNames = 'L Note Pro Lite Neo Ultra Mini Fold'.split(' ')

type Random = () => number

/** The same numbers from 0 to 1 in every run (mulberry32). */
export function seeded(seed: number): Random {
  let state = seed
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32
  }
}

/**
 * Devices that nobody makes, with as many values as real ones have; the same in every run.
 *
 * @param from the number of the first, so that many are made in several units
 */
export async function fillCatalogue(unit: Unit, { devices, from = 0 }: { devices: number; from?: number }) {
  const provenance = await keepProvenance(unit, {
    kind: 'dataset',
    name: 'Katalog uji',
    url: 'https://catalogue.example/',
    licence: 'CC BY-SA 4.0',
  })
  const brands: Brand[] = []
  for (const name of brandNames)
    brands.push({ name, id: await keepOrganisation(unit, { name, kind: 'company', isBrand: true }) })
  const made = Array.from({ length: devices }, (_, index) => deviceOf(unit, brands, from + index))
  const aliases = made.map(({ device }) => aliasOf(unit, device))
  const said = made.flatMap(({ device, raws }) =>
    [...raws].flatMap(([name, all]) => sayingsOf(unit, { device: device.id, provenance, name, raws: all })),
  )
  for (const piece of pieces(made.map(({ device }) => device)))
    await unit.tx.insertInto('device').values(piece).execute()
  for (const piece of pieces(aliases)) await unit.tx.insertInto('device_alias').values(piece).execute()
  for (const piece of pieces(said)) await unit.tx.insertInto('specification').values(piece).execute()
  unit.drop(devicesSubject, ...made.map(({ device }) => deviceSubject(device.id)))
  return made.map(({ device }) => ({ id: device.id, slug: device.slug }))
}

interface Brand {
  id: Id
  name: string
}

/** A statement holds some thirty thousand values. */
const atOnce = 1000
const pieces = <Row>(rows: Row[]): Row[][] =>
  Array.from({ length: Math.ceil(rows.length / atOnce) }, (_, piece) =>
    rows.slice(piece * atOnce, (piece + 1) * atOnce),
  )

function deviceOf(unit: Unit, brands: readonly Brand[], number: number) {
  const random = seeded(number + 1)
  const brand = pick(random, brands)
  const name = `${pick(random, familyNames)} ${number + 1}`
  const year = 2012 + Math.floor(random() * 15)
  const released = `${year}-${String(1 + Math.floor(random() * 12)).padStart(2, '0')}`
  const device: Tables['device'] = {
    id: unit.newId(),
    brand_id: brand.id,
    family_id: null,
    slug: slugOf(`${brand.name} ${name}`),
    name,
    category: random() < 0.8 ? 'phone' : pick(random, ['tablet', 'watch', 'foldable'] as const),
    status: year < 2021 ? 'discontinued' : 'on_sale',
    is_status_pinned: 0,
    announced: null,
    released,
    released_from: readFuzzyDate(released)?.from ?? null,
    dates_from: null,
    predecessor_id: null,
    picture_id: null,
    outside: '{}',
    merged_into: null,
    made_at: unit.now,
    changed_at: unit.now,
  }
  return { device, raws: rawsOf(random, year) }
}

const pick = <Thing>(random: Random, things: readonly [Thing, ...Thing[]] | readonly Thing[]): Thing =>
  things[Math.floor(random() * things.length)] as Thing // oxlint-disable-line typescript/no-unsafe-type-assertion -- none of the lists is empty

/** What a data set says of a device of that year; a tenth of it is not known. */
function rawsOf(random: Random, year: number): Map<SpecificationName, string[]> {
  const between = (low: number, high: number, step = 1) => low + Math.floor((random() * (high - low)) / step) * step
  const age = year - 2012
  const yes = (share: number) => [random() < share ? 'yes' : 'no']
  const ram = pick(random, [1, 2, 3, 4, 6, 8]) + Math.floor(age / 5) * 2
  const storage = pick(random, [16, 32, 64, 128, 256])
  const all: [SpecificationName, string[]][] = [
    ['height', [`${between(130, 170)} mm`]],
    ['width', [`${between(64, 78)} mm`]],
    ['depth', [`${between(6, 10, 0.1).toFixed(1)} mm`]],
    ['weight', [`${between(130, 240)} g`]],
    ['ip_rating', [pick(random, ['IP53', 'IP67', 'IP68'])]],
    ['display_size', [`${between(4, 7, 0.1).toFixed(1)} in`]],
    ['display_resolution', [pick(random, ['720x1600', '1080x2400', '1440x3200'])]],
    ['display_technology', [pick(random, ['AMOLED', 'IPS LCD'])]],
    ['refresh_rate', [`${pick(random, [60, 90, 120, 144])} Hz`]],
    ['chipset', [`Andalas ${600 + between(0, 120) * 3}`]],
    ['cpu_cores', [String(pick(random, [4, 6, 8]))]],
    ['ram', [`${ram} GB`, `${ram + 2} GB`]],
    ['storage', [`${storage} GB`, `${storage * 2} GB`]],
    ['card_slot', [pick(random, ['microSD', 'microSD bersama SIM'])]],
    ['camera', [`${pick(random, [12, 13, 48, 50, 64, 108])} MP`, `${pick(random, [5, 8, 16, 32])} MP`]],
    ['battery', [`${between(2000, 6500, 50)} mAh`]],
    ['is_battery_removable', yes(0.1)],
    ['charging', [`${pick(random, [10, 18, 33, 67, 120])} W`]],
    ['generations', [`2g, 3g, 4g${age > 8 ? ', 5g' : ''}`]],
    ['bands_lte', ['1 3 5 8 40']],
    ['has_esim', yes(0.3)],
    ['has_nfc', yes(0.5)],
    ['has_infrared', yes(0.2)],
    ['has_radio', yes(0.4)],
    ['has_headphone_jack', yes(0.5)],
    ['system', [`Android ${age}`]],
    ['update_years', [`${pick(random, [2, 3, 4, 7])} years`]],
  ]
  return new Map(all.filter(() => random() > 0.1))
}

const aliasOf = (unit: Unit, { id, name }: Tables['device']): Tables['device_alias'] => ({
  id: unit.newId(),
  kind: 'official',
  words: name,
  form: formOf(name),
  device_id: id,
  family_id: null,
  brand_id: null,
  market: '',
  needs_brand: 0,
})

interface Said {
  device: Id
  provenance: Id
  name: SpecificationName
  raws: readonly string[]
}

const sayingsOf = (unit: Unit, { device, provenance, name, raws }: Said): Tables['specification'][] =>
  raws.map((raw, position) => {
    const value = readValue(name, raw)
    return {
      id: unit.newId(),
      device_id: device,
      variant_id: null,
      name,
      position,
      label: name === 'camera' ? (position === 0 ? 'main' : 'front') : null,
      number: value?.number ?? null,
      number2: value?.number2 ?? null,
      words: value?.words ?? null,
      raw,
      provenance_id: provenance,
      as_of: unit.now,
      is_pinned: 0,
      said_by: null,
      said_at: unit.now,
      ended_at: null,
      ended_by: null,
    }
  })

import {
  type ComparedSource,
  type Comparison,
  devicesBySlug,
  type Resolved,
  type Saying,
  specificationOf,
  type Value,
} from '#devices'
import { machineTime } from '#look/time.ts'
import type { PagePlan } from '#platform/page-store/page.ts'
import type { Edition } from '../../edition.ts'
import { readComparison } from './address.ts'
import { compared } from './compare-page.ts'

/** The same comparison for programs: every value with its unit, as it was said, and from whom. */
export async function compareJson(own: Edition, query: URLSearchParams): Promise<PagePlan> {
  const { slugs } = readComparison(own.lang, query)
  const comparison = await compared(own, await devicesBySlug(own.gawai, slugs))
  return {
    subject: '',
    isFleeting: true,
    status: 200,
    type: 'application/json; charset=utf-8',
    parts: [
      JSON.stringify({
        devices: devicesOf(own, comparison),
        sources: comparison.sources.map((one) => sourceOf(own, one)),
      }),
    ],
  }
}

const sourceOf = ({ time }: Edition, { kind, name, url, licence, asOf }: ComparedSource) => ({
  kind,
  name,
  ...(url !== '' && { url }),
  ...(licence !== null && { licence }),
  date: machineTime(asOf, time),
})

function devicesOf({ absolute, paths }: Edition, { devices, rows, sourceOf: numberOf }: Comparison) {
  const saidBy = (saying: Saying) => ({
    values: saying.values.map((value) => plainValue(saying, value)),
    source: numberOf(saying),
  })
  const specificationIn = (cell: Resolved) => {
    const { unit } = specificationOf(cell.name)
    return { ...(unit !== undefined && { unit }), ...saidBy(cell), others: cell.others.map(saidBy) }
  }
  return devices.map((device, place) => ({
    slug: device.slug,
    name: device.name,
    brand: device.brand.name,
    url: absolute(paths.device(device.slug)),
    category: device.category,
    status: device.status,
    announced: device.announced,
    released: device.released,
    specifications: Object.fromEntries(
      rows.flatMap(({ name, cells }) => {
        const cell = cells[place]
        return cell ? [[name, specificationIn(cell)]] : []
      }),
    ),
  }))
}

/** In whole units: what is kept in hundredths is a decimal number here. */
function plainValue({ name }: Saying, { number, number2, words, label, raw }: Value) {
  const { scale = 1, type } = specificationOf(name)
  const value = type === 'flag' && number !== undefined ? number === 1 : number === undefined ? words : number / scale
  return { value, ...(number2 !== undefined && { height: number2 }), ...(label !== undefined && { label }), raw }
}

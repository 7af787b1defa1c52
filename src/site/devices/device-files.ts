import {
  type DeviceRecord,
  deviceRecord,
  deviceSubject,
  type Saying,
  slugSince,
  specificationOf,
  type Value,
} from '#devices'
import type { PagePlan } from '#platform/page-store/page.ts'
import type { Edition } from '../edition.ts'
import { leadTo } from '../moved.ts'
import { csvOf } from './csv.ts'

const endings = { json: 'application/json; charset=utf-8', csv: 'text/csv; charset=utf-8; header=present' } as const
type Ending = keyof typeof endings

/** A device for programs, beside its page. */
export async function deviceFile(own: Edition, slug: string, ending: Ending): Promise<PagePlan | undefined> {
  const record = await deviceRecord(own.gawai, slug)
  if (!record) {
    const now = await slugSince(own.gawai, slug)
    return now === undefined ? undefined : leadTo(`${own.paths.device(now).slice(0, -1)}.${ending}`)
  }
  const subject = deviceSubject(record.id)
  const body = ending === 'json' ? `${JSON.stringify(dataOf(own, record), undefined, 2)}\n` : tableOf(record)
  return {
    subject,
    status: 200,
    type: endings[ending],
    headers: { link: `<${own.absolute(own.paths.device(slug))}>; rel="canonical"` },
    parts: [{ subject, view: `${ending} ${own.lang}`, render: () => ({ body }) }],
  }
}

const day = (at: number): string => new Date(at).toISOString()

function dataOf({ absolute, paths }: Edition, record: DeviceRecord) {
  const { slug, sayings, specifications, provenances, stated, codes, variants, picture, predecessor } = record
  const link = (device: { slug: string; name: string }) => ({ ...device, url: absolute(paths.device(device.slug)) })
  const { id: _, ...brand } = record.brand
  return {
    ...link({ slug, name: record.name }),
    brand,
    family: record.family,
    category: record.category,
    status: record.status,
    announced: record.announced,
    released: record.released,
    picture: picture && { url: absolute(picture.src), credit: picture.credit, licence: picture.licence },
    predecessor: predecessor && link(predecessor),
    successors: record.successors.map(link),
    names: record.names,
    variants,
    codes,
    datesFrom: record.datesFrom,
    availability: stated.map(({ variant, market, carrier, status, at, provenance, saidAt }) => ({
      market,
      carrier: carrier?.name,
      variant,
      status,
      at,
      provenance: provenance.id,
      asOf: day(saidAt),
    })),
    specifications: sayings.map((saying) => ({
      name: saying.name,
      counts: countsOf(specifications, saying),
      variant: saying.variant,
      values: saying.values.map((value) => inUnit(saying, value)),
      provenance: saying.provenance.id,
      asOf: day(saying.asOf),
    })),
    provenances: [...provenances.values()],
    changedAt: day(record.changedAt),
  }
}

/** Whether it is the one that a page shows first. */
function countsOf(specifications: DeviceRecord['specifications'], { name, provenance, variant }: Saying): boolean {
  const counted = specifications.get(name)
  return variant !== undefined || counted?.provenance.id === provenance.id
}

/** A number in the unit of the registry, so that nobody has to know its scale. */
function inUnit({ name }: Saying, { number, number2, words, label, raw }: Value) {
  const { unit, scale = 1 } = specificationOf(name)
  return { label, value: number === undefined ? words : number / scale, height: number2, unit, raw }
}

/** One line for each value that somebody says. */
function tableOf({ sayings, specifications, provenances, variants }: DeviceRecord): string {
  const head = ['specification', 'label', 'value', 'height', 'unit', 'raw', 'variant', 'counts']
  const lines = sayings.flatMap((saying) => {
    const source = provenances.get(saying.provenance.id)
    const variant = variants.find(({ id }) => id === saying.variant)
    return saying.values.map((value) => {
      const { label, value: shown, height, unit, raw } = inUnit(saying, value)
      const counts = countsOf(specifications, saying) ? 'yes' : 'no'
      const said = [source?.name, source?.kind, source?.url, source?.licence, day(saying.asOf)]
      return [saying.name, label, shown, height, unit, raw, variant?.name, counts, ...said]
    })
  })
  return csvOf([[...head, 'source', 'source_kind', 'source_url', 'licence', 'as_of'], ...lines])
}

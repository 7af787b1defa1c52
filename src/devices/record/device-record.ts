import { findPicture, type LibraryPicture } from '#media'
import { compileOnce } from '#platform/database/compile-once.ts'
import type { Id, Instant } from '#platform/database/tables.ts'
import type { Gawai } from '#platform/gawai.ts'
import type { SpecificationName } from '../specifications/registry.ts'
import { type Resolved, resolve, type Saying } from '../specifications/resolve.ts'
import { sayingsOf } from '../specifications/sayings.ts'
import { availabilityOfDevice, type MarketAvailability, statedOf } from '../availability/availability-of-device.ts'
import type { Stated } from '../availability/stated.ts'
import type { Category, DeviceStatus } from '../tables.ts'
import { type DeviceRow, deviceRow } from './find-device.ts'
import { type NamedProvenance, provenancesOf } from './provenances-of.ts'
import { type CodeOnBox, codesOf, namesOf, type OtherName, type Variant, variantsOf } from './variants-of.ts'

/** A device by its name and address. */
export interface DeviceLink {
  slug: string
  /** With the brand's. */
  name: string
}

/** Everything that is known of a device now, and from whom. */
export interface DeviceRecord extends DeviceLink {
  id: Id
  brand: { id: Id; slug: string; name: string }
  family?: { slug: string; name: string }
  category: Category
  status: DeviceStatus
  /** EDTF. */
  announced?: string
  released?: string
  /** Who says when. */
  datesFrom?: Id
  picture?: LibraryPicture
  predecessor?: DeviceLink
  successors: DeviceLink[]
  names: OtherName[]
  variants: Variant[]
  codes: CodeOnBox[]
  sayings: Saying[]
  /** What counts for every variant, with what other sources say. */
  specifications: Map<SpecificationName, Resolved>
  /** Where it can be bought, as it counts for every variant. */
  availability: MarketAvailability[]
  /** Everything that is said of that, by whoever, also of single variants. */
  stated: Stated[]
  provenances: Map<Id, NamedProvenance>
  changedAt: Instant
}

type Reader = Pick<Gawai, 'db'>

const kin = compileOnce<{ device: Id; predecessor: Id }>()((db, blank) =>
  db
    .selectFrom('device')
    .innerJoin('organisation as brand', 'brand.id', 'device.brand_id')
    .select(['device.id', 'device.slug', 'device.name', 'brand.name as brand'])
    .where('device.merged_into', 'is', null)
    .where((row) => row.or([row('device.id', '=', blank.predecessor), row('predecessor_id', '=', blank.device)]))
    .orderBy('device.released_from')
    .orderBy('device.id'),
)

/** The device at that slug; undefined where none is, or it became another: see `slugSince`. */
export async function deviceRecord(gawai: Reader, slug: string): Promise<DeviceRecord | undefined> {
  const row = await deviceRow(gawai, slug)
  if (!row || row.merged_into !== null) return undefined
  const { id } = row
  const sayings = await sayingsOf(gawai, id)
  const codes = await codesOf(gawai, id)
  const stated = await statedOf(gawai.db, id)
  const heard = [
    ...[...sayings, ...stated].map(({ provenance }) => provenance.id),
    ...codes.map(({ provenance }) => provenance),
    ...(row.dates_from === null ? [] : [row.dates_from]),
  ]
  return {
    ...plainly(row),
    ...(await kinOf(gawai, row)),
    ...(await pictureOf(gawai, row)),
    names: (await namesOf(gawai, id)).filter(({ words }) => words !== row.name),
    variants: await variantsOf(gawai, id),
    codes,
    sayings,
    specifications: resolve(sayings),
    availability: stated.length === 0 ? [] : await availabilityOfDevice(gawai, id),
    stated,
    provenances: await provenancesOf(gawai, heard),
  }
}

function plainly(row: DeviceRow) {
  const { id, slug, category, status, announced, released, family_slug, family_name } = row
  return {
    id,
    slug,
    name: `${row.brand_name} ${row.name}`,
    brand: { id: row.brand_id, slug: row.brand_slug, name: row.brand_name },
    category,
    status,
    changedAt: row.changed_at,
    ...(family_slug !== null && family_name !== null && { family: { slug: family_slug, name: family_name } }),
    ...(row.dates_from !== null && { datesFrom: row.dates_from }),
    ...(announced !== null && { announced }),
    ...(released !== null && { released }),
  }
}

async function kinOf({ db }: Reader, { id, predecessor_id }: DeviceRow) {
  const rows = await kin(db, { device: id, predecessor: predecessor_id ?? 0 })
  const linkOf = ({ slug, brand, name }: (typeof rows)[number]): DeviceLink => ({ slug, name: `${brand} ${name}` })
  const before = rows.find((row) => row.id === predecessor_id)
  const after = rows.filter((row) => row !== before)
  return { successors: after.map(linkOf), ...(before && { predecessor: linkOf(before) }) }
}

async function pictureOf(gawai: Reader, { picture_id }: DeviceRow): Promise<Pick<DeviceRecord, 'picture'>> {
  const picture = picture_id === null ? undefined : await findPicture(gawai, picture_id)
  return picture && picture.removedAt === undefined ? { picture } : {}
}

import type { Id } from '#platform/database/tables.ts'
import type { Gawai } from '#platform/gawai.ts'
import { NotFound } from '#platform/refusals.ts'
import '../tables.ts'
import type { AliasKind, MarketCode } from '../tables.ts'

type Reader = Pick<Gawai, 'db'>

/** A device as its editors see it. @throws NotFound */
export async function deskDevice({ db }: Reader, id: Id) {
  const row = await db
    .selectFrom('device')
    .innerJoin('organisation', 'organisation.id', 'device.brand_id')
    .leftJoin('device_family', 'device_family.id', 'device.family_id')
    .leftJoin('device as predecessor', 'predecessor.id', 'device.predecessor_id')
    .selectAll('device')
    .select(['organisation.name as brand', 'device_family.name as family', 'predecessor.slug as predecessor'])
    .where('device.id', '=', id)
    .executeTakeFirst()
  if (row) return row
  throw new NotFound('There is no such device', { key: 'refusedDeviceDesk.gone' })
}
export type DeskDevice = Awaited<ReturnType<typeof deskDevice>>

/** A name of a device with its number. */
export interface DeskName {
  id: Id
  kind: AliasKind
  words: string
  market: MarketCode
}

export const deskNames = ({ db }: Reader, device: Id): Promise<DeskName[]> =>
  db
    .selectFrom('device_alias')
    .select(['id', 'kind', 'words', 'market'])
    .where('device_id', '=', device)
    .orderBy('id')
    .execute()

/** Its codes, each with who says so. */
export const deskCodes = ({ db }: Reader, device: Id) =>
  db
    .selectFrom('model_code')
    .innerJoin('provenance', 'provenance.id', 'model_code.provenance_id')
    .select(['model_code.id', 'code', 'market', 'provenance.name as source', 'provenance.kind as sourceKind'])
    .where('device_id', '=', device)
    .orderBy('form')
    .execute()

/** Everybody who says something of a device now, and whoever the newsroom named last. */
export async function deskSources({ db }: Reader, device: Id) {
  const said = db
    .selectFrom('specification')
    .select('provenance_id')
    .where('device_id', '=', device)
    .where('ended_at', 'is', null)
  return db
    .selectFrom('provenance')
    .select(['id', 'kind', 'name', 'url'])
    .where(({ or, eb }) =>
      or([
        eb('id', 'in', said),
        eb('id', 'in', db.selectFrom('model_code').select('provenance_id').where('device_id', '=', device)),
        eb('id', 'in', db.selectFrom('provenance').select('id').orderBy('id', 'desc').limit(newest)),
      ]),
    )
    .orderBy('name')
    .orderBy('id')
    .execute()
}

/** Who was named for one device mostly is for the next. */
const newest = 10

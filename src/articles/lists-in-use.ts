import { compileOnce } from '#platform/database/compile-once.ts'
import type { Id, Instant } from '#platform/database/tables.ts'
import type { Gawai } from '#platform/gawai.ts'
import type { Language } from '#platform/settings.ts'
import type { ListKind } from './tables.ts'

/** A list that has an article in it. Sections and topics have an address of their own; brands and people are found by id. */
export interface ListInUse {
  kind: ListKind
  id: Id
  lang: Language
  path?: string
  /** When its newest article was published. */
  newestAt: Instant
}

const inUse = compileOnce<{ limit: number }>()((db, blank) =>
  db
    .selectFrom('listed')
    .leftJoin('address', (join) =>
      join
        .onRef('address.kind', '=', 'listed.kind')
        .onRef('address.target_id', '=', 'listed.list_id')
        .onRef('address.lang', '=', 'listed.lang')
        .on('address.is_current', '=', 1),
    )
    .select((fields) => [
      'listed.kind',
      'listed.list_id as id',
      'listed.lang',
      'address.path',
      fields.fn.max('listed.published_at').as('newestAt'),
    ])
    .groupBy(['listed.kind', 'listed.list_id', 'listed.lang', 'address.path'])
    .orderBy('newestAt', 'desc')
    .limit(blank.limit),
)

/** The lists that hold something, the liveliest first. Reads every place in every list, so it is asked beside the requests. */
export async function listsInUse({ reports }: Pick<Gawai, 'reports'>, limit: number): Promise<ListInUse[]> {
  const rows = await inUse(reports, { limit })
  return rows.map(({ path, ...list }) => (path === null ? list : { ...list, path }))
}

const anyPlace = compileOnce<{ kind: ListKind; id: Id }>()((db, blank) =>
  db.selectFrom('listed').select('article_id').where('kind', '=', blank.kind).where('list_id', '=', blank.id).limit(1),
)

/** Whether any published article stands in the list, in any language. */
export async function isInUse({ db }: Pick<Gawai, 'db'>, list: { kind: ListKind; id: Id }): Promise<boolean> {
  return (await anyPlace(db, list)).length > 0
}

/** The lists of a kind that hold something. What only a draft or a scheduled article names is nobody's business yet. */
export async function idsInUse({ reports }: Pick<Gawai, 'reports'>, kind: ListKind): Promise<Set<Id>> {
  const rows = await reports.selectFrom('listed').select('list_id').distinct().where('kind', '=', kind).execute()
  return new Set(rows.map((row) => row.list_id))
}

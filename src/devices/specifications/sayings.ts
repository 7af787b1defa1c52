import { compileOnce } from '#platform/database/compile-once.ts'
import type { Id } from '#platform/database/tables.ts'
import type { Gawai } from '#platform/gawai.ts'
import '../tables.ts'
import type { Saying } from './resolve.ts'
import { valueOf } from './say.ts'

const ofDevice = compileOnce<{ device: Id }>()((db, blank) =>
  db
    .selectFrom('specification')
    .innerJoin('provenance', 'provenance.id', 'specification.provenance_id')
    .select(['specification.name', 'variant_id', 'label', 'number', 'number2', 'words', 'raw', 'as_of', 'is_pinned'])
    .select(['provenance.id as source', 'provenance.kind', 'provenance.name as sourceName', 'provenance.url'])
    .where('specification.device_id', '=', blank.device)
    .where('ended_at', 'is', null)
    .orderBy('specification.id'),
)

type Row = Awaited<ReturnType<typeof ofDevice>>[number]

/** Everything that is said of a device now, by whoever. */
export const sayingsOf = async ({ db }: Pick<Gawai, 'db'>, device: Id): Promise<Saying[]> =>
  sayingsIn(await ofDevice(db, { device }))

/** What rows of one device say, each source's word for itself. */
export function sayingsIn(rows: readonly Row[]): Saying[] {
  const groups = Map.groupBy(rows, (row) => `${row.name} ${row.variant_id} ${row.source}`)
  return [...groups.values()].flatMap(([first, ...rest]) => {
    if (!first) return []
    const { source, kind, sourceName, url } = first
    return {
      name: first.name,
      ...(first.variant_id !== null && { variant: first.variant_id }),
      values: [first, ...rest].map(valueOf),
      provenance: { id: source, kind, name: sourceName, url },
      asOf: first.as_of,
      isPinned: first.is_pinned === 1,
    }
  })
}

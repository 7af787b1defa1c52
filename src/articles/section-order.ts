import { isDeepStrictEqual } from 'node:util'
import type { Id } from '#platform/database/tables.ts'
import type { Unit } from '#platform/database/unit.ts'
import { record } from '#people'
import { languages } from '#platform/settings.ts'
import { latestSubject, sectionsSubject, shellSubject, wholeListSubjects } from './subjects.ts'
import './tables.ts'

/** Puts the sections in this order, above all that are not named. */
export async function placeSections(unit: Unit, sections: readonly Id[]): Promise<void> {
  const all = await unit.tx.selectFrom('section').select('id').orderBy('position').orderBy('id').execute()
  const before = all.map(({ id }) => id)
  const order = [...new Set([...sections, ...before])]
  if (isDeepStrictEqual(order, before)) return
  for (const [position, id] of order.entries())
    await unit.tx
      .updateTable('section')
      .set({ position: position + 1 })
      .where('id', '=', id)
      .execute()
  // The order stands in the frame, in the blocks of the front page and above the lists of those that hold others.
  unit.drop(sectionsSubject, ...languages.flatMap((lang) => [shellSubject(lang), latestSubject(lang)]))
  unit.drop(...order.flatMap((id) => wholeListSubjects({ kind: 'section', id })))
}

/** Puts those first that hold most articles: the order for a site that brought none of its own. */
export async function placeSectionsBySize(unit: Unit): Promise<void> {
  const filled = await unit.tx
    .selectFrom('listed')
    .select('list_id')
    .where('kind', '=', 'section')
    .groupBy('list_id')
    .orderBy((rows) => rows.fn.countAll(), 'desc')
    .orderBy('list_id')
    .execute()
  await placeSections(
    unit,
    filled.map((row) => row.list_id),
  )
}

export async function nextPosition(unit: Unit): Promise<number> {
  const { last } = await unit.tx
    .selectFrom('section')
    .select((rows) => rows.fn.max('position').as('last'))
    .executeTakeFirstOrThrow()
  return (last ?? 0) + 1
}

/** Puts the sections in this order in somebody's name. @returns the order before */
export async function orderSections(
  unit: Unit,
  { sections, by }: { sections: readonly Id[]; by: Id | undefined },
): Promise<Id[]> {
  const before = await unit.tx.selectFrom('section').select('id').orderBy('position').orderBy('id').execute()
  await placeSections(unit, sections)
  await record(unit, { by, action: 'sections.ordered', object: 'sections', details: { order: sections.join(' ') } })
  return before.map(({ id }) => id)
}

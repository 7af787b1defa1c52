import { z } from 'zod'
import type { Id } from '#platform/database/tables.ts'
import type { Unit } from '#platform/database/unit.ts'
import type { Gawai } from '#platform/gawai.ts'
import { articleSubject, wholeListSubjects } from './subjects.ts'
import type { ListKind } from './tables.ts'

interface List {
  kind: ListKind
  id: Id
}

/** The pages of the articles in a list say its name. */
export async function dropArticlesIn(unit: Unit, { kind, id }: List): Promise<void> {
  const rows = await unit.tx
    .selectFrom('listed')
    .select('article_id')
    .where('kind', '=', kind)
    .where('list_id', '=', id)
    .execute()
  unit.drop(...rows.map((row) => articleSubject(row.article_id)))
}

/** Others wait no longer than for this many articles at once. */
const atOnce = 1000

const jobKind = 'move-listed'
const jobPayload = z.object({ kind: z.enum(['topic', 'brand']), from: z.number(), into: z.number() })
export type ListMove = z.infer<typeof jobPayload>

/**
 * Puts the articles of one list into another, at most a thousand; a job does the rest. Each stands in the other once.
 *
 * @returns the articles that moved, or undefined when a job goes on
 */
export async function moveListed(unit: Unit, { jobs }: Pick<Gawai, 'jobs'>, move: ListMove): Promise<Id[] | undefined> {
  const { moved, isAll } = await moveSome(unit, move)
  if (isAll) return moved
  await jobs.add(unit, { kind: jobKind, payload: move })
  return undefined
}

async function moveSome(unit: Unit, { kind, from, into }: ListMove): Promise<{ moved: Id[]; isAll: boolean }> {
  const rows = await unit.tx
    .selectFrom('listed')
    .selectAll()
    .where('kind', '=', kind)
    .where('list_id', '=', from)
    .limit(atOnce)
    .execute()
  const moved = rows.map((row) => row.article_id)
  if (moved.length === 0) return { moved, isAll: true }
  await unit.tx
    .insertInto('listed')
    .values(rows.map((row) => ({ ...row, list_id: into })))
    .onConflict((conflict) => conflict.doNothing())
    .execute()
  await unit.tx
    .deleteFrom('listed')
    .where('kind', '=', kind)
    .where('list_id', '=', from)
    .where('article_id', 'in', moved)
    .execute()
  unit.drop(
    ...moved.map(articleSubject),
    ...wholeListSubjects({ kind, id: into }),
    ...wholeListSubjects({ kind, id: from }),
  )
  return { moved, isAll: moved.length < atOnce }
}

/** Goes on with lists that were too long for one write. It may run twice: what moved is no longer there. */
export function moveLongLists(gawai: Gawai): void {
  gawai.jobs.handle(jobKind, async (payload) => {
    const move = jobPayload.parse(payload)
    for (;;) {
      const { isAll } = await gawai.write((unit) => moveSome(unit, move))
      if (isAll) return
    }
  })
}

import { z } from 'zod'
import type { Id, Instant } from '#platform/database/tables.ts'
import type { Unit } from '#platform/database/unit.ts'
import type { Gawai } from '#platform/gawai.ts'
import { NotFound } from '#platform/refusals.ts'
import { keepAlias } from '../alias.ts'
import { formOf } from '../form.ts'
import { deviceSubject } from '../subjects.ts'
import { standingDevice } from './standing.ts'

/** What articles name and the catalogue does not have. */
export interface UnknownDevice {
  form: string
  words: string
  brand?: { id: Id; name: string }
  /** In how many articles, and which of them was the last. */
  articles: number
  article: Id
  /** When it was found last. */
  at: Instant
}

export interface UnknownPage {
  items: UnknownDevice[]
  /** What to ask for the page after this one with; none on the last page. */
  older?: { at: Instant; form: string }
}

/** What waits for an editor, the last found first. */
export async function unknownDevices(
  { reports }: Pick<Gawai, 'reports'>,
  { limit, before }: { limit: number; before?: { at: Instant; form: string } | undefined },
): Promise<UnknownPage> {
  const rows = await reports
    .selectFrom('unknown_device')
    .select(({ fn }) => [
      'form',
      fn.max('words').as('words'),
      fn.max('brand_id').as('brand_id'),
      fn.max('article_id').as('article'),
      fn.countAll<number>().as('articles'),
      fn.max('at').as('at'),
    ])
    .where('settled_at', 'is', null)
    .groupBy('form')
    .$if(before !== undefined, (query) =>
      query.having(({ eb, fn, or, and }) =>
        or([
          eb(fn.max('at'), '<', before?.at ?? 0),
          and([eb(fn.max('at'), '=', before?.at ?? 0), eb('form', '>', before?.form ?? '')]),
        ]),
      ),
    )
    .orderBy('at', 'desc')
    .orderBy('form')
    .limit(limit + 1)
    .execute()
  const brands = await brandsOf(
    reports,
    rows.flatMap(({ brand_id }) => brand_id ?? []),
  )
  const items = rows.slice(0, limit).map(({ brand_id, articles, ...row }): UnknownDevice => {
    const brand = brand_id === null ? undefined : brands.get(brand_id)
    return { ...row, articles: Number(articles), ...(brand && { brand }) }
  })
  const last = items.at(-1)
  return rows.length > limit && last ? { items, older: { at: last.at, form: last.form } } : { items }
}

async function brandsOf(db: Gawai['reports'], ids: readonly Id[]) {
  if (ids.length === 0) return new Map<Id, { id: Id; name: string }>()
  const rows = await db.selectFrom('organisation').select(['id', 'name']).where('id', 'in', ids).execute()
  return new Map(rows.map((row) => [row.id, row]))
}

/** What takes a settlement back. */
export const settledSchema = z.object({
  form: z.string(),
  articles: z.array(z.number()),
  device: z.number().optional(),
  alias: z.number().optional(),
})
export type Settled = z.infer<typeof settledSchema>

/**
 * Says what the words of an unknown device are: a device of the catalogue, which is then found in the articles that named it,
 * or nothing that the catalogue should hold, and they are not offered again.
 *
 * @param words as `unknownDevices` gives them
 * @returns what takes it back
 * @throws NotFound when nothing of that name waits, or there is no such device
 */
export async function settleUnknown(
  unit: Unit,
  { words, device }: { words: string; device?: Id | undefined },
): Promise<Settled> {
  const form = formOf(words)
  const rows = await unit.tx
    .updateTable('unknown_device')
    .set({ settled_at: unit.now })
    .where('form', '=', form)
    .where('settled_at', 'is', null)
    .returning('article_id')
    .execute()
  if (rows.length === 0)
    throw new NotFound(`No unknown device "${words}" waits: somebody may have settled it meanwhile`, {
      key: 'refusedMention.noUnknown',
      values: { words },
    })
  const articles = rows.map(({ article_id }) => article_id)
  if (device === undefined) return { form, articles }
  await standingDevice(unit, device)
  const alias = await keepAlias(unit, { kind: 'market', words, device })
  askAgain(unit, articles)
  return { form, articles, device, ...(alias !== undefined && { alias }) }
}

/** Lets an unknown device wait again. */
export async function undoSettling(unit: Unit, { form, articles, device, alias }: Settled): Promise<void> {
  if (alias !== undefined) await unit.tx.deleteFrom('device_alias').where('id', '=', alias).execute()
  if (device !== undefined) unit.drop(deviceSubject(device))
  for (const article of articles)
    await unit.tx
      .updateTable('unknown_device')
      .set({ settled_at: null })
      .where('form', '=', form)
      .where('article_id', '=', article)
      .execute()
  askAgain(unit, articles)
}

function askAgain(unit: Unit, articles: readonly Id[]): void {
  for (const article of articles) unit.tell({ kind: 'article.devices-asked', article })
}

import { z } from 'zod'
import type { Id } from '#platform/database/tables.ts'
import type { Unit } from '#platform/database/unit.ts'
import { inParts } from './importing/in-parts.ts'
import './tables.ts'

/** Tables whose rows have a number and are about one device. */
const numbered = [
  'device_alias',
  'model_code',
  'variant',
  'specification',
  'offer',
  'availability',
  'test_result',
  'device_report',
] as const
type Numbered = (typeof numbered)[number]

const ids = z.array(z.number())

/** Which rows went from one device to another. */
export const movedSchema = z.object({
  rows: z.record(z.enum(numbered), ids),
  articles: ids,
  answers: z.array(z.object({ article: z.number(), form: z.string() })),
  records: z.array(z.object({ origin: z.string(), key: z.string() })),
})
export type Moved = z.infer<typeof movedSchema>

/** Moves what is about one device to another, but for what that one has already. */
export async function moveKept(unit: Unit, from: Id, into: Id): Promise<Moved> {
  const rows = {
    device_alias: newTo(into, await namesOf(unit, from, into)),
    model_code: newTo(into, await codesOf(unit, from, into)),
    specification: newTo(into, await sayingsOf(unit, from, into)),
    variant: await idsOf(unit, 'variant', from),
    offer: await idsOf(unit, 'offer', from),
    availability: await idsOf(unit, 'availability', from),
    test_result: await idsOf(unit, 'test_result', from),
    device_report: await idsOf(unit, 'device_report', from),
  }
  for (const table of numbered) await moveRows(unit, table, rows[table], from, into)
  return {
    rows,
    articles: await moveArticles(unit, from, into),
    answers: await moveAnswers(unit, from, into),
    records: await unit.tx
      .updateTable('device_record')
      .set({ device_id: into })
      .where('device_id', '=', from)
      .returning(['origin', 'key'])
      .execute(),
  }
}

export async function moveBack(unit: Unit, from: Id, into: Id, moved: Moved): Promise<void> {
  const { tx } = unit
  for (const table of numbered) await moveRows(unit, table, moved.rows[table], into, from)
  if (moved.articles.length > 0)
    await tx
      .updateTable('article_device')
      .set({ device_id: from })
      .where('device_id', '=', into)
      .where('article_id', 'in', moved.articles)
      .execute()
  for (const { article, form } of moved.answers)
    await tx
      .updateTable('mention_answer')
      .set({ device_id: from })
      .where('device_id', '=', into)
      .where('article_id', '=', article)
      .where('form', '=', form)
      .execute()
  for (const { origin, key } of moved.records)
    await tx
      .updateTable('device_record')
      .set({ device_id: from })
      .where('device_id', '=', into)
      .where('origin', '=', origin)
      .where('key', '=', key)
      .execute()
}

interface Row {
  id: Id
  device_id: Id
  /** What makes it the same as one of the other device. */
  like: string
}

function newTo(into: Id, rows: readonly Row[]): Id[] {
  const there = new Set(rows.filter(({ device_id }) => device_id === into).map(({ like }) => like))
  return rows.filter(({ device_id, like }) => device_id !== into && !there.has(like)).map(({ id }) => id)
}

async function namesOf({ tx }: Unit, from: Id, into: Id): Promise<Row[]> {
  const rows = await tx
    .selectFrom('device_alias')
    .select(['id', 'device_id', 'form', 'market'])
    .where('device_id', 'in', [from, into])
    .execute()
  return rows.map(({ id, device_id, form, market }) => ({ id, device_id: device_id ?? 0, like: `${market} ${form}` }))
}

async function codesOf({ tx }: Unit, from: Id, into: Id): Promise<Row[]> {
  const rows = await tx
    .selectFrom('model_code')
    .select(['id', 'device_id', 'form', 'market'])
    .where('device_id', 'in', [from, into])
    .execute()
  return rows.map(({ id, device_id, form, market }) => ({ id, device_id, like: `${market} ${form}` }))
}

/** One source says one thing of a device: what it said of the other one stays there. */
async function sayingsOf({ tx }: Unit, from: Id, into: Id): Promise<Row[]> {
  const rows = await tx
    .selectFrom('specification')
    .select(['id', 'device_id', 'variant_id', 'name', 'provenance_id'])
    .where('device_id', 'in', [from, into])
    .execute()
  return rows.map(({ id, device_id, variant_id, name, provenance_id }) => ({
    id,
    device_id,
    like: `${variant_id} ${name} ${provenance_id}`,
  }))
}

// oxlint-disable-next-line typescript/no-unsafe-type-assertion -- all of them have these two columns
const asOffer = (table: Numbered) => table as 'offer'

async function idsOf({ tx }: Unit, table: Numbered, device: Id): Promise<Id[]> {
  const rows = await tx.selectFrom(asOffer(table)).select('id').where('device_id', '=', device).execute()
  return rows.map(({ id }) => id)
}

const moveRows = ({ tx }: Unit, table: Numbered, rows: readonly Id[], from: Id, into: Id) =>
  inParts(rows, 1, (part) =>
    tx
      .updateTable(asOffer(table))
      .set({ device_id: into })
      .where('id', 'in', part)
      .where('device_id', '=', from)
      .execute(),
  )

async function moveArticles({ tx }: Unit, from: Id, into: Id): Promise<Id[]> {
  const there = tx.selectFrom('article_device').select('article_id').where('device_id', '=', into)
  const rows = await tx
    .updateTable('article_device')
    .set({ device_id: into })
    .where('device_id', '=', from)
    .where('article_id', 'not in', there)
    .returning('article_id')
    .execute()
  return rows.map(({ article_id }) => article_id)
}

async function moveAnswers({ tx }: Unit, from: Id, into: Id): Promise<Moved['answers']> {
  const answers = await tx
    .selectFrom('mention_answer')
    .select(['article_id', 'form', 'device_id'])
    .where('device_id', 'in', [from, into])
    .execute()
  const there = new Set(
    answers.filter(({ device_id }) => device_id === into).map((row) => `${row.article_id} ${row.form}`),
  )
  const moved = answers.filter((row) => row.device_id === from && !there.has(`${row.article_id} ${row.form}`))
  for (const { article_id, form } of moved)
    await tx
      .updateTable('mention_answer')
      .set({ device_id: into })
      .where('device_id', '=', from)
      .where('article_id', '=', article_id)
      .where('form', '=', form)
      .execute()
  return moved.map(({ article_id, form }) => ({ article: article_id, form }))
}

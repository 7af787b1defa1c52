import { articleSubject } from '#articles'
import type { Id } from '#platform/database/tables.ts'
import type { Unit } from '#platform/database/unit.ts'
import { deviceSubject } from '../subjects.ts'
import type { ArticleDeviceTable } from '../tables.ts'
import type { Link, Unknown } from './links.ts'

/** Writes down of which devices an article speaks; what is the same as before is left alone, and drops nothing. */
export async function keepLinks(unit: Unit, article: Id, links: readonly Link[]): Promise<void> {
  const before = new Map((await linkRows(unit, article)).map((row) => [row.device_id, row]))
  const rows = links.map((link) => rowOf(article, link))
  const changed = rows.filter((row) => !isSame(row, before.get(row.device_id)))
  for (const row of rows) before.delete(row.device_id)
  const gone = [...before.keys()]
  if (changed.length + gone.length === 0) return
  if (gone.length > 0)
    await unit.tx
      .deleteFrom('article_device')
      .where('article_id', '=', article)
      .where('device_id', 'in', gone)
      .execute()
  for (const { article_id, device_id, ...row } of changed)
    await unit.tx
      .insertInto('article_device')
      .values({ article_id, device_id, ...row })
      .onConflict((conflict) => conflict.columns(['article_id', 'device_id']).doUpdateSet(row))
      .execute()
  unit.drop(articleSubject(article), ...[...gone, ...changed.map((row) => row.device_id)].map(deviceSubject))
}

export const linkRows = ({ tx }: Pick<Unit, 'tx'>, article: Id): Promise<ArticleDeviceTable[]> =>
  tx.selectFrom('article_device').selectAll().where('article_id', '=', article).execute()

const rowOf = (article: Id, { device, role, forms, confidence, isByEditor, isShown }: Link): ArticleDeviceTable => ({
  article_id: article,
  device_id: device,
  role,
  forms: JSON.stringify(forms),
  confidence,
  is_by_editor: isByEditor ? 1 : 0,
  is_shown: isShown ? 1 : 0,
})

/** A row as a link again. */
export const linkOf = (row: ArticleDeviceTable): Link => ({
  device: row.device_id,
  role: row.role,
  forms: JSON.parse(row.forms) as string[], // oxlint-disable-line typescript/no-unsafe-type-assertion -- written by `rowOf`
  confidence: row.confidence,
  isByEditor: row.is_by_editor === 1,
  isShown: row.is_shown === 1,
})

const isSame = (row: ArticleDeviceTable, before: ArticleDeviceTable | undefined): boolean =>
  before !== undefined &&
  Object.entries(row).every(([column, value]) => before[column as keyof ArticleDeviceTable] === value) // oxlint-disable-line typescript/no-unsafe-type-assertion -- the columns of `row`

/** Writes down what an article names that is not in the catalogue. What was settled once, in whatever article, stays settled. */
export async function keepUnknown(unit: Unit, article: Id, unknown: readonly Unknown[]): Promise<void> {
  const forms = unknown.map(({ form }) => form)
  await unit.tx
    .deleteFrom('unknown_device')
    .where('article_id', '=', article)
    .where('settled_at', 'is', null)
    .$if(forms.length > 0, (query) => query.where('form', 'not in', forms))
    .execute()
  if (forms.length === 0) return
  const settled = await unit.tx
    .selectFrom('unknown_device')
    .select('form')
    .distinct()
    .where('form', 'in', forms)
    .where('settled_at', 'is not', null)
    .execute()
  const known = new Set(settled.map(({ form }) => form))
  for (const { form, words, brand } of unknown)
    await unit.tx
      .insertInto('unknown_device')
      .values({
        article_id: article,
        form,
        words,
        brand_id: brand ?? null,
        at: unit.now,
        settled_at: known.has(form) ? unit.now : null,
      })
      .onConflict((conflict) => conflict.columns(['article_id', 'form']).doNothing())
      .execute()
}

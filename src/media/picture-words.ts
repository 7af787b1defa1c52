import type { Id } from '#platform/database/tables.ts'
import type { Unit } from '#platform/database/unit.ts'
import { keepListWords } from '#platform/list-words/keep-list-words.ts'
import { wordsIn } from '#platform/list-words/list-words.ts'
import './tables.ts'

export const pictureList = 'picture'

/** Writes down anew what a search finds pictures by: called after their words or labels have changed. */
export async function keepPictureWords(unit: Unit, ids: readonly Id[]): Promise<void> {
  if (ids.length === 0) return
  const rows = await unit.tx
    .selectFrom('picture')
    .innerJoin('picture_file', 'picture_file.file', 'picture.file')
    .select(['picture.id', 'name', 'alt_id', 'alt_en', 'credit', 'licence'])
    .where('picture.id', 'in', [...ids])
    .execute()
  const labels = await unit.tx
    .selectFrom('picture_label')
    .select(['picture_id', 'name'])
    .where('picture_id', 'in', [...ids])
    .execute()
  const labelled = Map.groupBy(labels, (row) => row.picture_id)
  for (const { id, ...said } of rows) {
    const all = [...Object.values(said), ...(labelled.get(id) ?? []).map((label) => label.name)]
    await keepListWords(unit, id, { [pictureList]: wordsIn(all.join(' ')) })
  }
}

/** No search finds them any more. */
export async function forgetPictureWords(unit: Unit, ids: readonly Id[]): Promise<void> {
  for (const id of ids) await keepListWords(unit, id, { [pictureList]: [] })
}

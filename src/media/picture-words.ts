import type { Id } from '#platform/database/tables.ts'
import type { Unit } from '#platform/database/unit.ts'

const mostWords = 8

/** The words of a question that are looked for: lower case, each once, eight at the most. */
export const pictureWords = (question: string): string[] =>
  [...new Set(inSmallLetters(question).split(/\s+/))].filter((word) => word !== '').slice(0, mostWords)

/** As both sides of a search are written: SQLite's `lower` knows only the letters of English. */
export const inSmallLetters = (words: string): string => words.normalize('NFC').toLowerCase()

/** Writes down anew what a search finds pictures by: called after their words or labels have changed. */
export async function keepWords(unit: Unit, ids: readonly Id[]): Promise<void> {
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
    await unit.tx
      .updateTable('picture')
      .set({ words: inSmallLetters(all.filter((word) => word !== '').join(' ')) })
      .where('id', '=', id)
      .execute()
  }
}

import type { Id } from '../database/tables.ts'
import type { Unit } from '../database/unit.ts'
import { lineOf } from './list-words.ts'

/**
 * Writes down what a row is found by from now on, in each of the lists that are named: in the unit that changes the row.
 *
 * @param words by list; nothing where it stands no more
 */
export async function keepListWords(
  unit: Unit,
  owner: Id,
  words: Readonly<Record<string, readonly string[]>>,
): Promise<void> {
  const kept = await unit.tx
    .selectFrom('list_line')
    .select(['list', 'words'])
    .where('list', 'in', Object.keys(words))
    .where('owner', '=', owner)
    .execute()
  const before = new Map(kept.map((row) => [row.list, row.words]))
  for (const [list, now] of Object.entries(words)) await keepLine(unit, { list, owner }, before.get(list), now)
}

interface Row {
  list: string
  owner: Id
}

async function keepLine(unit: Unit, row: Row, before: string | undefined, words: readonly string[]): Promise<void> {
  const line = words.length === 0 ? undefined : lineOf(words)
  if (line === before) return
  await replaceWords(unit, row, new Set(wordsOf(before)), new Set(wordsOf(line)))
  if (line === undefined) await lineRow(unit, row).execute()
  else
    await unit.tx
      .insertInto('list_line')
      .values({ ...row, words: line })
      .onConflict((conflict) => conflict.columns(['list', 'owner']).doUpdateSet({ words: line }))
      .execute()
}

const wordsOf = (line = ''): string[] => line.split(' ').filter((word) => word !== '')

const lineRow = ({ tx }: Unit, { list, owner }: Row) =>
  tx.deleteFrom('list_line').where('list', '=', list).where('owner', '=', owner)

async function replaceWords(unit: Unit, row: Row, before: Set<string>, now: Set<string>): Promise<void> {
  const [gone, come] = [[...before.difference(now)], [...now.difference(before)]]
  if (gone.length > 0)
    await unit.tx
      .deleteFrom('list_word')
      .where('list', '=', row.list)
      .where('word', 'in', gone)
      .where('owner', '=', row.owner)
      .execute()
  if (come.length > 0)
    await unit.tx
      .insertInto('list_word')
      .values(come.map((word) => ({ ...row, word })))
      .execute()
}

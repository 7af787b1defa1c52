import type { Id } from '#platform/database/tables.ts'
import type { Unit } from '#platform/database/unit.ts'
import { oneLine } from '#platform/one-line.ts'
import { Invalid } from '#platform/refusals.ts'
import type { Label } from './library-picture.ts'
import { keepPictureWords } from './picture-words.ts'
import { recordAll, rowsOf, type Several } from './several-pictures.ts'

const longestLabel = 80

/** Gives pictures labels and takes others from them. @returns what changed, so that it can be undone */
export async function labelPictures(
  unit: Unit,
  { pictures, by, add = [], remove = [] }: Several & { add?: readonly Label[]; remove?: readonly Label[] },
): Promise<{ added: (Label & { id: Id })[]; removed: (Label & { id: Id })[] }> {
  await rowsOf(unit, pictures)
  const removed = await takeLabels(unit, pictures, remove.map(properLabel))
  const added = await giveLabels(unit, pictures, add.map(properLabel))
  await keepPictureWords(unit, pictures)
  const details = {
    added: add.map(({ name }) => name).join(', '),
    removed: remove.map(({ name }) => name).join(', '),
  }
  await recordAll(unit, { pictures, by, action: 'picture.labelled', details })
  return { added, removed }
}

async function giveLabels(unit: Unit, pictures: readonly Id[], labels: readonly Label[]) {
  const rows = labels.flatMap((label) => pictures.map((picture_id) => ({ ...label, picture_id })))
  if (rows.length === 0) return []
  const given = await unit.tx
    .insertInto('picture_label')
    .values(rows)
    .onConflict((conflict) => conflict.columns(['kind', 'name', 'picture_id']).doNothing())
    .returning(['kind', 'name', 'picture_id as id'])
    .execute()
  return given
}

async function takeLabels(unit: Unit, pictures: readonly Id[], labels: readonly Label[]) {
  const taken: (Label & { id: Id })[] = []
  for (const { kind, name } of labels) {
    const rows = await unit.tx
      .deleteFrom('picture_label')
      .where('kind', '=', kind)
      .where('name', '=', name)
      .where('picture_id', 'in', [...pictures])
      .returning(['kind', 'name', 'picture_id as id'])
      .execute()
    taken.push(...rows)
  }
  return taken
}

function properLabel({ kind, name }: Label): Label {
  const proper = oneLine(name)
  if (proper === '' || proper.length > longestLabel)
    throw new Invalid(`A label has one to ${longestLabel} characters: write the name of the device or event`, {
      key: 'refusedPicture.label',
      values: { most: longestLabel },
    })
  return { kind, name: proper }
}

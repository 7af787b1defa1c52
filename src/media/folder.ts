import type { Id } from '#platform/database/tables.ts'
import type { Unit } from '#platform/database/unit.ts'
import type { Gawai } from '#platform/gawai.ts'
import { oneLine } from '#platform/one-line.ts'
import { Conflict, Invalid, NotFound } from '#platform/refusals.ts'
import { record } from '#people'
import './tables.ts'

/** A folder of the library, and those in it. */
export interface Folder {
  id: Id
  name: string
  parent?: Id
  inside: Folder[]
}

interface Doing {
  by?: Id | undefined
}

const longestName = 80
const mostDeep = 8

/** All folders as a tree, by their names. */
export async function folderTree({ db }: Pick<Gawai, 'db'>): Promise<Folder[]> {
  const rows = await db.selectFrom('folder').select(['id', 'parent_id', 'name']).orderBy('name_key').execute()
  const byParent = Map.groupBy(rows, (row) => row.parent_id)
  const below = (parent: Id | null): Folder[] =>
    (byParent.get(parent) ?? []).map(({ id, name }) => ({
      id,
      name,
      ...(parent !== null && { parent }),
      inside: below(id),
    }))
  return below(null)
}

/**
 * Finds the folder of that name in its parent, or makes it.
 *
 * @throws Invalid for a name that is none
 */
export async function keepFolder(
  unit: Unit,
  { name, parent, by }: Doing & { name: string; parent?: Id | undefined },
): Promise<Id> {
  const proper = properName(name)
  const nameKey = nameKeyOf(parent, proper)
  const known = await unit.tx.selectFrom('folder').select('id').where('name_key', '=', nameKey).executeTakeFirst()
  if (known) return known.id
  await refuseDeep(unit, parent)
  const id = unit.newId()
  await unit.tx
    .insertInto('folder')
    .values({ id, parent_id: parent ?? null, name: proper, name_key: nameKey })
    .execute()
  await record(unit, { by, action: 'folder.made', object: `folder:${id}`, details: { name: proper } })
  return id
}

/** @returns its name before */
export async function renameFolder(
  unit: Unit,
  { folder, name, by }: Doing & { folder: Id; name: string },
): Promise<string> {
  const row = await folderRow(unit, folder)
  const proper = properName(name)
  const nameKey = nameKeyOf(row.parent_id ?? undefined, proper)
  const other = await unit.tx.selectFrom('folder').select('id').where('name_key', '=', nameKey).executeTakeFirst()
  if (other && other.id !== folder)
    throw new Conflict(`There is a folder "${proper}" already: choose another name`, {
      key: 'refusedFolder.taken',
      values: { name: proper },
    })
  await unit.tx.updateTable('folder').set({ name: proper, name_key: nameKey }).where('id', '=', folder).execute()
  await record(unit, {
    by,
    action: 'folder.renamed',
    object: `folder:${folder}`,
    details: { from: row.name, to: proper },
  })
  return row.name
}

/**
 * Takes away an empty folder.
 *
 * @throws Conflict while anything is in it
 */
export async function removeFolder(
  unit: Unit,
  { folder, by }: Doing & { folder: Id },
): Promise<{ name: string; parent: Id | undefined }> {
  const row = await folderRow(unit, folder)
  const below = await unit.tx.selectFrom('folder').select('id').where('parent_id', '=', folder).executeTakeFirst()
  const picture = await unit.tx
    .selectFrom('picture')
    .select('id')
    .where('folder_id', '=', folder)
    .where('removed_at', 'is', null)
    .executeTakeFirst()
  if (below || picture)
    throw new Conflict(`The folder "${row.name}" is not empty: move what is in it, then remove it`, {
      key: 'refusedFolder.filled',
      values: { name: row.name },
    })
  await unit.tx.updateTable('picture').set({ folder_id: null }).where('folder_id', '=', folder).execute()
  await unit.tx.deleteFrom('folder').where('id', '=', folder).execute()
  await record(unit, { by, action: 'folder.removed', object: `folder:${folder}`, details: { name: row.name } })
  return { name: row.name, parent: row.parent_id ?? undefined }
}

async function folderRow(unit: Unit, folder: Id) {
  const row = await unit.tx.selectFrom('folder').selectAll().where('id', '=', folder).executeTakeFirst()
  if (!row) throw new NotFound('That folder is not there any more: load the page anew', { key: 'refusedFolder.gone' })
  return row
}

async function refuseDeep(unit: Unit, parent: Id | undefined): Promise<void> {
  let above = parent
  for (let depth = 1; above !== undefined; depth += 1) {
    if (depth >= mostDeep)
      throw new Invalid(`Folders lie in each other ${mostDeep} deep at the most: make this one further up`, {
        key: 'refusedFolder.deep',
        values: { most: mostDeep },
      })
    above = (await folderRow(unit, above)).parent_id ?? undefined
  }
}

function properName(name: string): string {
  const proper = oneLine(name)
  if (proper !== '' && proper.length <= longestName) return proper
  throw new Invalid(`A folder's name has one to ${longestName} characters`, {
    key: 'refusedFolder.name',
    values: { most: longestName },
  })
}

/** Two names that differ only in capitals are one. */
const nameKeyOf = (parent: Id | undefined, name: string): string =>
  `${parent ?? ''}/${name.normalize('NFC').toLowerCase()}`

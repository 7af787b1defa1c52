import { brandsSubject } from '#organisations'
import type { Id, Instant } from '#platform/database/tables.ts'
import { everythingSubject } from '#platform/page-store/page.ts'
import { devicesSubject } from '../subjects.ts'
import type { Reading } from './kept-gazetteer.ts'

/** What was written since it was last asked, by this program or another. */
export interface Changes {
  since(gawai: Reading): Promise<{
    devices: Set<Id>
    /** Whether brands and families may be called otherwise, and whether all devices may. */
    isOfBrands: boolean
    isWhole: boolean
  }>
}

/** On PostgreSQL a row may become visible after younger ones; nothing stays invisible longer than this. */
const overlap = 60_000
/** Such rows are looked for only so often: an import publishes hundreds of articles in a second. */
const lookBackEvery = 5000

/** Begins to follow what is changed from now on. */
export async function openChanges(gawai: Reading): Promise<Changes> {
  const known = new Map<Id, Instant>()
  let newest = await newestChange(gawai)
  let lookedBack = gawai.clock.now() - lookBackEvery

  async function newRows() {
    const now = gawai.clock.now()
    const isLookingBack = now - lookedBack >= lookBackEvery
    const rows = await gawai.db
      .selectFrom('change_log')
      .select(['id', 'at', 'subjects'])
      .where((row) => (isLookingBack ? row('at', '>=', lookedBack - overlap) : row('id', '>', newest)))
      .orderBy('id')
      .execute()
    if (isLookingBack) lookedBack = now
    const fresh = rows.filter(({ id }) => !known.has(id))
    for (const { id, at } of fresh) known.set(id, at)
    newest = Math.max(newest, rows.at(-1)?.id ?? 0)
    for (const [id, at] of known) if (at < now - 3 * overlap) known.delete(id)
    return fresh
  }

  await newRows()
  return {
    async since() {
      const devices = new Set<Id>()
      let [isOfBrands, isWhole] = [false, false]
      for (const { subjects } of await newRows()) {
        const dropped = (JSON.parse(subjects) as string[]).map((subject) => subject.replace(/^!/, '')) // oxlint-disable-line typescript/no-unsafe-type-assertion -- written by runUnit
        const ids = dropped.flatMap((subject) => deviceIn(subject) ?? [])
        for (const id of ids) devices.add(id)
        isOfBrands ||= [brandsSubject, devicesSubject, everythingSubject].some((subject) => dropped.includes(subject))
        // Whoever drops the list without saying which device has changed something that concerns them all.
        isWhole ||= dropped.includes(devicesSubject) && ids.length === 0
      }
      return { devices, isOfBrands, isWhole }
    },
  }
}

async function newestChange({ db }: Reading): Promise<Id> {
  const row = await db
    .selectFrom('change_log')
    .select(({ fn }) => fn.max('id').as('id'))
    .executeTakeFirst()
  return row?.id ?? 0
}

function deviceIn(subject: string): Id | undefined {
  const [, id] = /^device:(\d+)$/.exec(subject) ?? []
  return id === undefined ? undefined : Number(id)
}

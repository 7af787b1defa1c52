import type { Id } from '#platform/database/tables.ts'
import type { Unit } from '#platform/database/unit.ts'
import type { Gawai } from '#platform/gawai.ts'
import { keptFacts } from './facts.ts'
import { forgetMove } from './moved.ts'
import { digestIn, factsName, originalName, storedName } from './names.ts'
import { forgetPictureWords } from './picture-words.ts'
import { picturesInUse } from './picture-use.ts'
import { keptForDays } from './remove-pictures.ts'
import { renditionFormats, renditionsOf, storedRendition } from './renditions.ts'
import { recordAll } from './several-pictures.ts'
import { shapeNames } from './shapes.ts'

const everyNight = '10 3 * * *'
const aDay = 24 * 60 * 60 * 1000
const atOnce = 50

/** Each night, pictures that were removed thirty days ago go for good, with every file that they showed. */
export function forgetPictures(gawai: Gawai): void {
  gawai.jobs.onCalendar('forget-pictures', everyNight, async () => {
    await forgetOld(gawai)
    await emptyBin(gawai)
  })
}

async function forgetOld(gawai: Gawai): Promise<void> {
  const before = gawai.clock.now() - keptForDays * aDay
  let after = 0
  for (;;) {
    const rows = await gawai.db
      .selectFrom('picture')
      .select('id')
      .where('removed_at', '<', before)
      .where('id', '>', after)
      .orderBy('id')
      .limit(atOnce)
      .execute()
    const ids = rows.map(({ id }) => id)
    if (ids.length > 0) await gawai.write((unit) => forgetAll(unit, ids))
    if (ids.length < atOnce) return
    after = ids.at(-1) ?? after
  }
}

/** Pictures that somebody shows nevertheless stay: a text that was published again may name them. */
async function forgetAll(unit: Unit, removed: readonly Id[]): Promise<void> {
  const used = await picturesInUse({ db: unit.tx }, removed)
  const gone = removed.filter((id) => !used.has(id))
  if (gone.length === 0) return
  const files = await unit.tx
    .selectFrom('picture_file')
    .select(['file', 'original'])
    .where('picture_id', 'in', gone)
    .execute()
  await forgetPictureWords(unit, gone)
  await unit.tx.deleteFrom('picture_label').where('picture_id', 'in', gone).execute()
  await unit.tx.deleteFrom('picture_file').where('picture_id', 'in', gone).execute()
  await unit.tx.deleteFrom('picture').where('id', 'in', gone).execute()
  await recordAll(unit, { pictures: gone, action: 'picture.forgotten' })
  await unit.tx
    .insertInto('picture_forgotten')
    .values(files)
    .onConflict((conflict) => conflict.column('file').doNothing())
    .execute()
}

/** What a night that was cut off left, too. */
async function emptyBin(gawai: Gawai): Promise<void> {
  for (const { file, original } of await gawai.db.selectFrom('picture_forgotten').selectAll().execute()) {
    await forgetFile(gawai, file, original)
    await gawai.write(async (unit) => {
      await unit.tx.deleteFrom('picture_forgotten').where('file', '=', file).execute()
    })
  }
}

/** Nothing that a picture has: it may have been brought again since. */
async function forgetFile({ db, storage }: Gawai, file: string, original: string | null): Promise<void> {
  const kept = await db.selectFrom('picture_file').select('file').where('file', '=', file).executeTakeFirst()
  if (!kept) {
    for (const name of await renditionNames({ storage }, digestIn(file))) await storage.remove(name)
    await storage.remove(storedName(file))
    await forgetMove(storage, file)
    // Last: it says which renditions there may be.
    await storage.remove(factsName(digestIn(file)))
  }
  if (original === null) return
  const shared = await db.selectFrom('picture_file').select('file').where('original', '=', original).executeTakeFirst()
  if (!shared) await storage.remove(originalName(original))
}

async function renditionNames(gawai: Pick<Gawai, 'storage'>, digest: string): Promise<string[]> {
  const facts = await keptFacts(gawai, digest)
  if (!facts) return []
  return shapeNames.flatMap((shape) =>
    renditionFormats.flatMap((format) => renditionsOf(digest, facts, shape, format).map(storedRendition)),
  )
}

import type { Gawai } from '#platform/gawai.ts'
import { Refusal } from '#platform/refusals.ts'
import { keepAgain } from './keep-picture.ts'
import { viewOf } from './library-picture.ts'
import { originalName, storedName } from './names.ts'
import { storedSum } from './sums.ts'
import { takeInPictures } from './take-in-pictures.ts'
import type { PictureFileTable } from './tables.ts'

/** What a scrub found. */
export interface Scrubbed {
  /** Stored pictures that were read. */
  checked: number
  /** Pictures of the storage that the library did not know. */
  takenIn: number
  /** Kept files that were made anew from their uploads. */
  mended: number
  /** What is damaged or missing and cannot be mended, in words. */
  problems: string[]
}

const sundayNight = '30 3 * * 0'
const atOnce = 100

/** Each Sunday night every stored picture is read once: disks forget silently. */
export function scrubOnSundays(gawai: Gawai): void {
  gawai.jobs.onCalendar('scrub-pictures', sundayNight, async () => {
    const { problems, ...counts } = await scrubPictures(gawai)
    gawai.log.info('Read every stored picture', { ...counts, damaged: problems.length })
  })
}

/** Reads both stored files of every picture and compares them with what was stored; mends what can be mended. */
export async function scrubPictures(gawai: Gawai): Promise<Scrubbed> {
  const scrubbed: Scrubbed = { checked: 0, takenIn: await takeInPictures(gawai), mended: 0, problems: [] }
  let after = ''
  for (;;) {
    const rows = await filesAfter(gawai, after)
    for (const row of rows) {
      const outcome = await scrub(gawai, row)
      scrubbed.checked += 1
      if (outcome === 'mended') scrubbed.mended += 1
      else if (outcome !== 'sound') scrubbed.problems.push(`picture ${row.picture_id} (${row.name}): ${outcome}`)
    }
    const last = rows.at(-1)
    if (!last || rows.length < atOnce) return scrubbed
    after = last.file
  }
}

const filesAfter = ({ db }: Gawai, after: string) =>
  db.selectFrom('picture_file').selectAll().where('file', '>', after).orderBy('file').limit(atOnce).execute()

/** @returns what is wrong, in words, when it cannot be mended */
async function scrub(gawai: Gawai, row: PictureFileTable): Promise<'sound' | 'mended' | (string & {})> {
  const { storage } = gawai
  const isKept = (await storedSum(storage, storedName(row.file))) === row.kept_sum
  const isUploadSound =
    row.original === null || (await storedSum(storage, originalName(row.original))) === row.original_sum
  if (isKept && isUploadSound) {
    if (row.damaged_at !== null) await mark(gawai, row.file, { damaged_at: null })
    return 'sound'
  }
  if (!isKept && isUploadSound && (await mend(gawai, row))) return 'mended'
  await mark(gawai, row.file, { damaged_at: gawai.clock.now() })
  return isKept ? 'its upload is damaged or missing' : 'its stored file is damaged or missing'
}

/** The upload is sound: what is shown is made from it once more. */
async function mend(gawai: Gawai, row: PictureFileTable): Promise<boolean> {
  const bytes = row.original === null ? undefined : await gawai.storage.get(originalName(row.original))
  if (row.original === null || !bytes) return false
  const { name, original, file } = row
  try {
    const kept = await keepAgain(gawai, { name, bytes, original, file, ...viewOf(row) })
    // Another encoder may have chosen another format: then the address is not the picture's.
    if (kept.file !== file) return false
    await mark(gawai, file, { damaged_at: null, kept_sum: kept.keptSum, bytes: kept.bytes })
    return true
  } catch (error) {
    if (error instanceof Refusal) return false
    throw error
  }
}

const mark = (gawai: Gawai, file: string, state: Partial<PictureFileTable>) =>
  gawai.write(async (unit) => {
    await unit.tx.updateTable('picture_file').set(state).where('file', '=', file).execute()
  })

import type { Gawai } from '#platform/gawai.ts'
import { factsOf } from './facts.ts'
import type { KeptFile } from './keep-picture.ts'
import { makeThumbnails } from './make-rendition.ts'
import { digestIn, hrefOf, isFileName, originalName, storedName } from './names.ts'
import { originalOf } from './originals.ts'
import { registerPicture } from './register-picture.ts'
import { storedSum } from './sums.ts'

const atOnce = 200

/** Pictures that were kept before there was a library come into it. @returns how many */
export async function takeInPictures(gawai: Gawai): Promise<number> {
  const files = (await gawai.storage.list('pictures/'))
    .map((name) => name.replace('pictures/', ''))
    .filter((file) => isFileName(file))
  let taken = 0
  for (let from = 0; from < files.length; from += atOnce)
    for (const file of await unknown(gawai, files.slice(from, from + atOnce))) {
      const kept = await lookAt(gawai, file)
      if (!kept) continue
      await gawai.write((unit) => registerPicture(unit, kept))
      await makeThumbnails(gawai, file, 'job')
      taken += 1
    }
  return taken
}

async function unknown({ db }: Gawai, files: readonly string[]): Promise<string[]> {
  const rows = await db
    .selectFrom('picture_file')
    .select('file')
    .where('file', 'in', [...files])
    .execute()
  const forgotten = await db.selectFrom('picture_forgotten').select('file').execute()
  const known = new Set([...rows, ...forgotten].map((row) => row.file))
  return files.filter((file) => !known.has(file))
}

/** Nothing of what cannot be read: nobody would know what to do with it. */
async function lookAt(gawai: Gawai, file: string): Promise<KeptFile | undefined> {
  const { storage } = gawai
  const looked = await factsOf(gawai, digestIn(file), 'job')
  const [bytes, keptSum] = [await storage.size(storedName(file)), await storedSum(storage, storedName(file))]
  if (!looked || 'trouble' in looked || bytes === undefined || keptSum === undefined) return undefined
  const original = await originalOf(storage, file)
  const originalSum = original === undefined ? '' : ((await storedSum(storage, originalName(original))) ?? '')
  return { ...looked.print, src: hrefOf(file), name: file, original, bytes, keptSum, originalSum }
}

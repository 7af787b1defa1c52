import type { Gawai } from '#platform/gawai.ts'
import { Invalid, NotNow } from '#platform/refusals.ts'
import { openDarkroom } from './darkroom.ts'
import { cleanSchema, type Trouble } from './darkroom-work.ts'
import { type Facts, keepFacts, keptFacts } from './facts.ts'
import { hrefOf, originalName, storedName } from './names.ts'
import { originalOf } from './originals.ts'
import { pictureDigest, type Taken } from './picture-name.ts'
import { mostPixelsAtOnce, type PictureFile, provePicture, refuseHeavy } from './prove-picture.ts'
import type { Size } from './size.ts'
import { storedSum, sumOf } from './sums.ts'

export interface KeptPicture extends Size {
  /** Where readers get it: a path of this site. */
  src: string
  /** Its dominant colour, `#rrggbb`. */
  colour: string
}

/** A kept picture with all that the library writes down of it. */
export interface KeptFile extends Facts, KeptPicture {
  /** What the upload was called. */
  name: string
  /** Its upload under `originals/`; none was kept long ago. */
  original: string | undefined
  bytes: number
  /** SHA-256 of both, as they are stored. */
  keptSum: string
  originalSum: string
}

type Keeping = Pick<Gawai, 'storage' | 'use'>
type Upload = PictureFile & Taken & { original?: string | undefined }

/** No more than a page needs to show it. */
export const shown = ({ src, width, height, colour }: KeptPicture): KeptPicture => ({ src, width, height, colour })

/**
 * Keeps a picture as readers may have it (upright, of bounded size, without a word about where it was taken) and the
 * upload beside it, under a name made from its bytes, its crop and its focal point: the same is kept once. Not for a
 * write unit: it waits for the storage and the darkroom.
 *
 * @param picture `original` names the upload where it lies under `originals/` already
 * @throws Invalid naming the picture, when it cannot be shown
 * @throws NotNow when too many are being kept
 */
export async function keepPicture(gawai: Keeping, picture: Upload): Promise<KeptFile> {
  const { format } = await provePicture(picture)
  const digest = await pictureDigest(gawai.storage, picture)
  const known = await keptFacts(gawai, digest)
  const kept = known && (await knownFile(gawai, picture, known))
  return kept ?? keepAnew(gawai, picture, { digest, uploaded: format.ending })
}

/** The same for what is known to be damaged: whatever lies there is made once more. */
export async function keepAgain(gawai: Keeping, picture: Upload & { file: string }): Promise<KeptFile> {
  const { format } = await provePicture(picture)
  return keepAnew(gawai, picture, { digest: picture.file.replace(/\..*/, ''), uploaded: format.ending })
}

/** Nothing when it is gone or was never whole. */
async function knownFile(gawai: Keeping, upload: Upload, facts: Facts): Promise<KeptFile | undefined> {
  const stored = storedName(facts.file)
  const [bytes, keptSum] = [await gawai.storage.size(stored), await storedSum(gawai.storage, stored)]
  if (bytes === undefined || keptSum === undefined) return undefined
  const original = upload.original ?? (await originalOf(gawai.storage, facts.file))
  return {
    ...facts,
    src: hrefOf(facts.file),
    name: upload.name,
    original,
    bytes,
    keptSum,
    originalSum: sumOf(upload.bytes),
  }
}

async function keepAnew(
  gawai: Keeping,
  { name, bytes, focus, crop, original }: Upload,
  { digest, uploaded }: { digest: string; uploaded: string },
): Promise<KeptFile> {
  if (crop && uploaded === 'gif')
    throw new Invalid(`the picture "${name}" is a GIF, which may move: crop it before it is uploaded`, {
      key: 'refusedPicture.gif',
      values: { name },
    })
  const cleaned = await gawai
    .use(openDarkroom)
    .develop({ kind: 'clean', bytes, ending: uploaded, crop }, cleanSchema, 'editor')
  if ('trouble' in cleaned) throw refusalOf(name, cleaned.trouble)
  const { bytes: cleanBytes, ending, ...seen } = cleaned.print
  refuseHeavy(name, cleanBytes.length)
  const file = `${digest}.${ending}`
  const facts = { file, ...seen, ...(focus && { focus }), ...(crop && { crop }) }
  const upload = original ?? `${digest}.${uploaded}`
  if (original === undefined) await gawai.storage.put(originalName(upload), bytes)
  await gawai.storage.put(storedName(file), cleanBytes)
  await keepFacts(gawai, digest, facts)
  const sums = { keptSum: sumOf(cleanBytes), originalSum: sumOf(bytes) }
  return { ...facts, src: hrefOf(file), name, original: upload, bytes: cleanBytes.length, ...sums }
}

function refusalOf(name: string, trouble: Trouble): Error {
  if (trouble === 'busy' || trouble === 'closed')
    return new NotNow(
      `the picture "${name}" was not kept, because too many are being worked on: try again in a minute`,
      { key: 'refusedPicture.busy', values: { name } },
      { status: 503, retryAfter: 60 },
    )
  if (trouble === 'large')
    return new Invalid(
      `the picture "${name}" is interlaced, progressive or 16 bits deep, and ${mostPixelsAtOnce / 1_000_000} million pixels are the most for that: save it smaller, or as a plain JPEG`,
      { key: 'refusedPicture.deep', values: { name, most: mostPixelsAtOnce / 1_000_000 } },
    )
  return trouble === 'broken'
    ? new Invalid(`the picture "${name}" is broken: not all of it can be read; save it once more`, {
        key: 'refusedPicture.broken',
        values: { name },
      })
    : new Invalid(`the picture "${name}" is too much work to read: save it once more as a plain JPEG`, {
        key: 'refusedPicture.work',
        values: { name },
      })
}

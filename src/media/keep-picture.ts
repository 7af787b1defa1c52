import type { Gawai } from '#platform/gawai.ts'
import { Invalid } from '#platform/refusals.ts'
import { openDarkroom } from './darkroom.ts'
import { cleanSchema, type Trouble } from './darkroom-work.ts'
import { type Facts, keepFacts, keptFacts } from './facts.ts'
import type { Focus } from './focus.ts'
import { hrefOf, originalName, storedName } from './names.ts'
import { pictureDigest } from './picture-name.ts'
import { mostPixelsAtOnce, type PictureFile, provePicture, refuseHeavy } from './prove-picture.ts'
import type { Size } from './size.ts'

export interface KeptPicture extends Size {
  /** Where readers get it: a path of this site. */
  src: string
  /** Its dominant colour, `#rrggbb`. */
  colour: string
}

type Keeping = Pick<Gawai, 'storage' | 'use'>

/**
 * Keeps a picture as readers may have it (upright, of bounded size, without a word about where it was taken) and the
 * upload beside it, under a name made from its bytes and its focal point: the same is kept once. Not for a write unit:
 * it waits for the storage and the darkroom.
 *
 * @throws Invalid naming the picture, when it cannot be shown
 */
export async function keepPicture(gawai: Keeping, picture: PictureFile & { focus?: Focus }): Promise<KeptPicture> {
  const { format } = await provePicture(picture)
  const digest = await pictureDigest(gawai.storage, picture)
  const known = await keptFacts(gawai, digest)
  const { file, width, height, colour } = known ?? (await keepNew(gawai, picture, digest, format.ending))
  return { src: hrefOf(file), width, height, colour }
}

async function keepNew(
  gawai: Keeping,
  { name, bytes, focus }: PictureFile & { focus?: Focus },
  digest: string,
  uploaded: string,
): Promise<Facts> {
  const cleaned = await gawai
    .use(openDarkroom)
    .develop({ kind: 'clean', bytes, ending: uploaded }, cleanSchema, 'editor')
  if ('trouble' in cleaned) throw refusalOf(name, cleaned.trouble)
  const { bytes: cleanBytes, ending, ...seen } = cleaned.print
  refuseHeavy(name, cleanBytes.length)
  const file = `${digest}.${ending}`
  const facts = { file, ...seen, ...(focus && { focus }) }
  await gawai.storage.put(originalName(`${digest}.${uploaded}`), bytes)
  await gawai.storage.put(storedName(file), cleanBytes)
  await keepFacts(gawai, digest, facts)
  return facts
}

function refusalOf(name: string, trouble: Trouble): Error {
  if (trouble === 'busy' || trouble === 'closed') return new Error(`The darkroom is ${trouble}: "${name}" was not kept`)
  if (trouble === 'large')
    return new Invalid(
      `the picture "${name}" is interlaced, progressive or 16 bits deep, and ${mostPixelsAtOnce / 1_000_000} million pixels are the most for that: save it smaller, or as a plain JPEG`,
    )
  return trouble === 'broken'
    ? new Invalid(`the picture "${name}" is broken: not all of it can be read; save it once more`)
    : new Invalid(`the picture "${name}" is too much work to read: save it once more as a plain JPEG`)
}

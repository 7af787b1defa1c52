import { createHash } from 'node:crypto'
import type { Gawai } from '#platform/gawai.ts'
import { hrefOf, storedName } from './names.ts'
import { type PictureFile, provePicture } from './prove-picture.ts'
import type { Size } from './size.ts'

export interface KeptPicture extends Size {
  /** Where readers get it: a path of this site. */
  src: string
}

const digitsOfName = 32

/**
 * Keeps a picture under a name made from its bytes, so the same bytes are kept once and an address never shows
 * another picture. Not for a write unit: it waits for the storage.
 *
 * @throws Invalid naming the picture, when it cannot be shown
 */
export async function keepPicture({ storage }: Pick<Gawai, 'storage'>, picture: PictureFile): Promise<KeptPicture> {
  const { format, width, height } = await provePicture(picture)
  const digest = createHash('sha256').update(picture.bytes).digest('hex').slice(0, digitsOfName)
  const file = `${digest}.${format.ending}`
  const isKept = (await storage.size(storedName(file))) === picture.bytes.length
  if (!isKept) await storage.put(storedName(file), picture.bytes)
  return { src: hrefOf(file), width, height }
}

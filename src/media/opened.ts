import sharp, { type Sharp } from 'sharp'
import { mostPixels, mostPixelsAtOnce } from './prove-picture.ts'

/** A picture as it is shown: upright. What is broken in it or too large fails when it is used. */
export const opened = (bytes: Uint8Array): Sharp =>
  sharp(bytes, { autoOrient: true, failOn: 'error', limitInputPixels: mostPixels })

/** A picture whose decoder would need too much memory. */
export class TooLarge extends Error {}

/**
 * Decoders hold all of an interlaced or progressive picture, and two bytes for each colour of a deep one.
 *
 * @throws TooLarge before anything is decoded
 */
export async function refuseDeep(picture: Sharp): Promise<void> {
  const { width, height, depth, isProgressive } = await picture.metadata()
  if (width * height <= mostPixelsAtOnce || (depth === 'uchar' && !isProgressive)) return
  throw new TooLarge(`${width} × ${height}, ${depth}, ${isProgressive ? 'interlaced' : 'line by line'}`)
}

import type { imageSize } from 'image-size'
import type { Format } from './formats.ts'

/** In pixels, as it is shown. */
export interface Size {
  width: number
  height: number
}

/** From here on the camera lay on its side, and browsers turn the picture (Exif 3.0, tag 274). */
const firstTurned = 5

/** The picture's size by its head; undefined when that is broken. The rest of the bytes is not looked at. */
export async function sizeOf(bytes: Uint8Array, { ending }: Format): Promise<Size | undefined> {
  // Loaded when a picture comes: most starts of the program see none.
  const library = await import('image-size')
  const measured = measuredBy(library.imageSize, bytes)
  if (!measured || measured.type !== ending) return undefined
  const { width, height, orientation = 1 } = measured
  if (!isSide(width) || !isSide(height)) return undefined
  return orientation >= firstTurned ? { width: height, height: width } : { width, height }
}

/**
 * Broken bytes make it throw whatever comes up. It reads on where a view ends, into what else its buffer holds, so it
 * gets bytes of their own.
 */
function measuredBy(measure: typeof imageSize, bytes: Uint8Array) {
  try {
    return measure(new Uint8Array(bytes))
  } catch {
    return undefined
  }
}

const isSide = (pixels: number) => Number.isInteger(pixels) && pixels > 0

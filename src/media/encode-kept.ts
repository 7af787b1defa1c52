import type { Sharp } from 'sharp'
import { mostBytes } from './prove-picture.ts'

type Encode = (picture: Sharp) => Sharp
interface Way {
  ending: string
  encode: Encode
}

const inTurn = (ending: string, ...ways: Encode[]): Way[] => ways.map((encode) => ({ ending, encode }))
const webp = inTurn(
  'webp',
  ...[88, 75, 60].map(
    (quality): Encode =>
      (picture) =>
        picture.webp({ quality }),
  ),
)

/** Best first. Renditions are made from what is kept, so it keeps more than they do. */
const ways: Record<string, readonly Way[]> = {
  jpg: inTurn(
    'jpg',
    ...[88, 75, 60].map(
      (quality): Encode =>
        (picture) =>
          picture.jpeg({ quality, mozjpeg: true }),
    ),
  ),
  // Few colours made smaller are many; WebP keeps each of them in less.
  png: [
    ...inTurn('png', (picture) => picture.png({ compressionLevel: 6 })),
    ...inTurn('webp', (picture) => picture.webp({ lossless: true, effort: 2 })),
    ...webp,
  ],
  webp,
  avif: inTurn(
    'avif',
    ...[75, 60, 45].map(
      (quality): Encode =>
        (picture) =>
          picture.avif({ quality, effort: 2 }),
    ),
  ),
}

const light = 100_000
const heavier = 1.25

/**
 * Encodes a picture in the best way that is not much heavier than its upload was, else in the lightest.
 *
 * @param upload its ending, and its weight in bytes
 */
export async function encodeKept(
  picture: Sharp,
  upload: { ending: string; weight: number },
): Promise<{ bytes: Uint8Array; ending: string }> {
  const room = Math.min(mostBytes, Math.max(light, upload.weight * heavier))
  let lightest: { bytes: Uint8Array; ending: string } | undefined
  for (const { ending, encode } of ways[upload.ending] ?? webp) {
    const bytes = await encode(picture.clone()).toBuffer()
    if (bytes.length < (lightest?.bytes.length ?? Infinity)) lightest = { bytes, ending }
    if (bytes.length <= room) break
  }
  if (!lightest) throw new Error(`No way to keep a ${upload.ending}`)
  return lightest
}

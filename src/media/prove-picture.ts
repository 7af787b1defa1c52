import { Invalid } from '#platform/refusals.ts'
import { type Format, formatOf } from './formats.ts'
import { insteadOf } from './no-picture.ts'
import { framesOf } from './plain-gif.ts'
import { type Size, sizeOf } from './size.ts'

/** A picture's bytes with the name that a person knows it by. */
export interface PictureFile {
  name: string
  bytes: Uint8Array
}

export interface ProvenPicture extends Size {
  format: Format
}

const megabyte = 1_000_000
export const mostBytes = 12 * megabyte
/** A browser unpacks every pixel to four bytes. */
export const mostPixels = 60_000_000
/** The same for a picture that cannot be decoded line by line, or has more than eight bits a colour. */
export const mostPixelsAtOnce = 20_000_000
/** All frames of one that moves: a browser unpacks each of them, over and over. */
const mostMoving = 500_000_000
/** More than an image block takes, and more than a browser paints. */
const longestSide = 100_000

/**
 * Proves that a file is a picture that can be shown.
 *
 * @throws Invalid naming the picture and what to do
 */
export async function provePicture({ name, bytes }: PictureFile): Promise<ProvenPicture> {
  refuseHeavy(name, bytes.length)
  const format = formatOf(bytes)
  if (!format) throw refusalOf(name, bytes)
  const size = await sizeOf(bytes, format)
  if (!size)
    throw new Invalid(`the picture "${name}" is broken: its width and height cannot be read; save it once more`, {
      key: 'refusedPicture.broken',
      values: { name },
    })
  refuseHuge(name, size)
  if (format.ending === 'gif') refuseLong(name, bytes, size)
  return { format, ...size }
}

/** @throws Invalid for more bytes than a picture may have */
export function refuseHeavy(name: string, bytes: number): void {
  if (bytes <= mostBytes) return
  const megabytes = (bytes / megabyte).toFixed(1)
  throw new Invalid(
    `the picture "${name}" has ${megabytes} MB and ${mostBytes / megabyte} MB are the most: save it smaller`,
    { key: 'refusedPicture.heavy', values: { name, megabytes, most: mostBytes / megabyte } },
  )
}

function refuseHuge(name: string, { width, height }: Size): void {
  if (width * height <= mostPixels && Math.max(width, height) <= longestSide) return
  throw new Invalid(
    `the picture "${name}" has ${width} × ${height} pixels; ${mostPixels / 1_000_000} million are the most, and ${longestSide} on a side: save it smaller`,
    { key: 'refusedPicture.huge', values: { name, width, height, most: mostPixels / 1_000_000 } },
  )
}

function refuseLong(name: string, bytes: Uint8Array, { width, height }: Size): void {
  const frames = framesOf(bytes)
  if (frames === undefined)
    throw new Invalid(`the picture "${name}" is broken: not all of its frames can be read; save it once more`, {
      key: 'refusedPicture.broken',
      values: { name },
    })
  if (frames * width * height <= mostMoving) return
  throw new Invalid(
    `the picture "${name}" moves through ${frames} frames of ${width} × ${height} pixels; ${mostMoving / 1_000_000} million in all are the most: make it smaller or shorter, or embed it as a video`,
    { key: 'refusedPicture.long', values: { name, frames, width, height, most: mostMoving / 1_000_000 } },
  )
}

function refusalOf(name: string, bytes: Uint8Array): Invalid {
  const { key, advice } = insteadOf(bytes)
  return new Invalid(`the picture "${name}" is no JPEG, PNG, GIF, WebP or AVIF${advice}`, { key, values: { name } })
}

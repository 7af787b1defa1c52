import { z } from 'zod'
import type { Box } from './focus.ts'
import type { Size } from './size.ts'

const share = z.number().min(0).max(1)
const hair = 1e-6

/** The part of a picture that is shown, in shares of its width and height from the top left. */
export const cropSchema = z
  .strictObject({ left: share, top: share, width: share, height: share })
  .refine(
    ({ width, height }) => width >= smallest && height >= smallest,
    'it is smaller than a hundredth of the picture',
  )
  .refine(({ left, width }) => left + width <= 1 + hair, 'it reaches over the right edge')
  .refine(({ top, height }) => top + height <= 1 + hair, 'it reaches over the bottom edge')
export type Crop = z.infer<typeof cropSchema>

const smallest = 0.01

/** The same in whole pixels, at least one. */
export function boxOf({ left, top, width, height }: Crop, picture: Size): Box {
  const across = Math.max(1, Math.min(picture.width, Math.round(width * picture.width)))
  const down = Math.max(1, Math.min(picture.height, Math.round(height * picture.height)))
  return {
    left: Math.min(picture.width - across, Math.round(left * picture.width)),
    top: Math.min(picture.height - down, Math.round(top * picture.height)),
    width: across,
    height: down,
  }
}

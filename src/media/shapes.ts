import type { Size } from './size.ts'

/** What a rendition shows: all of the picture, or a crop of fixed ratio around its focal point. */
export type Shape = 'whole' | '16x9' | '1x1'

/** A crop's width by its height, and the widths in which a page may ask for it. */
const shapes: Record<Shape, { ratio?: readonly [number, number]; widths: readonly number[] }> = {
  whole: { widths: [400, 800, 1200, 1600] },
  '16x9': { ratio: [16, 9], widths: [320, 640, 960, 1280] },
  '1x1': { ratio: [1, 1], widths: [160, 320] },
}

/** A step of less than a fifth is not worth its bytes. */
const step = 0.8

/** The renditions of a picture in a shape, narrowest first. The last is as wide as the picture and the shape allow. */
export function ladder(picture: Size, shape: Shape): Size[] {
  const { ratio: [across, down] = [picture.width, picture.height], widths } = shapes[shape]
  // Multiplied first: a quotient may fall a trillionth short of a whole pixel.
  const room = Math.max(1, Math.floor(Math.min(picture.width, (picture.height * across) / down)))
  const widest = Math.min(room, Math.max(...widths))
  return [...widths.filter((width) => width <= widest * step), widest].map((width) => ({
    width,
    height: Math.max(1, Math.round((width * down) / across)),
  }))
}

/** A crop that would leave hardly anything out is all of the picture, which is made anyway. */
export function shapeFor({ width, height }: Size, shape: Shape): Shape {
  const { ratio } = shapes[shape]
  if (!ratio) return shape
  const [across, down] = ratio
  return Math.abs(width * down - height * across) <= width * down * hardly ? 'whole' : shape
}

const hardly = 0.02

export const isShape = (name: string): name is Shape => Object.hasOwn(shapes, name)

export const shapeNames = Object.keys(shapes).filter(isShape)

import { z } from 'zod'
import type { Size } from './size.ts'

const share = z.number().min(0).max(1)

/** The point that no crop may lose, as shares of width and height from the top left. */
export const focusSchema = z.strictObject({ x: share, y: share })
export type Focus = z.infer<typeof focusSchema>

/** A rectangle of a picture, in pixels. */
export interface Box extends Size {
  left: number
  top: number
}

/** A little above the middle: there stands what a photographer aimed at. */
const usual: Focus = { x: 0.5, y: 0.4 }

/** The largest crop of a ratio that has the focal point as near to its middle as the edges allow. */
export function cropAround(picture: Size, ratio: number, { x, y }: Focus = usual): Box {
  const width = Math.max(1, Math.min(picture.width, Math.round(picture.height * ratio)))
  const height = Math.max(1, Math.min(picture.height, Math.round(picture.width / ratio)))
  return { left: start(picture.width, width, x), top: start(picture.height, height, y), width, height }
}

const start = (whole: number, part: number, point: number): number =>
  Math.min(whole - part, Math.max(0, Math.round(whole * point - part / 2)))

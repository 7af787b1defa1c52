import { z } from 'zod'
import type { Colours } from '#look/tokens.ts'
import type { Lost } from '#platform/workshop-process.ts'
import type { Crop } from './crop.ts'
import type { Focus } from './focus.ts'
import { endings } from './formats.ts'
import type { RenditionFormat } from './renditions.ts'
import type { Shape } from './shapes.ts'
import type { Size } from './size.ts'

/** What the darkroom is asked for. Everything in it is copied into another process. */
export type Work =
  | { kind: 'clean'; bytes: Uint8Array; ending: string; crop?: Crop | undefined }
  | {
      kind: 'rendition'
      bytes: Uint8Array
      shape: Shape
      size: Size
      focus: Focus | undefined
      format: RenditionFormat
    }
  | CardWork

/** What a card is painted with: the site's colours in the light. */
export type CardColours = Pick<Colours, 'paper' | 'ink' | 'quiet' | 'accent'>

export interface CardWork {
  kind: 'card'
  site: string
  label: string
  title: string
  when: string
  colours: CardColours
  picture: { bytes: Uint8Array; focus: Focus | undefined } | undefined
}

const bytes = z.instanceof(Uint8Array)
const side = z.int().min(1)

/** A picture upright, in sRGB, of bounded size and without a word about where it was taken; maybe in another format. */
export const cleanSchema = z.object({
  bytes,
  ending: z.enum(endings),
  width: side,
  height: side,
  colour: z.string().regex(/^#[0-9a-f]{6}$/),
})
export const printSchema = z.object({ bytes })

/**
 * Why there is no print. `broken`: the picture cannot be decoded; `large`: it would take too much memory. The others
 * say nothing certain about it.
 */
export type Trouble = z.infer<typeof ownTrouble> | Lost | 'busy'
const ownTrouble = z.enum(['broken', 'large'])
export interface Failed {
  trouble: Trouble
  /** In the decoder's words. */
  reason?: string
}

/** What the process answers. A decoder that hostile bytes have taken over may answer anything, so it is proven. */
export const answerSchema = z.union([
  z.object({ trouble: ownTrouble, reason: z.string() }),
  z.object({ print: z.unknown() }),
])

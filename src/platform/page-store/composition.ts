import { z } from 'zod'

/** What a kept page is made of: the frame of the answer and the keys of its fragments (or literal text). */
export interface Composition {
  readonly path: string
  readonly subject: string
  readonly status: number
  readonly type: string
  readonly headers: Record<string, string>
  readonly parts: readonly (PartKey | string)[]
  /** The count of drops when its plan began; see `Drops`. */
  readonly asOf: number
}

export interface PartKey {
  subject: string
  view: string
}

const written = z.object({
  subject: z.string(),
  status: z.number(),
  type: z.string(),
  headers: z.record(z.string(), z.string()),
  parts: z.array(z.union([z.string(), z.object({ subject: z.string(), view: z.string() })])),
})

export function writeComposition({ subject, status, type, headers, parts }: Composition): string {
  return JSON.stringify({ subject, status, type, headers, parts })
}

/** @throws when the text was not written by `writeComposition` */
export function readComposition(path: string, text: string, asOf: number): Composition {
  return { path, asOf, ...written.parse(JSON.parse(text)) }
}

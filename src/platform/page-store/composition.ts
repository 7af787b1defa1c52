import { z } from 'zod'

/** What a kept page is made of: the frame of the answer and the keys of its fragments (or literal text). */
export interface Composition {
  readonly path: string
  readonly subject: string
  readonly status: number
  readonly type: string
  readonly headers: Record<string, string>
  readonly parts: readonly (PartKey | string)[]
  /** False from the moment when its subject was dropped: the page may be made of other parts now. */
  live: boolean
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
export function readComposition(path: string, text: string, live: boolean): Composition {
  return { path, live, ...written.parse(JSON.parse(text)) }
}

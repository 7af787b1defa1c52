import type { Id, Instant } from '#platform/database/tables.ts'

declare module '#platform/database/tables.ts' {
  interface Tables {
    folder: { id: Id; parent_id: Id | null; name: string; name_key: string }
    picture: PictureTable
    picture_file: PictureFileTable
    picture_forgotten: { file: string; original: string | null }
    picture_label: { kind: LabelKind; name: string; picture_id: Id }
    picture_use: { file: string; kind: string; user_id: Id }
  }
}

/** What editors know of a picture. What it shows is its file. */
interface PictureTable {
  id: Id
  file: string
  alt_id: string
  alt_en: string
  credit: string
  licence: string
  folder_id: Id | null
  made_at: Instant
  /** The account. */
  made_by: Id | null
  removed_at: Instant | null
}

/** A file that a picture shows or has shown: nothing in it ever changes but its state. */
export interface PictureFileTable {
  file: string
  picture_id: Id
  /** Its upload under `originals/`; what was kept long ago has none. */
  original: string | null
  /** What the upload was called. */
  name: string
  width: number
  height: number
  bytes: number
  colour: string
  focus_x: number | null
  focus_y: number | null
  /** JSON of a `Crop`. */
  crop: string | null
  /** SHA-256 of what is stored. */
  kept_sum: string
  original_sum: string | null
  made_at: Instant
  made_by: Id | null
  /** When the picture began to show another file. */
  left_at: Instant | null
  damaged_at: Instant | null
}

/** What a picture shows, for filters. */
export const labelKinds = ['device', 'event'] as const
export type LabelKind = (typeof labelKinds)[number]

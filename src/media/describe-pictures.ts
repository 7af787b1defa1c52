import { z } from 'zod'
import { record } from '#people'
import type { Id } from '#platform/database/tables.ts'
import type { Unit } from '#platform/database/unit.ts'
import { oneLine } from '#platform/one-line.ts'
import { Invalid } from '#platform/refusals.ts'
import { pictureRow } from './find-picture.ts'
import { keepPictureWords } from './picture-words.ts'
import { recordAll, rowsOf, type Several } from './several-pictures.ts'

declare module '#platform/events.ts' {
  interface Events {
    /** The library says something else of what a picture shows; `before` is what it said. */
    'picture.described': { picture: Id; before: { id: string; en: string } }
  }
}

/** What is said of a picture. What is not given stays. */
export interface PictureSaid {
  alt?: { id?: string | undefined; en?: string | undefined } | undefined
  credit?: string | undefined
  licence?: string | undefined
}

/** All of it. */
export const allSaidSchema = z.object({
  alt: z.object({ id: z.string(), en: z.string() }),
  credit: z.string(),
  licence: z.string(),
})
export type AllSaid = z.infer<typeof allSaidSchema>

const longest = 2000

/**
 * Says what a picture shows, who made it and under which licence it may be shown. Articles that show it already follow
 * in what it shows, unless they say it in their own words.
 *
 * @returns what was said before
 */
export async function describePicture(
  unit: Unit,
  { picture, by, ...said }: PictureSaid & { picture: Id; by?: Id | undefined },
): Promise<AllSaid> {
  const row = await pictureRow(unit, picture)
  await say(unit, [picture], said)
  await record(unit, { by, action: 'picture.described', object: `picture:${picture}` })
  const before = { id: row.alt_id, en: row.alt_en }
  const now = await pictureRow(unit, picture)
  if (now.alt_id !== before.id || now.alt_en !== before.en) unit.tell({ kind: 'picture.described', picture, before })
  return { alt: before, credit: row.credit, licence: row.licence }
}

/** Names who made several pictures. @returns whom each named before */
export async function creditPictures(
  unit: Unit,
  { pictures, by, credit }: Several & { credit: string },
): Promise<{ id: Id; credit: string }[]> {
  const rows = await rowsOf(unit, pictures)
  await say(unit, pictures, { credit })
  await recordAll(unit, { pictures, by, action: 'picture.credited', details: { credit: oneLine(credit) } })
  return rows.map((row) => ({ id: row.id, credit: row.credit }))
}

async function say(unit: Unit, ids: readonly Id[], { alt, credit, licence }: PictureSaid): Promise<void> {
  const set = {
    ...(alt?.id !== undefined && { alt_id: fitting(alt.id) }),
    ...(alt?.en !== undefined && { alt_en: fitting(alt.en) }),
    ...(credit !== undefined && { credit: fitting(credit) }),
    ...(licence !== undefined && { licence: fitting(licence) }),
  }
  if (Object.keys(set).length === 0) return
  await unit.tx
    .updateTable('picture')
    .set(set)
    .where('id', 'in', [...ids])
    .execute()
  await keepPictureWords(unit, ids)
}

function fitting(words: string): string {
  if (words.length > longest)
    throw new Invalid(
      `${longest} characters are the most for the words of a picture, and these are ${words.length}: write less`,
      { key: 'refusedPicture.words', values: { most: longest, length: words.length } },
    )
  return oneLine(words)
}

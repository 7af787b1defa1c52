import { z } from 'zod'
import type { PicturesWanted } from '#media'
import type { Id } from '#platform/database/tables.ts'
import { idField } from '../forms/form.ts'

const mostOnPage = 60
const words = z.string().trim().max(200).optional().catch(undefined)
const there = z.literal('1').optional().catch(undefined)
const place = idField.optional().catch(undefined)

/** What a page of the library is asked for, as its address says it. What cannot be read is left out. */
const filters = z.object({
  folder: z
    .union([z.literal('none'), idField])
    .optional()
    .catch(undefined),
  device: words,
  event: words,
  q: words,
  unused: there,
  removed: there,
  before: place,
})
export type Filters = z.infer<typeof filters>

export const filtersIn = (url: URL): Filters => filters.parse(Object.fromEntries(url.searchParams))

/** The same in terms of the library. */
export function wantedBy({ folder, device, event, q, unused, removed, before }: Filters): PicturesWanted {
  const label = device
    ? { kind: 'device' as const, name: device }
    : event
      ? { kind: 'event' as const, name: event }
      : undefined
  return {
    limit: mostOnPage,
    ...(folder !== undefined && { folder: folder === 'none' ? null : folder }),
    ...(label && { label }),
    ...(q !== undefined && { words: q }),
    isUnused: unused !== undefined,
    isRemoved: removed !== undefined,
    ...(before !== undefined && { before }),
  }
}

/** The folder that something is done in: the one that is looked at. */
export const folderIn = ({ folder }: Filters): Id | undefined => (typeof folder === 'number' ? folder : undefined)

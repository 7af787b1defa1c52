import type { Id } from '#platform/database/tables.ts'

/** Where the library lies. */
export const library = '/newsroom/pictures/'

export const picturePath = (picture: Id): string => `${library}${picture}/`

/** A page of the library with these filters. */
export function libraryPath(filters: Readonly<Record<string, string | number | undefined>>): string {
  const search = new URLSearchParams()
  for (const [name, value] of Object.entries(filters))
    if (value !== undefined && value !== '') search.set(name, String(value))
  return search.size === 0 ? library : `${library}?${search.toString()}`
}

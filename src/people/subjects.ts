import type { Id } from '#platform/database/tables.ts'

/** What the site says of a person. */
export const personSubject = (id: Id): string => `profile:${id}`
/** Who there is. */
export const peopleSubject = 'people'

import type { Id } from '#platform/database/tables.ts'

/** What the site says of an organisation. */
export const organisationSubject = (id: Id): string => `organisation:${id}`
/** Which brands there are. */
export const brandsSubject = 'brands'

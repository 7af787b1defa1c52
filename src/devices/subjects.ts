import type { Id } from '#platform/database/tables.ts'

/** What readers see of one device: its page, its card in articles, its row in lists. */
export const deviceSubject = (device: Id): string => `device:${device}`
/** Which devices there are, in which order, with which prices. */
export const devicesSubject = 'devices'

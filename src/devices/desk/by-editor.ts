import type { Id } from '#platform/database/tables.ts'

/** Who changes the catalogue in the newsroom. */
export interface ByEditor {
  account: Id
  person: Id
}

/** An entry of the audit log names a device so. */
export const deviceObject = (device: Id): string => `device:${device}`

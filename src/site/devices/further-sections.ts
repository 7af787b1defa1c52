import type { DeviceRecord } from '#devices'
import type { Part } from '#platform/page-store/page.ts'
import type { Edition } from '../edition.ts'

/**
 * What another part of the catalogue shows of a device: prices, bands. A fragment of its own, under `deviceSubject`, that
 * is empty where it has nothing to say.
 */
export type FurtherSection = (own: Edition, device: Pick<DeviceRecord, 'id' | 'slug' | 'name'>) => Part

/** Between the key facts and the whole table, in this order. */
export const sectionsAbove: readonly FurtherSection[] = []

/** Behind the whole table and where it can be bought, in this order. */
export const sectionsBelow: readonly FurtherSection[] = []

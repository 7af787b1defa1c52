import type { Id } from '#platform/database/tables.ts'
import type { Day } from '#platform/fuzzy-date.ts'
import type { Found } from './gazetteer.ts'

interface Chosen {
  name?: Found
  family?: Id | undefined
  /** Whether no other device can be meant. */
  isSure: boolean
  /** Whether it was announced around the article. */
  isOfDay: boolean
}

/** An article speaks of a device from six months before it is announced until a year and a half later. */
const before = 183
const after = 548

/** Which of the devices of a name an article of that day means. */
export function chooseAmong(found: readonly Found[], day: Day | undefined): Chosen {
  const family = found.find((name) => name.family !== undefined)?.family
  const exact = found.filter(({ device, isExact }) => device !== undefined && isExact)
  const devices = exact.length > 0 ? exact : found.filter(({ device }) => device !== undefined)
  const ofDay = day === undefined ? [] : devices.filter((name) => isAround(name, day))
  const likely = ofDay.length > 0 ? ofDay : devices
  const [name] = likely.toSorted((one, other) => (one.device ?? 0) - (other.device ?? 0))
  return {
    ...(name && { name }),
    family,
    isSure: new Set(likely.map(({ device }) => device)).size < 2,
    isOfDay: ofDay.length > 0,
  }
}

const isAround = ({ from, to }: Found, day: Day): boolean =>
  from !== undefined && to !== undefined && to >= day - after && from <= day + before

import type { Instant } from '#platform/database/tables.ts'
import type { WxrItem } from './wxr.ts'

/** What becomes of an item: readers see it, it waits for its time, or it stays a draft (with the reason when that needs telling). */
export type Fate = { is: 'public' } | { is: 'scheduled'; due: Instant } | { is: 'draft'; why?: string }

/** Public is only what was public: published, and without a password. */
export function fateOf(item: WxrItem, now: Instant, zone: string): Fate {
  const fate = fateBy(item)
  if (fate === 'public') return { is: 'public' }
  if (fate !== 'scheduled') return { is: 'draft', ...(fate !== 'draft' && { why: fate.why }) }
  const due = publishedAt(item, zone)
  if (due !== undefined && due > now) return { is: 'scheduled', due }
  return { is: 'draft', why: 'it was scheduled for a time that has passed, and does not go out by itself' }
}

/** What the item says of itself, whatever the time is. */
export function fateBy({ status, password }: Pick<WxrItem, 'status' | 'password'>) {
  if (password !== '') return { why: 'it was protected by a password' }
  if (status === 'publish') return 'public'
  if (status === 'future') return 'scheduled'
  if (status === 'draft' || status === 'pending') return 'draft'
  if (status === 'private') return { why: 'it was private' }
  if (status === 'trash') return { why: 'it was in the trash' }
  if (status === '') return { why: 'the file does not say that it was published' }
  return { why: `its status was "${status}", which is not known to be public` }
}

const written = /^(\d{4})-(\d\d)-(\d\d)[ T](\d\d):(\d\d):(\d\d)$/

/** The instant of publication: in UTC if the file says so, else by the site's own clock, else by the feed's date. */
export function publishedAt({ dateUtc, date, pubDate }: WxrItem, zone: string): Instant | undefined {
  return instantOf(dateUtc, 'UTC') ?? instantOf(date, zone) ?? feedInstant(pubDate)
}

export const modifiedAt = ({ modifiedUtc }: WxrItem): Instant | undefined => instantOf(modifiedUtc, 'UTC')

/** Drafts have zeros for a date. */
function instantOf(text: string, zone: string): Instant | undefined {
  if (!written.test(text) || text.startsWith('0000')) return undefined
  try {
    return Temporal.PlainDateTime.from(text.replace(' ', 'T')).toZonedDateTime(zone).epochMilliseconds
  } catch {
    return undefined
  }
}

function feedInstant(text: string): Instant | undefined {
  const at = Date.parse(text)
  return Number.isNaN(at) || at < 0 ? undefined : at
}

/** The last value of a meta field. */
export const metaOf = ({ meta }: WxrItem, key: string): string | undefined =>
  meta.findLast((entry) => entry.key === key)?.value.trim() || undefined

/** Kept by nobody: who is editing, and what a plug-in can work out again. */
const worthless = /^_edit_(lock|last)$|^_oembed_|^_transient_|^_encloseme$|^_pingme$/

/** Fields that no part of Gawai reads yet; they stay beside the article. */
export const otherMeta = ({ meta }: WxrItem): WxrItem['meta'] =>
  meta.filter(({ key }) => key !== '' && !worthless.test(key))

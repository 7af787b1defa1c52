import type { Id, Instant } from '#platform/database/tables.ts'
import type { Language } from '#platform/settings.ts'

/** By what somebody is told. There will be others. */
export type Channel = 'mail'

/** An address that asked for something once; whether it is theirs, their subscriptions say. */
interface SubscriberTable {
  id: Id
  channel: Channel
  address: string
  address_key: string
  /** When it was last sent a link. */
  asked_at: Instant
  /** Since when nobody is known to live there. */
  unknown_at: Instant | null
}

interface SubscriptionTable {
  id: Id
  subscriber_id: Id
  /** What is followed, as whoever sends spells it: `thread:17`. */
  subject: string
  /** The same in words of `lang`. */
  name: string
  lang: Language
  asked_at: Instant
  /** Null while only somebody has typed the address. */
  confirmed_at: Instant | null
}

interface SubscriberLinkTable {
  token_hash: string
  subscriber_id: Id
  due_at: Instant
}

declare module '#platform/database/tables.ts' {
  interface Tables {
    subscriber: SubscriberTable
    subscription: SubscriptionTable
    subscriber_link: SubscriberLinkTable
  }
}

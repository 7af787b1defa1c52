import { atom } from './atom.ts'
import type { FeedFormat } from './format.ts'
import { json } from './json.ts'
import { rss } from './rss.ts'

/** Every format, the usual one first. */
export const feedFormats: readonly FeedFormat[] = [rss, atom, json]

/** The format at an address below a list, such as `feed/atom/`. */
export const formatAt = (below: string): FeedFormat | undefined => feedFormats.find((format) => format.below === below)

/** Names that WordPress gave the feed beside its address: each led to the same items. */
export const oldFeedNames: readonly string[] = ['feed/rss2/', 'feed/rss/', 'feed/rdf/']

import type { Id } from '#platform/database/tables.ts'
import type { Gawai } from '#platform/gawai.ts'
import { findInArticle } from './find-in-article.ts'

declare module '#platform/events.ts' {
  interface Events {
    /** What an article's devices are has been said anew, by an editor or by the catalogue. */
    'article.devices-asked': { article: Id }
  }
}

/** Which devices an article speaks of follows from what readers see of it: also when that changes, or is taken back. */
export function followMentions(gawai: Gawai): void {
  for (const kind of ['article.published', 'article.unpublished', 'article.devices-asked'] as const)
    gawai.reactions.on(kind, 'find-devices', ({ article }) => findInArticle(gawai, article))
}

import type { Id } from '#platform/database/tables.ts'
import type { Unit } from '#platform/database/unit.ts'
import { articleInTurn } from '../article.ts'
import type { Content } from '../content.ts'
import { keepRevision, readRevision, writeRevision } from '../revision.ts'
import { type Held, otherHolder } from './edit-lock.ts'
import { claimVersion, type Save } from './manuscript.ts'

export interface Restoring {
  article: Id
  /** The one whose words are taken up again. */
  revision: Id
  /** What the article said where this was decided. */
  on: Save['on']
  /** A person. */
  by: Id
}

export type Restored =
  | { outcome: 'restored'; revision: Id; content: Content }
  /** It says something else by now, which nobody who restores has seen: nothing is written. */
  | { outcome: 'behind' }
  /** Somebody else writes it at this moment: nothing is written. */
  | Extract<Held, { outcome: 'held' }>

/**
 * Takes up again what an article said once: a new revision with the same words, so that everything in between is kept.
 * Readers see it only when it is published.
 *
 * @throws NotFound
 */
export async function restoreRevision(unit: Unit, { article, revision, on, by }: Restoring): Promise<Restored> {
  await articleInTurn(unit, article)
  const content = await readRevision(unit, article, revision)
  const holder = await otherHolder(unit, { article, person: by })
  if (holder) return { outcome: 'held', by: holder }
  if (!(await claimVersion(unit, { article, on, person: by, key: null }))) return { outcome: 'behind' }
  // Where the words came from is worth knowing as long as they are.
  await keepRevision(unit, revision)
  const id = await writeRevision(unit, article, content, { by, isKept: true, restoredFrom: revision })
  await unit.tx.updateTable('manuscript').set({ revision_id: id }).where('article_id', '=', article).execute()
  return { outcome: 'restored', revision: id, content }
}

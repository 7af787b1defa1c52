import type { Id } from '#platform/database/tables.ts'
import type { Unit } from '#platform/database/unit.ts'
import type { Gawai } from '#platform/gawai.ts'
import type { Document, Node } from './document/index.ts'
import { articleInTurn } from './article.ts'
import { publishRevision } from './publish.ts'
import { newestRevision, readRevision, revise } from './revision.ts'
import { scheduleRevision } from './schedule.ts'

/**
 * Changes a document wherever the article has it: in what is published, what goes out by itself and the newest
 * revision. What was published is published again as of the day it was changed last, because nobody wrote anything. The
 * newest revision stays the newest: what somebody is writing is not lost behind what readers see.
 *
 * @param change answers the same document when there is nothing to change
 */
export async function changeDocuments(
  unit: Unit,
  gawai: Gawai,
  article: Id,
  change: (document: Document) => Document,
): Promise<void> {
  const anew = async (revision: Id): Promise<Id> => {
    const content = await readRevision(unit, article, revision)
    const document = change(content.document)
    return document === content.document ? revision : revise(unit, article, { ...content, document })
  }
  await articleInTurn(unit, article)
  const { published, scheduled } = await statesOf(unit, article)
  const newest = await newestRevision(unit, article)
  const followed = new Map<Id, Id>()
  for (const revision of new Set([published?.revision_id, scheduled?.revision_id, newest]))
    if (revision !== undefined) followed.set(revision, await anew(revision))
  const follow = (revision: Id) => followed.get(revision) ?? revision
  await keepNewest(unit, article, follow(newest))

  if (published && follow(published.revision_id) !== published.revision_id)
    await publishRevision(unit, gawai.settings, {
      article,
      revision: follow(published.revision_id),
      modifiedAt: published.modified_at,
      ...(published.published_by !== null && { by: published.published_by }),
    })
  // Publishing takes a schedule away.
  if (scheduled)
    await scheduleRevision(unit, gawai, {
      article,
      revision: follow(scheduled.revision_id),
      due: scheduled.due_at,
      ...(scheduled.set_by !== null && { by: scheduled.set_by }),
    })
}

async function statesOf(unit: Unit, article: Id) {
  const published = await unit.tx
    .selectFrom('publication')
    .select(['revision_id', 'modified_at', 'published_by'])
    .where('article_id', '=', article)
    .executeTakeFirst()
  const scheduled = await unit.tx
    .selectFrom('schedule')
    .select(['revision_id', 'due_at', 'set_by'])
    .where('article_id', '=', article)
    .executeTakeFirst()
  return { published, scheduled }
}

/** A revision that was made of an older one is newer than what somebody wrote last: that is written once more. */
async function keepNewest(unit: Unit, article: Id, wanted: Id): Promise<void> {
  const newest = await newestRevision(unit, article)
  if (newest !== wanted) await revise(unit, article, await readRevision(unit, article, wanted))
}

/** What is said of an image, changed. @returns the same document when nothing was */
export function withImages(document: Document, change: (attrs: Attrs) => Attrs): Document {
  const changed = <Some extends Node>(node: Some): Some => {
    if (node.type === 'image' && node.attrs) {
      const attrs = change(node.attrs)
      return attrs === node.attrs ? node : { ...node, attrs }
    }
    if (!node.content) return node
    const content = node.content.map(changed)
    return content.every((child, index) => child === node.content?.[index]) ? node : { ...node, content }
  }
  const content = document.content.map(changed)
  return content.every((block, index) => block === document.content[index]) ? document : { ...document, content }
}

type Attrs = NonNullable<Node['attrs']>

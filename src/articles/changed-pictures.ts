import { formerFiles, hrefOf, type KeptPicture } from '#media'
import type { Id } from '#platform/database/tables.ts'
import type { Unit } from '#platform/database/unit.ts'
import type { Gawai } from '#platform/gawai.ts'
import type { Document, Node } from './document/index.ts'
import { publishRevision } from './publish.ts'
import { newestRevision, readRevision, revise } from './revision.ts'
import { scheduleRevision } from './schedule.ts'

const atOnce = 20

/**
 * When a picture of the library shows another file, every article that shows it gets a revision with that, and what was
 * published is published again as of the day it was changed last: to its readers nothing but the picture is new.
 */
export function followPictures(gawai: Gawai): void {
  // Not by what the event says: of two changes the later may be heard of first.
  gawai.reactions.on('picture.changed', 'follow-picture', ({ picture }) => followPicture(gawai, picture))
}

async function followPicture(gawai: Gawai, picture: Id): Promise<void> {
  let after = 0
  for (;;) {
    const articles = await showingFormer(gawai, picture, after)
    for (const article of articles) await gawai.write((unit) => showAnew(unit, gawai, { article, picture }))
    if (articles.length < atOnce) return
    after = articles.at(-1) ?? after
  }
}

async function showingFormer({ db }: Gawai, picture: Id, after: Id): Promise<Id[]> {
  const rows = await db
    .selectFrom('picture')
    .innerJoin('picture_file', 'picture_file.picture_id', 'picture.id')
    .innerJoin('picture_use', 'picture_use.file', 'picture_file.file')
    .innerJoin('article', 'article.id', 'picture_use.user_id')
    .select('article.id')
    .distinct()
    .where('picture.id', '=', picture)
    .whereRef('picture_file.file', '!=', 'picture.file')
    .where('article.id', '>', after)
    .orderBy('article.id')
    .limit(atOnce)
    .execute()
  return rows.map(({ id }) => id)
}

/** The newest revision stays the newest: what somebody is writing is not lost behind what readers see. */
async function showAnew(unit: Unit, gawai: Gawai, { article, picture }: { article: Id; picture: Id }): Promise<void> {
  const { now, former } = await formerFiles(unit, picture)
  const anew = async (revision: Id): Promise<Id> => {
    const content = await readRevision(unit, article, revision)
    const document = withPicture(content.document, new Set(former.map(hrefOf)), now)
    return document === content.document ? revision : revise(unit, article, { ...content, document })
  }
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

/** @returns the same document when it shows none of the files */
function withPicture(
  document: Document,
  former: ReadonlySet<string>,
  { src, width, height, colour }: KeptPicture,
): Document {
  const followed = <Some extends Node>(node: Some): Some => {
    const own = node.attrs?.['src']
    if (node.type === 'image' && typeof own === 'string' && former.has(own))
      return { ...node, attrs: { ...node.attrs, src, width, height, colour } }
    if (!node.content) return node
    const content = node.content.map(followed)
    return content.every((child, index) => child === node.content?.[index]) ? node : { ...node, content }
  }
  const content = document.content.map(followed)
  return content.every((block, index) => block === document.content[index]) ? document : { ...document, content }
}

import { brandsSubject } from '#organisations'
import { peopleSubject } from '#people'
import { answerOnce } from '#platform/answered.ts'
import { crashPoint } from '#platform/crash-point.ts'
import type { Id, Instant } from '#platform/database/tables.ts'
import type { Unit } from '#platform/database/unit.ts'
import type { Gawai } from '#platform/gawai.ts'
import { type Language, type Settings, siteZone } from '#platform/settings.ts'
import { periodsOf } from './archive.ts'
import { articleInTurn } from './article.ts'
import { keepArticleWords } from './article-words.ts'
import { proveFinished } from './content.ts'
import { type Document, leadPictureOf, openingOf } from './document/index.ts'
import { rewriteJoins } from './joins.ts'
import { markShown, newestRevision, readRevision } from './revision.ts'
import { endHanding } from './writing/handing.ts'
import { settlePath } from './settle-path.ts'
import { dropWhatShows, type Shown } from './shown.ts'
import { archiveSubject } from './subjects.ts'

declare module '#platform/events.ts' {
  interface Events {
    'article.published': { article: Id; revision: Id; path: string; isFirst: boolean }
  }
}

export interface Publication {
  article: Id
  revision: Id
  /** The day it carries; by default it keeps the one it has, or gets this moment. */
  at?: Instant
  modifiedAt?: Instant
  /** The exact path it had elsewhere. */
  path?: string
  by?: Id
}

/**
 * Shows the article's newest revision (or the named one) to readers. Everything that shows it is dropped before
 * this answers, so the next request anywhere on this node sees it.
 *
 * @param key an idempotency key: a retry with it gets the first answer
 * @returns the article's path
 */
export function publish(
  gawai: Gawai,
  { key, ...wish }: Omit<Publication, 'revision'> & { revision?: Id; key?: string },
): Promise<{ path: string }> {
  return gawai.write((unit) =>
    answerOnce(unit, key, { publish: wish }, async () => {
      const revision = wish.revision ?? (await newestRevision(unit, wish.article))
      return publishRevision(unit, gawai.settings, { ...wish, revision })
    }),
  )
}

/** The same inside a larger write. */
export async function publishRevision(unit: Unit, settings: Settings, wish: Publication): Promise<{ path: string }> {
  const article = await articleInTurn(unit, wish.article)
  const content = await readRevision(unit, article.id, wish.revision)
  proveFinished(content)
  await markShown(unit, wish.revision)
  const before = await publicationRow(unit, article.id)
  const publishedAt = wish.at ?? before?.published_at ?? unit.now
  const path = await settlePath(unit, settings, {
    wish,
    content,
    before,
    publishedAt,
    lang: article.lang,
    kind: article.kind,
  })

  const row = {
    revision_id: wish.revision,
    kind: article.kind,
    lang: article.lang,
    section_id: content.section ?? null,
    path,
    title: content.title,
    summary: content.summary || openingOf(content.document),
    picture: pictureOf(content.document),
    published_at: publishedAt,
    published_by: wish.by ?? null,
    modified_at: wish.modifiedAt ?? (before ? unit.now : publishedAt),
  }
  await unit.tx
    .insertInto('publication')
    .values((rows) => ({
      article_id: article.id,
      ...row,
      // It may have been taken back since readers were told.
      corrected_at: rows
        .selectFrom('correction')
        .select(({ fn }) => fn.max('correction.at').as('at'))
        .where('correction.article_id', '=', article.id),
    }))
    .onConflict((conflict) => conflict.column('article_id').doUpdateSet(row))
    .execute()
  crashPoint('publish.half-written')
  if (!before) await unit.tx.deleteFrom('draft').where('article_id', '=', article.id).execute()
  await unit.tx.deleteFrom('retraction').where('article_id', '=', article.id).execute()
  await unit.tx.deleteFrom('schedule').where('article_id', '=', article.id).execute()
  await endHanding(unit, article.id)
  await keepArticleWords(unit, article.id)
  const left = await rewriteJoins(
    unit,
    { id: article.id, kind: article.kind, lang: article.lang, publishedAt, isFirst: !before },
    content,
  )

  const shown: Shown = {
    article: article.id,
    kind: article.kind,
    change: before ? 'again' : 'first',
    lang: article.lang,
    pair: article.pair_id,
    lists: [...left, ...archivesOf([publishedAt, before?.published_at], article.lang, settings)],
    isNewest: !before && publishedAt >= unit.now - aMoment,
  }
  await dropWhatShows(unit, shown)
  // Somebody may be named for the first time, or no more.
  unit.drop(brandsSubject, peopleSubject)
  unit.tell({ kind: 'article.published', article: article.id, revision: wish.revision, path, isFirst: !before })
  return { path }
}

const pictureOf = (document: Document): string | null => {
  const picture = leadPictureOf(document)
  return picture ? JSON.stringify(picture) : null
}

/** The archives that hold the article, or held it before its day was changed. */
export function archivesOf(days: readonly (Instant | undefined)[], lang: Language, settings: Settings): string[] {
  const periods = days.filter((day) => day !== undefined).flatMap((day) => periodsOf(day, settings.get(siteZone)))
  return [...new Set(['all', ...periods])].map((period) => archiveSubject(period, lang))
}

/** Published within this of now, an article goes on top of its lists; an older date puts it among older pages. */
const aMoment = 60_000

export async function publicationRow(unit: Unit, article: Id) {
  return unit.tx
    .selectFrom('publication')
    .innerJoin('revision', 'revision.id', 'publication.revision_id')
    .select(['path', 'published_at', 'revision.slug'])
    .where('publication.article_id', '=', article)
    .executeTakeFirst()
}

import { brandsSubject } from '#organisations'
import { peopleSubject } from '#people'
import { answerOnce } from '#platform/answered.ts'
import type { Id } from '#platform/database/tables.ts'
import type { Unit } from '#platform/database/unit.ts'
import type { Gawai } from '#platform/gawai.ts'
import { forgotten } from '#platform/page-store/page.ts'
import { Conflict } from '#platform/refusals.ts'
import type { Settings } from '#platform/settings.ts'
import { articleInTurn } from './article.ts'
import { keepArticleWords } from './article-words.ts'
import { clearJoins } from './joins.ts'
import { keepPictureUses } from './picture-uses.ts'
import { archivesOf, publicationRow } from './publish.ts'
import { dropWhatShows, type Shown } from './shown.ts'

declare module '#platform/events.ts' {
  interface Events {
    'article.unpublished': { article: Id; path: string }
  }
}

interface Taking {
  article: Id
  /** One sentence for the record. */
  why: string
  by?: Id
}

/**
 * Takes an article from the readers: its address answers 410 from now on, also while the database is gone.
 *
 * @throws Conflict when readers cannot see it anyway
 */
export function unpublish(gawai: Gawai, { key, ...taking }: Taking & { key?: string }): Promise<{ path: string }> {
  return gawai.write((unit) =>
    answerOnce(unit, key, { unpublish: taking.article, why: taking.why }, () =>
      unpublishWithin(unit, gawai.settings, taking),
    ),
  )
}

/** The same inside a larger write. */
export async function unpublishWithin(
  unit: Unit,
  settings: Settings,
  { article: id, why, by }: Taking,
): Promise<{ path: string }> {
  const article = await articleInTurn(unit, id)
  const publication = await publicationRow(unit, id)
  if (!publication) throw new Conflict(`Article ${id} is not published`, { key: 'refusedArticle.notPublished' })
  await unit.tx.deleteFrom('publication').where('article_id', '=', id).execute()
  // Or it would come back by itself.
  await unit.tx.deleteFrom('schedule').where('article_id', '=', id).execute()
  await keepPictureUses(unit, id, 'schedule')
  await unit.tx
    .insertInto('retraction')
    .values({ article_id: id, at: unit.now, by: by ?? null, why })
    .execute()
  await keepArticleWords(unit, id)
  const lists = [
    ...(await clearJoins(unit, id, article.lang)),
    ...archivesOf([publication.published_at], article.lang, settings),
  ]
  const shown: Shown = {
    article: id,
    kind: article.kind,
    change: 'gone',
    lang: article.lang,
    pair: article.pair_id,
    lists,
    isNewest: false,
  }
  await dropWhatShows(unit, shown, forgotten)
  unit.drop(forgotten(brandsSubject), forgotten(peopleSubject))
  unit.tell({ kind: 'article.unpublished', article: id, path: publication.path })
  return { path: publication.path }
}

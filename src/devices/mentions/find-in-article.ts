import { type Document, textOf } from '#articles'
import type { Id } from '#platform/database/tables.ts'
import type { Unit } from '#platform/database/unit.ts'
import type { Gawai } from '#platform/gawai.ts'
import { dayOfInstant } from '#platform/fuzzy-date.ts'
import type { Language } from '#platform/settings.ts'
import { findMentions } from './find-mentions.ts'
import { keepLinks, keepUnknown } from './keep-links.ts'
import { openKeptGazetteer } from './kept-gazetteer.ts'
import { type Answer, linksOf } from './links.ts'

/** Finds the devices of which a published article speaks, and writes them down; for one that is not published, none. */
export async function findInArticle(gawai: Gawai, article: Id): Promise<void> {
  const shown = await shownText(gawai, article)
  const names = shown && (await gawai.use(openKeptGazetteer).names(gawai))
  const mentions = shown && names ? findMentions(names.gazetteer, shown) : []
  await gawai.write(async (unit) => {
    // Another text may be shown by now: that one was told of, too.
    if ((await revisionShown(unit, article)) !== shown?.revision) return
    const isDenied = names?.isDenied ?? (() => false)
    const answers = shown ? await answersFor(unit, article) : []
    const { links, unknown } = linksOf({ text: shown?.text ?? '', mentions, answers, isDenied })
    await keepLinks(unit, article, links)
    await keepUnknown(unit, article, unknown)
  })
}

interface ShownText {
  revision: Id
  lang: Language
  /** The title, and a line for each block. */
  text: string
  day: number
}

async function shownText({ db }: Gawai, article: Id): Promise<ShownText | undefined> {
  const row = await db
    .selectFrom('publication')
    .innerJoin('revision_body', 'revision_body.revision_id', 'publication.revision_id')
    .select(['publication.revision_id as revision', 'lang', 'title', 'document', 'published_at'])
    .where('article_id', '=', article)
    .where('kind', '=', 'article')
    .executeTakeFirst()
  if (!row) return undefined
  const document = JSON.parse(row.document) as Document // oxlint-disable-line typescript/no-unsafe-type-assertion -- proven by parseDocument before it was written
  return {
    revision: row.revision,
    lang: row.lang,
    text: `${row.title}\n${textOf(document)}`,
    day: dayOfInstant(row.published_at),
  }
}

async function revisionShown({ tx }: Unit, article: Id): Promise<Id | undefined> {
  const row = await tx
    .selectFrom('publication')
    .select('revision_id')
    .where('article_id', '=', article)
    .where('kind', '=', 'article')
    .executeTakeFirst()
  return row?.revision_id
}

async function answersFor({ tx }: Unit, article: Id): Promise<Answer[]> {
  const rows = await tx.selectFrom('mention_answer').selectAll().where('article_id', '=', article).execute()
  return rows.map(({ form, device_id, is_right }) => ({ form, device: device_id, isRight: is_right === 1 }))
}

import type { Gawai } from '#platform/gawai.ts'
import type { DeskArticle } from './at-desk.ts'
import type { CheckFacts, Twin } from './checklist.ts'
import { unsettledNotes } from './note-threads.ts'

/** Readers remember no more than that, and search engines look for the same story among what is new. */
const lookedAt = 500

/** What the checklist asks beside the article itself: its notes, and what was published of late under the same name. */
export async function checkFactsOf(
  { db }: Pick<Gawai, 'db'>,
  { article, lang, content }: Pick<DeskArticle, 'article' | 'lang' | 'content'>,
): Promise<CheckFacts> {
  const recent = await db
    .selectFrom('publication')
    .innerJoin('revision', 'revision.id', 'publication.revision_id')
    .select(['publication.article_id', 'publication.title', 'publication.path', 'revision.slug'])
    .where('publication.kind', '=', 'article')
    .where('publication.lang', '=', lang)
    .orderBy('published_at', 'desc')
    .limit(lookedAt)
    .execute()
  const others = recent.filter(({ article_id }) => article_id !== article)
  const title = folded(content.title)
  const twin = (row: (typeof others)[number] | undefined): Twin | undefined =>
    row && { title: row.title, path: row.path }
  return {
    notes: await unsettledNotes({ db }, article),
    sameTitle: twin(others.find((one) => title !== '' && folded(one.title) === title)),
    sameSlug: twin(others.find(({ slug }) => slug !== '' && slug === content.slug)),
  }
}

/** Two titles that differ only in capitals and punctuation are the same to a reader. */
const folded = (title: string): string =>
  title
    .toLocaleLowerCase('id')
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()

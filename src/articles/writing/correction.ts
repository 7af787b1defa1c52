import type { Id, Instant } from '#platform/database/tables.ts'
import type { Unit } from '#platform/database/unit.ts'
import { Conflict, Invalid, NotFound } from '#platform/refusals.ts'
import type { Language } from '#platform/settings.ts'
import { articleInTurn } from '../article.ts'
import { articleSubject, correctionsSubject, sitemapSubject } from '../subjects.ts'
import type { CorrectionKind } from '../tables.ts'

export const correctionKinds = [
  'erratum',
  'correction',
  'reply',
  'update',
  'withdrawal',
] as const satisfies CorrectionKind[]

export interface NewCorrection {
  article: Id
  kind: CorrectionKind
  words: string
  /** Who asked for it, or whose reply it is. */
  party?: string | undefined
  /** The person who answers for it. */
  by: Id
  /** The one that it was, where it had been taken back; by default readers are told now. */
  again?: { id: Id; at: Instant } | undefined
}

const longest = 2000

/**
 * Tells readers that something in an article was wrong or is new: above its text, in feeds, and on the page of all
 * corrections. What the text says is changed apart from that, by a revision.
 *
 * @throws Conflict when readers cannot see the article
 * @throws Invalid without words
 */
export async function correctArticle(
  unit: Unit,
  { article, kind, words, party, by, again }: NewCorrection,
): Promise<Id> {
  const { lang } = await articleInTurn(unit, article)
  const said = words.trim()
  if (said === '' || said.length > longest)
    throw new Invalid(`A correction has one to ${longest} characters: say what was wrong and what is right`, {
      key: 'correction.length',
      values: { most: longest },
    })
  const { id, at } = again ?? { id: unit.newId(), at: unit.now }
  await unit.tx
    .insertInto('correction')
    .values({ id, article_id: article, kind, lang, words: said, party: party || null, at, by })
    .execute()
  const shown = await unit.tx
    .updateTable('publication')
    .set({ corrected_at: at, ...(again === undefined && { modified_at: unit.now }) })
    .where('article_id', '=', article)
    .returning('article_id')
    .execute()
  if (shown.length === 0)
    throw new Conflict('Readers do not see this article, so there is nothing to tell them: change its text instead', {
      key: 'correction.notPublished',
    })
  dropWhatTells(unit, article, lang)
  return id
}

/**
 * Takes a correction back, as a slip that no reader needed.
 *
 * @returns what it said, and which it was
 * @throws NotFound
 */
export async function takeBackCorrection(
  unit: Unit,
  { article, correction }: { article: Id; correction: Id },
): Promise<Pick<NewCorrection, 'kind' | 'words' | 'party'> & Required<Pick<NewCorrection, 'again'>>> {
  const [gone] = await unit.tx
    .deleteFrom('correction')
    .where('id', '=', correction)
    .where('article_id', '=', article)
    .returning(['lang', 'kind', 'words', 'party', 'at'])
    .execute()
  if (!gone) throw new NotFound('There is no such correction', { key: 'correction.gone' })
  const last = await unit.tx
    .selectFrom('correction')
    .select(({ fn }) => fn.max('at').as('at'))
    .where('article_id', '=', article)
    .executeTakeFirst()
  await unit.tx
    .updateTable('publication')
    .set({ corrected_at: last?.at ?? null })
    .where('article_id', '=', article)
    .execute()
  dropWhatTells(unit, article, gone.lang)
  const { kind, words, party, at } = gone
  return { kind, words, ...(party !== null && { party }), again: { id: correction, at } }
}

/** Feeds show its text, and the feeds of all lists go with the article's own subject. */
const dropWhatTells = (unit: Unit, article: Id, lang: Language): void =>
  unit.drop(articleSubject(article), correctionsSubject(lang), sitemapSubject)

import type { Id, Instant } from '#platform/database/tables.ts'
import type { Unit } from '#platform/database/unit.ts'
import type { Gawai } from '#platform/gawai.ts'
import { Conflict, NotFound } from '#platform/refusals.ts'
import type { Language } from '#platform/settings.ts'
import { articleRow } from '../article.ts'

/** A link that shows somebody without an account what an article says before readers see it. */
export interface PreviewLink {
  id: Id
  until: Instant
}

/** How long one may be good for, in milliseconds. */
export const previewLasts = {
  hour: 60 * 60_000,
  day: 24 * 60 * 60_000,
  week: 7 * 24 * 60 * 60_000,
} as const

/** The word before the token in an address. */
export const previewWords = { id: 'pratinjau', en: 'preview' } as const satisfies Record<Language, string>

/** More than anybody gives to anybody, and few enough to see at once. */
const mostLinks = 50

/** @throws Conflict when as many are good already */
export async function makePreviewLink(
  unit: Unit,
  { article, by, lasts }: { article: Id; by: Id; lasts: keyof typeof previewLasts },
): Promise<PreviewLink> {
  await articleRow(unit, article)
  const good = await goodLinks(unit.tx, unit.now).select('preview_link.id').where('article_id', '=', article).execute()
  if (good.length >= mostLinks)
    throw new Conflict(`${mostLinks} preview links of this article are good: end some of them first`, {
      key: 'previewLink.tooMany',
      values: { most: mostLinks },
    })
  const link = { id: unit.newId(), until: unit.now + previewLasts[lasts] }
  await unit.tx
    .insertInto('preview_link')
    .values({ ...link, article_id: article, made_at: unit.now, made_by: by })
    .execute()
  return link
}

/** A link as it stood, for who takes its end back. */
export interface EndedLink extends PreviewLink {
  madeAt: Instant
  madeBy: Id
}

/** From now on the link shows nothing. @throws NotFound */
export async function endPreviewLink(unit: Unit, { article, link }: { article: Id; link: Id }): Promise<EndedLink> {
  const [row] = await unit.tx
    .deleteFrom('preview_link')
    .where('id', '=', link)
    .where('article_id', '=', article)
    .returning(['id', 'until', 'made_at as madeAt', 'made_by as madeBy'])
    .execute()
  if (!row) throw new NotFound('This preview link has ended already', { key: 'previewLink.gone' })
  return row
}

/** Makes a link good again that was ended. */
export async function restorePreviewLink(
  unit: Unit,
  { article, id, until, madeAt, madeBy }: EndedLink & { article: Id },
): Promise<void> {
  await unit.tx
    .insertInto('preview_link')
    .values({ id, until, article_id: article, made_at: madeAt, made_by: madeBy })
    .execute()
}

/** A link with who made it. */
export interface ListedPreviewLink extends PreviewLink {
  by: string
  madeAt: Instant
}

/** The links that are good now, the newest first. */
export async function previewLinksOf(
  { db, clock }: Pick<Gawai, 'db' | 'clock'>,
  article: Id,
): Promise<ListedPreviewLink[]> {
  return goodLinks(db, clock.now())
    .innerJoin('person', 'person.id', 'preview_link.made_by')
    .select(['preview_link.id', 'until', 'preview_link.made_at as madeAt', 'person.name as by'])
    .where('article_id', '=', article)
    .orderBy('preview_link.id', 'desc')
    .execute()
}

/** Those that have not expired, and whose makers are not kept out of the newsroom: what such a one gave away shows nothing. */
export const goodLinks = (db: Gawai['db'], now: Instant) =>
  db
    .selectFrom('preview_link')
    .where('until', '>', now)
    .where(({ exists, not, selectFrom }) =>
      not(
        exists(
          selectFrom('account')
            .select('account.id')
            .whereRef('account.person_id', '=', 'preview_link.made_by')
            .where('suspended_at', 'is not', null),
        ),
      ),
    )

/** Takes out the links that show nothing any more. */
export async function forgetPreviewLinks(unit: Unit): Promise<void> {
  await unit.tx.deleteFrom('preview_link').execute()
}

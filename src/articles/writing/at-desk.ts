import type { Id, Instant } from '#platform/database/tables.ts'
import type { Unit } from '#platform/database/unit.ts'
import type { Gawai } from '#platform/gawai.ts'
import { NotFound } from '#platform/refusals.ts'
import type { Language } from '#platform/settings.ts'
import { articleInTurn } from '../article.ts'
import type { ArticleKind, Content } from '../content.ts'
import { withAncestors } from '../section-path.ts'
import { type Manuscript, openManuscript } from './manuscript.ts'

/** An article as those see it who write it: what it says now, and in which states it is. */
export interface DeskArticle extends Manuscript {
  kind: ArticleKind
  lang: Language
  /** The person who began it. */
  begunBy: Id | null
  /** The section that it stands in, and those above, nearest first. */
  sections: Id[]
  /** What readers see, and in which section with those above it: an article may be written on for another. */
  published?: { path: string; revision: Id; at: Instant; sections: Id[] }
  /** When a revision of it goes out by itself. */
  due?: { at: Instant; revision: Id }
  /** Its writer has said that it may go out. */
  ready?: { at: Instant; revision: Id; by: Id }
  /** Its editor has handed it back; a note says why. */
  sentBack?: { at: Instant; by: Id; note: Id }
  /** Readers could see it once. */
  withdrawnAt?: Instant
}

/** @throws NotFound */
export async function articleAtDesk({ db }: Pick<Gawai, 'db'>, article: Id): Promise<DeskArticle> {
  const row = await db
    .selectFrom('article')
    .leftJoin('publication', 'publication.article_id', 'article.id')
    .leftJoin('schedule', 'schedule.article_id', 'article.id')
    .leftJoin('readiness', 'readiness.article_id', 'article.id')
    .leftJoin('sent_back', 'sent_back.article_id', 'article.id')
    .leftJoin('retraction', 'retraction.article_id', 'article.id')
    .select(['article.kind', 'article.lang', 'begun_by', 'publication.path', 'publication.revision_id as shown'])
    .select([
      'publication.published_at',
      'publication.section_id',
      'schedule.due_at',
      'schedule.revision_id as scheduled',
    ])
    .select(['readiness.at as ready_at', 'readiness.revision_id as ready', 'readiness.by as ready_by'])
    .select(['sent_back.at as sent_at', 'sent_back.by as sent_by', 'sent_back.note_id'])
    .select('retraction.at as withdrawn_at')
    .where('article.id', '=', article)
    .executeTakeFirst()
  if (!row) throw new NotFound(`There is no article ${article}`, { key: 'refused.nothingHere' })
  const manuscript = await openManuscript({ db }, article)
  const sections = await sectionsAbove({ tx: db }, manuscript.content)
  const shownIn = row.section_id ?? undefined
  return {
    ...manuscript,
    sections,
    kind: row.kind,
    lang: row.lang,
    begunBy: row.begun_by,
    ...(row.path !== null &&
      row.shown !== null &&
      row.published_at !== null && {
        published: {
          path: row.path,
          revision: row.shown,
          at: row.published_at,
          sections:
            shownIn === manuscript.content.section
              ? sections
              : await sectionsAbove({ tx: db }, shownIn === undefined ? {} : { section: shownIn }),
        },
      }),
    ...(row.due_at !== null && row.scheduled !== null && { due: { at: row.due_at, revision: row.scheduled } }),
    ...(row.ready_at !== null &&
      row.ready !== null &&
      row.ready_by !== null && { ready: { at: row.ready_at, revision: row.ready, by: row.ready_by } }),
    ...(row.sent_at !== null &&
      row.sent_by !== null &&
      row.note_id !== null && { sentBack: { at: row.sent_at, by: row.sent_by, note: row.note_id } }),
    ...(row.withdrawn_at !== null && { withdrawnAt: row.withdrawn_at }),
  }
}

/** The same for who changes it: nobody else does until this unit is done. @throws NotFound */
export async function deskInTurn(unit: Unit, article: Id): Promise<DeskArticle> {
  await articleInTurn(unit, article)
  return articleAtDesk({ db: unit.tx }, article)
}

/** The section that content stands in, and those above, as rights ask for them. */
export const sectionsAbove = async (unit: Pick<Unit, 'tx'>, { section }: Pick<Content, 'section'>): Promise<Id[]> =>
  section === undefined ? [] : withAncestors(unit, section)

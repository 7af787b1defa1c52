import { sql } from 'kysely'
import type { Id } from '#platform/database/tables.ts'
import type { Gawai } from '#platform/gawai.ts'
import './tables.ts'

/**
 * The newest revision of an article that a query looks at: what it says now, whoever sees it.
 *
 * @param article the column that holds it: `note.article_id`
 */
export const newestOf = (db: Gawai['db'], article: string) =>
  revisions(db).where('later.article_id', '=', sql.ref<Id>(article))

/** The newest revision of each of these articles. @param articles one at least */
export const newestAmong = (db: Gawai['db'], articles: readonly Id[]) =>
  revisions(db)
    .where('later.article_id', 'in', [...articles])
    .groupBy('later.article_id')

const revisions = (db: Gawai['db']) =>
  db.selectFrom('revision as later').select(({ fn }) => fn.max('later.id').as('newest'))

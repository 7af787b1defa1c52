import type { Kysely } from 'kysely'
import { sql, SqliteAdapter } from 'kysely'

/**
 * The only place where the two databases' column types differ. SQLite makes a column the row's own key only
 * when it is spelled INTEGER PRIMARY KEY; PostgreSQL's INTEGER is too small for a 53-bit id.
 *
 * @returns the type of a whole number of up to 53 bits: ids, instants in milliseconds, booleans as 0 and 1
 */
export function wholeNumber(db: Kysely<unknown>) {
  return db.getExecutor().adapter instanceof SqliteAdapter ? sql`integer` : sql`bigint`
}

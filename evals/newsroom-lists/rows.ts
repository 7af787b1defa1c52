import { sql } from 'kysely'

/** Counts in SQL: `n.i` goes from the first number to the last. */
export const upTo = (last: number, first = 1) =>
  sql`with recursive n(i) as (select ${sql.lit(first)} union all select i + 1 from n where i < ${sql.lit(last)})`

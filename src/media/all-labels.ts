import { sql } from 'kysely'
import type { Gawai } from '#platform/gawai.ts'
import type { Label } from './library-picture.ts'
import { type LabelKind, labelKinds } from './tables.ts'

const mostLabels = 200

/** The labels that pictures have, by kind and name. */
export async function allLabels(gawai: Pick<Gawai, 'reports'>): Promise<Label[]> {
  const names = await Promise.all(labelKinds.map((kind) => namesOf(gawai, kind)))
  return labelKinds.flatMap((kind, index) => (names[index] ?? []).map((name) => ({ kind, name })))
}

/** From each name to the next one in the key: `distinct` would read a row for each picture. */
async function namesOf({ reports }: Pick<Gawai, 'reports'>, kind: LabelKind): Promise<string[]> {
  const { rows } = await sql<{ name: string }>`
    with recursive label(name) as (
      select min(name) from picture_label where kind = ${kind}
      union all
      select (select min(name) from picture_label where kind = ${kind} and name > label.name)
      from label where label.name is not null
    )
    select name from label where name is not null limit ${sql.lit(mostLabels)}`.execute(reports)
  return rows.map(({ name }) => name)
}

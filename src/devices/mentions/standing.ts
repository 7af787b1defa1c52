import type { Id } from '#platform/database/tables.ts'
import type { Unit } from '#platform/database/unit.ts'
import { NotFound } from '#platform/refusals.ts'

/** @throws NotFound when there is no such article */
export async function standingArticle({ tx }: Unit, article: Id): Promise<void> {
  const row = await tx.selectFrom('article').select('id').where('id', '=', article).executeTakeFirst()
  if (!row)
    throw new NotFound(`There is no article ${article}`, { key: 'refusedMention.noArticle', values: { id: article } })
}

/** @throws NotFound when there is no such device, or it has become another */
export async function standingDevice({ tx }: Unit, device: Id): Promise<void> {
  const row = await tx
    .selectFrom('device')
    .select('id')
    .where('id', '=', device)
    .where('merged_into', 'is', null)
    .executeTakeFirst()
  if (!row)
    throw new NotFound(`There is no device ${device}: choose one of the catalogue`, {
      key: 'refusedMention.noDevice',
      values: { id: device },
    })
}

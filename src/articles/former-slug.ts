import type { Id } from '#platform/database/tables.ts'
import type { Unit } from '#platform/database/unit.ts'
import type { Language } from '#platform/settings.ts'
import './tables.ts'

type Kind = 'section' | 'topic'

interface Former {
  kind: Kind
  lang: Language
  slug: string
}

/** Who went by that slug before: files, imports and editors who still say it mean the same thing. */
export async function formerlyCalled(unit: Unit, { kind, lang, slug }: Former): Promise<Id | undefined> {
  const row = await unit.tx
    .selectFrom('former_slug')
    .select('target_id')
    .where('kind', '=', kind)
    .where('lang', '=', lang)
    .where('slug', '=', slug)
    .executeTakeFirst()
  return row?.target_id
}

/** Remembers a slug that is no longer anybody's own. */
export async function rememberSlug(unit: Unit, { target, ...former }: Former & { target: Id }): Promise<void> {
  await unit.tx
    .insertInto('former_slug')
    .values({ ...former, target_id: target })
    .onConflict((conflict) => conflict.columns(['kind', 'lang', 'slug']).doUpdateSet({ target_id: target }))
    .execute()
}

/** Forgets a slug because it is somebody's own again. */
export async function forgetSlug(unit: Unit, { kind, lang, slug }: Former): Promise<void> {
  await unit.tx
    .deleteFrom('former_slug')
    .where('kind', '=', kind)
    .where('lang', '=', lang)
    .where('slug', '=', slug)
    .execute()
}

/** Whoever is merged into another leaves it the slugs that led here. */
export async function handOverSlugs(unit: Unit, kind: Kind, from: Id, to: Id): Promise<void> {
  await unit.tx
    .updateTable('former_slug')
    .set({ target_id: to })
    .where('kind', '=', kind)
    .where('target_id', '=', from)
    .execute()
}

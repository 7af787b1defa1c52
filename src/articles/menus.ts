import { z } from 'zod'
import { record } from '#people'
import type { Id } from '#platform/database/tables.ts'
import type { Unit } from '#platform/database/unit.ts'
import type { Gawai } from '#platform/gawai.ts'
import { language } from '#platform/settings.ts'
import { rootSections, type Section } from './section-tree.ts'
import { shellSubject } from './subjects.ts'
import { menuKinds } from './tables.ts'

/** The sections in the head of every page, or the standing pages in its foot. */
export const menuSchema = z.object({ menu: z.enum(menuKinds), lang: language })
export type Menu = z.infer<typeof menuSchema>

/** Where something stands in a menu, from 1; 0 when it was left out. What nobody decided about has no position. */
export const menuItemSchema = z.object({ target: z.number(), position: z.number() })
export type MenuItem = z.infer<typeof menuItemSchema>

/** What editors decided about a menu. */
export async function menuItems({ db }: Pick<Gawai, 'db'>, { menu, lang }: Menu): Promise<MenuItem[]> {
  return db
    .selectFrom('menu_item')
    .select(['target_id as target', 'position'])
    .where('menu', '=', menu)
    .where('lang', '=', lang)
    .orderBy('position')
    .orderBy('target_id')
    .execute()
}

/**
 * Says what stands in a menu and what does not. What comes later and nobody decides about stands behind it.
 *
 * @param items none at all leaves the menu to itself again
 * @returns what was decided before
 */
export async function arrangeMenu(
  unit: Unit,
  { menu, lang, items, by }: Menu & { items: readonly MenuItem[]; by: Id | undefined },
): Promise<MenuItem[]> {
  const before = await menuItems({ db: unit.tx }, { menu, lang })
  await unit.tx.deleteFrom('menu_item').where('menu', '=', menu).where('lang', '=', lang).execute()
  const rows = items.map(({ target, position }) => ({ menu, lang, target_id: target, position }))
  if (rows.length > 0) await unit.tx.insertInto('menu_item').values(rows).execute()
  const shown = items.filter(({ position }) => position > 0).length
  await record(unit, { by, action: 'menu.arranged', object: `menu:${menu}:${lang}`, details: { shown } })
  unit.drop(shellSubject(lang))
  return before
}

/** More than this is no navigation, unless editors want it so. */
const mostByItself = 7

/** The sections in the head: those that editors put there, then those at the root that nobody decided about. */
export function headSections(tree: readonly Section[]): { shown: Section[]; hasMore: boolean } {
  const chosen = tree
    .filter(({ head = 0 }) => head > 0)
    .toSorted(({ head: one = 0 }, { head: other = 0 }) => one - other)
  const roots = rootSections(tree)
  const undecided = roots.filter(({ head }) => head === undefined)
  const shown = [...chosen, ...undecided].slice(0, Math.max(mostByItself, chosen.length))
  return { shown, hasMore: roots.some((section) => !shown.includes(section)) }
}

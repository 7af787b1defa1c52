import { type Menu, type MenuItem, menuItems, sectionTree, standingPages } from '#articles'
import type { Visit } from '../route.ts'

const mostPages = 100

/** One thing that can stand in a menu, by its name. */
export interface NamedItem {
  target: number
  name: string
  isShown: boolean
}

/** Everything that can stand there: first what does, in its order. */
export async function namedItems({ gawai }: Pick<Visit, 'gawai'>, menu: Menu): Promise<NamedItem[]> {
  const [things, items] = [await thingsFor(gawai, menu), await menuItems(gawai, menu)]
  const placed = new Map(items.map(({ target, position }) => [target, position]))
  const rank = ({ target }: NamedItem) => placed.get(target) || Number.MAX_SAFE_INTEGER
  return things
    .map(({ target, name, isUsual }) => ({
      target,
      name,
      isShown: placed.has(target) ? placed.get(target) !== 0 : isUsual,
    }))
    .toSorted((one, other) => Number(other.isShown) - Number(one.isShown) || rank(one) - rank(other))
}

/** What can stand there, and whether it does when nobody decided about it. */
async function thingsFor(gawai: Visit['gawai'], { menu, lang }: Menu) {
  if (menu === 'head') {
    const tree = await sectionTree(gawai, lang)
    return tree.map(({ id, name, parent }) => ({ target: id, name, isUsual: parent === undefined }))
  }
  const pages = await standingPages(gawai, { lang, limit: mostPages })
  return pages.map(({ id, title }) => ({ target: id, name: title, isUsual: true }))
}

/** Those that are shown in that order, then the others without a position. */
export function inOrder(ordered: readonly number[], isShown: (target: number) => boolean): MenuItem[] {
  const [inside, outside] = [ordered.filter(isShown), ordered.filter((target) => !isShown(target))]
  return [
    ...inside.map((target, index) => ({ target, position: index + 1 })),
    ...outside.map((target) => ({ target, position: 0 })),
  ]
}

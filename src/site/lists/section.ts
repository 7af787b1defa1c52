import { findSection, type Section, sectionTree } from '#articles'
import type { Id } from '#platform/database/tables.ts'
import { type Edition, otherEdition } from '../edition.ts'
import { type ArticleList, listed } from './article-list.ts'

/** @param id of a section; undefined when it has no name in this language */
export async function sectionList(own: Edition, id: Id): Promise<ArticleList | undefined> {
  const tree = await sectionTree(own.gawai, own.lang)
  const section = tree.find((one) => one.id === id)
  if (!section) return undefined
  const other = otherEdition(own)?.lang
  const partner = other && (await findSection(own.gawai, id, other))
  return {
    ...listed(own, { kind: 'section', id }, section),
    label: { name: own.say('list.section'), path: own.paths.sections },
    above: aboveIn(tree, section),
    below: tree.filter(({ parent }) => parent === id),
    ...(partner && { partner: { lang: other, path: partner.path } }),
  }
}

function aboveIn(tree: readonly Section[], { id, parent }: Section): Section[] {
  const above = parent === undefined ? undefined : tree.find((one) => one.id === parent)
  // A ring of parents would never end.
  return above && above.id !== id
    ? [
        ...aboveIn(
          tree.filter((one) => one.id !== id),
          above,
        ),
        above,
      ]
    : []
}

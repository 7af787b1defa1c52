import {
  type ArticleLine,
  articleAtDesk,
  type DeskArticle,
  deskInTurn,
  ownedBy,
  type Ownership,
  ownershipsOf,
} from '#articles'
import { type Action, type Actor, can, must, type Owned } from '#people'
import type { Unit } from '#platform/database/unit.ts'
import { idIn } from '../forms/form.ts'
import type { Visit } from '../route.ts'

export const articleRoute = '/articles/:article{[1-9]\\d*}/'
export const sheetPath = (article: number): string => `/newsroom/articles/${article}/`

/** The article that an address names. @throws NotFound */
export const articleHere = ({ gawai, params }: Visit): Promise<DeskArticle> =>
  articleAtDesk(gawai, idIn(params, 'article'))

/** Which articles of a list somebody may write. */
export async function writableAmong(visit: Visit, lines: readonly ArticleLine[]): Promise<Set<number>> {
  const ids = lines.map(({ id }) => id)
  return can(visit.actor, 'articles.write') ? writableOf(visit, await ownershipsOf(visit.gawai, ids)) : new Set()
}

/** The same where it is known already who writes what. */
export function writableOf({ actor }: Visit, ownerships: ReadonlyMap<number, Ownership>): Set<number> {
  const mine = [...ownerships].filter(([, article]) => can(actor, 'articles.write', ownedBy(actor, article)))
  return new Set(mine.map(([id]) => id))
}

/** For `on` of a route: the article's, before its form is read. */
export const ownedHere = async (visit: Visit): Promise<Owned> => ownedBy(visit.actor, await articleHere(visit))

/**
 * The same inside a unit: the article may have moved to another section while a form was on its way, and nobody else
 * changes it from here on.
 *
 * @throws Forbidden, NotFound
 */
export async function mustTo(unit: Unit, actor: Actor, action: Action, article: number): Promise<DeskArticle> {
  const desk = await deskInTurn(unit, article)
  must(actor, action, ownedBy(actor, desk))
  return desk
}

/** The same of what readers see, which may stand in another section than what is written: both must be theirs. */
export async function mustToShown(unit: Unit, actor: Actor, action: Action, article: number): Promise<DeskArticle> {
  const desk = await mustTo(unit, actor, action, article)
  if (desk.published) must(actor, action, { ...ownedBy(actor, desk), sections: desk.published.sections })
  return desk
}

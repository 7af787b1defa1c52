import { articleAtDesk, type DeskArticle, ownedBy } from '#articles'
import { type Action, type Actor, must, type Owned } from '#people'
import type { Unit } from '#platform/database/unit.ts'
import { idIn } from '../form.ts'
import type { Visit } from '../route.ts'

export const articleRoute = '/articles/:article{[1-9]\\d*}/'
export const sheetPath = (article: number): string => `/newsroom/articles/${article}/`

/** The article that an address names. @throws NotFound */
export const articleHere = ({ gawai, params }: Visit): Promise<DeskArticle> =>
  articleAtDesk(gawai, idIn(params, 'article'))

/** For `on` of a route: the article's, before its form is read. */
export const ownedHere = async (visit: Visit): Promise<Owned> => ownedBy(visit.actor, await articleHere(visit))

/**
 * The same inside a unit, for what is taken back.
 *
 * @throws Forbidden, NotFound
 */
export async function mustTo(unit: Unit, actor: Actor, action: Action, article: number): Promise<void> {
  must(actor, action, ownedBy(actor, await articleAtDesk({ db: unit.tx }, article)))
}

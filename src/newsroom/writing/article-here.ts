import { articleAtDesk, type DeskArticle, type NamedSection, namedSections } from '#articles'
import type { Actor, Owned } from '#people'
import { idIn } from '../form.ts'
import type { Visit } from '../route.ts'

export const articleRoute = '/articles/:article{[1-9]\\d*}/'
export const sheetPath = (article: number): string => `/newsroom/articles/${article}/`

/** The article that an address names. @throws NotFound */
export const articleHere = ({ gawai, params }: Visit): Promise<DeskArticle> =>
  articleAtDesk(gawai, idIn(params, 'article'))

type Own = Pick<DeskArticle, 'begunBy' | 'content'>

/** Whose the article is, as far as rights ask: it belongs to who began it and to who signs it. */
export function ownedBy(actor: Actor, { begunBy, content }: Own, sections: readonly NamedSection[]): Owned {
  const isOwn = begunBy === actor.person || content.bylines.some(({ person }) => person === actor.person)
  return {
    owner: isOwn ? actor.account : null,
    sections: sections.find(({ id }) => id === content.section)?.line ?? [],
  }
}

export const ownedOf = async ({ gawai, actor }: Visit, article: Own): Promise<Owned> =>
  ownedBy(actor, article, article.content.section === undefined ? [] : await namedSections(gawai))

/** For `on` of a route: the article's, before its form is read. */
export const ownedHere = async (visit: Visit): Promise<Owned> => ownedOf(visit, await articleHere(visit))

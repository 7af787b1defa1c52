import type { Actor, Owned } from '#people'
import type { DeskArticle } from './at-desk.ts'

/** Whose an article is, as far as rights ask: it belongs to who began it and to who signs it. */
export const ownedBy = (
  actor: Pick<Actor, 'account' | 'person'>,
  { begunBy, content, sections }: Pick<DeskArticle, 'begunBy' | 'sections'> & { content: Signed },
): Owned => ({
  owner: isOwn(actor, begunBy, content) ? actor.account : null,
  sections,
})

type Signed = Pick<DeskArticle['content'], 'bylines'>

const isOwn = ({ person }: Pick<Actor, 'person'>, begunBy: number | null, { bylines }: Signed): boolean =>
  begunBy === person || bylines.some((byline) => byline.person === person)

import { factorsFor, hasSecondFactor, secondFactor } from '#people'
import { Forbidden } from '#platform/refusals.ts'
import type { Answer, Route, Visit } from '../route.ts'

/** Where a second factor is required, somebody who has none sees only what is their own. */
export async function mustEnrol({ gawai, actor }: Visit, route: Route): Promise<boolean> {
  if (isOwn(route) || gawai.settings.get(secondFactor) !== 'required') return false
  return !hasSecondFactor(await factorsFor(gawai.db, actor.account))
}

/** One's own ways of signing in, and what they ask for. */
const isOwn = ({ path }: Route): boolean => path.startsWith('/me/') || path.startsWith('/proof/')

/** @throws Forbidden for what would have been done */
export function enrolFirst({ method }: Route): Answer {
  if (method === 'GET') return { to: '/newsroom/me/' }
  throw new Forbidden('This newsroom asks for a second factor: add one first', { key: 'factors.enrolFirst' })
}

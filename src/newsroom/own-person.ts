import { can } from '#people'
import type { Visit } from './route.ts'

/** Whoever sees only what is their own gets no other, whatever they ask for. */
export const ownPerson = ({ actor }: Visit): number | undefined =>
  can(actor, 'articles.see', {}) ? undefined : actor.person

import { z } from 'zod'
import type { Id } from '#platform/database/tables.ts'
import { Forbidden } from '#platform/refusals.ts'
import type { Language } from '#platform/settings.ts'
import { type Action, type Reach, rights, type Role, roles } from './rights.ts'

/** A role, everywhere or in one section and all that lies below it. */
export const grantSchema = z.object({ role: z.enum(roles), section: z.number().exactOptional() })
export type Grant = z.infer<typeof grantSchema>

/** Somebody of the newsroom who is doing something. */
export interface Actor {
  account: Id
  person: Id
  name: string
  lang: Language
  grants: readonly Grant[]
}

/** What is done something to, as far as rights ask. */
export interface Owned {
  /** The account it belongs to. */
  owner?: Id | null | undefined
  /** The section it stands in, and those above. */
  sections?: readonly Id[]
}

/**
 * Whether somebody may do it: the one place that decides. Without an object: whether there is anything that they may
 * do it to, which is what a menu asks.
 */
export function can({ account, grants }: Actor, action: Action, object?: Owned): boolean {
  const row: Partial<Record<Role, Reach>> = rights[action]
  return grants.some(({ role, section }) => {
    const reach = row[role]
    if (reach === undefined) return false
    if (object === undefined) return true
    if (reach === 'own') return object.owner === account
    // A grant for one section reaches what stands in sections no further than that.
    return reach === 'all' || section === undefined || (object.sections ?? []).includes(section)
  })
}

/** @throws Forbidden when they may not */
export function must(actor: Actor, action: Action, object?: Owned): void {
  if (!can(actor, action, object))
    throw new Forbidden(`Your roles do not reach that far (${action}): ask an owner of this newsroom`, {
      key: 'refused.forbidden',
    })
}

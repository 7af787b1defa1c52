import { ownersOf } from '#media'
import { type Action, type Actor, must } from '#people'
import type { Id } from '#platform/database/tables.ts'
import type { Unit } from '#platform/database/unit.ts'

/** @throws Forbidden when there is a picture among them that somebody may not do it to */
export async function mustAll(unit: Unit, actor: Actor, action: Action, pictures: readonly Id[]): Promise<void> {
  for (const owner of await ownersOf(unit, pictures)) must(actor, action, { owner })
}

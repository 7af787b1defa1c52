import { actorOf, sessionOf } from '#people'
import { speaking } from './knock.ts'
import type { Knock, Visit } from './route.ts'

/** Whoever is signed in, in whole or with the second factor still to come, in their own language. */
export async function visitOf(knock: Knock): Promise<Visit | undefined> {
  const { gawai, token } = knock
  if (token === undefined) return undefined
  const session = await sessionOf(gawai, token)
  if (!session) return undefined
  const actor = await actorOf(gawai, session.account)
  return actor && { ...knock, ...speaking(gawai, actor.lang), actor, session }
}

import type { Id } from '#platform/database/tables.ts'
import type { Unit } from '#platform/database/unit.ts'
import type { Language } from '#platform/settings.ts'
import { emailKey } from '../account.ts'
import { record } from '../audit.ts'
import { newInvitation } from './new-invitation.ts'

interface Receiver {
  account: Id
  email: string
  name: string
  lang: Language
}

/**
 * A link with which somebody sets another password. It replaces the one that the same owner made for them; those of
 * others hold until one is used.
 *
 * @param by the owner who made it; undefined for whoever has the machine
 * @returns its token
 */
export const inviteToReset = (unit: Unit, asked: { account: Receiver; by?: Id }): Promise<string> =>
  linkFor(unit, { kind: 'reset', ...asked })

/** The same for whoever typed their address; nobody stands for it. It replaces none. @returns its token */
export const linkForForgotten = (unit: Unit, account: Receiver): Promise<string> =>
  linkFor(unit, { kind: 'forgotten', account })

async function linkFor(
  unit: Unit,
  { kind, account, by }: { kind: 'reset' | 'forgotten'; account: Receiver; by?: Id },
): Promise<string> {
  const { email, name, lang } = account
  await record(unit, { by, action: 'account.reset-link', object: `account:${account.account}` })
  return newInvitation(unit, {
    kind,
    email: emailKey(email),
    name,
    lang,
    grants: [],
    account: account.account,
    by,
  })
}

import {
  accountsPage,
  findAccount,
  findForLetter,
  type Grant,
  hasSecondFactor,
  invite,
  inviteToReset,
  isRole,
  removeFactors,
  roles,
  suspendAccount,
} from '#people'
import type { Gawai } from '#platform/gawai.ts'
import { mailAddress } from '#platform/mail/mail-address.ts'
import { Invalid, NotFound } from '#platform/refusals.ts'
import { siteLanguage } from '#platform/settings.ts'
import { type Command, type Line, withSite } from './command.ts'

type Deed = (gawai: Gawai, line: Line, words: readonly string[]) => Promise<void>

const help =
  'gawai user add NAME MAIL ROLE[,ROLE], gawai user list, gawai user link MAIL, gawai user suspend MAIL, gawai user clear MAIL'

/** `gawai user ...`: who may come into the newsroom, from the command line; for the first hour and for who is locked out. */
export const user: Command = async (line) => {
  const [name = '', ...words] = line.words
  const deed = Object.hasOwn(deeds, name) ? deeds[name] : undefined
  if (!deed) throw new Invalid(`"user" takes one of: ${help}`)
  return withSite(line, async ({ gawai }) => {
    await deed(gawai, line, words)
    return 0
  })
}

const linkOf = ({ origin }: Gawai, token: string) => `${origin}/newsroom/enter/${token}/`

/** Prints a link that makes the account. */
const add: Deed = async (gawai, { say }, words) => {
  const [name, mail, wanted, ...more] = words
  if (name === undefined || mail === undefined || wanted === undefined || more.length > 0)
    throw new Invalid(
      'user add takes a name, a mail address and roles: gawai user add "Wulan Sasmita" wulan@news.example editor',
    )
  const email = provenMail(mail)
  const grants = wanted.split(',').map(grantOf)
  const lang = gawai.settings.get(siteLanguage)
  const token = await gawai.write((unit) => invite(unit, { name: name.trim(), email, lang, grants }))
  const link = linkOf(gawai, token)
  say(`This link lets ${name} in, once, within seven days: ${link}`, { name, email, link })
}

function grantOf(word: string): Grant {
  const role = word.trim()
  if (!isRole(role)) throw new Invalid(`There is no role "${role}"; the roles are ${roles.join(', ')}`)
  return { role }
}

function provenMail(written: string): string {
  const parsed = mailAddress.safeParse(written)
  if (!parsed.success) throw new Invalid(`"${written}" is not a mail address such as name@news.example`)
  return parsed.data
}

const atOnce = 500

/** Prints everybody, one a line. */
const list: Deed = async (gawai, { say, isJson }) => {
  const accounts = []
  for (let after: { name: string; person: number } | undefined; ;) {
    const page = await accountsPage(gawai, { after, limit: atOnce })
    accounts.push(...page)
    const last = page.at(-1)
    if (!last || page.length < atOnce) break
    after = last
  }
  const rows = accounts.map(({ name, email, grants, factors, isSuspended }) => ({
    name,
    email,
    roles: grants.map(({ role, section }) => (section === undefined ? role : `${role} of section ${section}`)),
    hasSecondFactor: hasSecondFactor(factors),
    isSuspended,
  }))
  if (isJson) say('', { accounts: rows })
  else
    for (const row of rows)
      say(
        [
          row.name,
          row.email,
          row.roles.join(', '),
          ...(row.hasSecondFactor ? ['second factor'] : []),
          ...(row.isSuspended ? ['suspended'] : []),
        ].join(' · '),
        {},
      )
  if (rows.length === 0 && !isJson) say('Nobody has an account yet: "gawai serve" prints a link for the owner', {})
}

/** Prints a link that sets another password, for who is locked out. */
const link: Deed = async (gawai, { say }, words) => {
  const { name, address } = await gawai.write(async (unit) => {
    const account = await known(unit.tx, words)
    return { ...account, address: linkOf(gawai, await inviteToReset(unit, { account })) }
  })
  say(`With this link ${name} sets another password, once, within an hour: ${address}`, { name, link: address })
}

const suspend: Deed = async (gawai, { say }, words) => {
  const { name } = await gawai.write(async (unit) => {
    const account = await known(unit.tx, words)
    await suspendAccount(unit, { account: account.account, isSuspended: true, by: undefined })
    return account
  })
  say(`${name} cannot come in any more`, { name })
}

/** Takes every second factor and every link to another provider away, for who has lost them or shares them with a stranger. */
const clear: Deed = async (gawai, { say }, words) => {
  const { account, email } = await gawai.write(async (unit) => {
    const found = await known(unit.tx, words)
    await removeFactors(unit, { account: found.account, by: undefined })
    return found
  })
  const { name, hasPassword } = await findAccount(gawai, account)
  say(
    hasPassword
      ? `${name} comes in with the password alone now`
      : `${name} has no password, so "gawai user link ${email}" lets them in now`,
    { name, hasPassword },
  )
}

async function known(tx: Parameters<typeof findForLetter>[0], words: readonly string[]) {
  const [mail, ...more] = words
  if (mail === undefined || more.length > 0) throw new Invalid(`This takes one mail address: ${help}`)
  const account = await findForLetter(tx, { email: mail })
  if (!account)
    throw new NotFound(`Nobody who may come in has the address ${mail}; "gawai user list" shows who is there`)
  return account
}

const deeds: Record<string, Deed> = { add, list, link, suspend, clear }

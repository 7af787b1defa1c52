import type { Id } from '#platform/database/tables.ts'
import type { Unit } from '#platform/database/unit.ts'
import type { Gawai } from '#platform/gawai.ts'
import type { Say } from '#platform/i18n.ts'
import { letterText } from '#platform/mail/letter.ts'
import { oneLine } from '#platform/one-line.ts'
import { type Language, siteName } from '#platform/settings.ts'
import { findForLetter } from './accounts-list.ts'
import { browserName } from './doors/browser-name.ts'
import { forgottenEmail } from './doors/forgotten.ts'
import { linkForForgotten } from './doors/reset-link.ts'

type House = Pick<Gawai, 'mail' | 'words' | 'settings' | 'origin'>

/** What there is to tell: subject and words of each letter. */
const kinds = {
  invited: ['letters.invited.subject', 'letters.invited.words'],
  forgotten: ['letters.forgotten.subject', 'letters.forgotten.words'],
  passwordChanged: ['letters.passwordChanged.subject', 'letters.passwordChanged.words'],
  factorsChanged: ['letters.factorsChanged.subject', 'letters.factorsChanged.words'],
  rolesChanged: ['letters.rolesChanged.subject', 'letters.rolesChanged.words'],
  newPlace: ['letters.newPlace.subject', 'letters.newPlace.words'],
  tried: ['letters.tried.subject', 'letters.tried.words'],
} as const

const aDay = 24 * 60 * 60 * 1000

type Kind = keyof typeof kinds

interface Facts {
  to: string
  lang: Language
  about: Kind
  values?: Record<string, string>
  /** A whole address on a line of its own. */
  link?: string
  /** What to do for who did not expect it. */
  otherwise: string
  key?: string
}

/** A letter of the doors: what happened or can be done, a link, and what to do if it was somebody else. */
async function write(
  unit: Unit,
  house: House,
  { to, lang, about, link, otherwise, key, ...facts }: Facts,
): Promise<void> {
  const say = house.words.in(lang)
  const site = house.settings.get(siteName)
  const [subject, words] = kinds[about]
  const values = { ...facts.values, site, door: `${house.origin}/newsroom/forgotten/` }
  await house.mail.send(unit, {
    to,
    lang,
    subject: oneLine(say(subject, values)),
    text: letterText(
      [say(words, values), ...(link === undefined ? [] : [link]), say(otherwise, values)],
      [site, `${house.origin}/newsroom/`],
    ),
    ...(key !== undefined && { key }),
  })
}

/** Sends the link of an invitation to who is invited. The page shows it as well: mail may not arrive. */
export function mailInvitation(
  unit: Unit,
  house: House,
  { email, name, lang, link, by }: { email: string; name: string; lang: Language; link: string; by: string },
): Promise<void> {
  return write(unit, house, {
    to: email,
    lang,
    about: 'invited',
    values: { name, by },
    link,
    otherwise: 'letters.ignoreInvitation',
  })
}

/** Whoever owns an account hears of what happens to it. */
export function tellOwners(gawai: Gawai): void {
  const tell = (account: Id, about: Kind, id: Id | string, more: (say: Say) => Record<string, string> = () => ({})) =>
    gawai.write(async (unit) => {
      const found = await findForLetter(unit.tx, { account })
      if (!found) return
      const { email: to, lang, name } = found
      const key = `${about}:${id}`
      await write(unit, gawai, {
        to,
        lang,
        about,
        values: { ...more(gawai.words.in(lang)), name },
        otherwise: 'letters.wasNotYou',
        key,
      })
    })
  gawai.reactions
    .on('account.changed', 'tell-owner', ({ account, what }, { id }) => tell(account, `${what}Changed`, id))
    .on('account.new-place', 'tell-owner', ({ account, browser }, { id }) =>
      // Never what it calls itself: whoever signs in writes that, and could write a letter of their own with it.
      tell(account, 'newPlace', id, (say) => ({ browser: browserName(browser) || say('letters.unknownBrowser') })),
    )
    .on('account.tried', 'tell-owner', async ({ account }) => {
      // Whoever goes on trying does not fill their mailbox.
      if (account !== null) await tell(account, 'tried', `${account}:${Math.floor(gawai.clock.now() / aDay)}`)
    })
    .on('password.forgotten', 'mail-link', async (told) => mailResetLink(gawai, await forgottenEmail(gawai, told)))
}

/** If it runs twice, a second letter goes out, and both links hold until one is used. */
function mailResetLink(gawai: Gawai, email: string): Promise<void> {
  return gawai.write(async (unit) => {
    const found = await findForLetter(unit.tx, { email })
    if (!found) return
    const token = await linkForForgotten(unit, found)
    await write(unit, gawai, {
      to: found.email,
      lang: found.lang,
      about: 'forgotten',
      values: { name: found.name },
      link: `${gawai.origin}/newsroom/enter/${token}/`,
      otherwise: 'letters.ignore',
    })
  })
}

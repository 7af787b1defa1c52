import { findForLetter } from '#people'
import type { Id } from '#platform/database/tables.ts'
import type { Unit } from '#platform/database/unit.ts'
import type { Gawai } from '#platform/gawai.ts'
import { letterText } from '#platform/mail/letter.ts'
import { oneLine } from '#platform/one-line.ts'
import { siteName } from '#platform/settings.ts'

export type House = Pick<Gawai, 'mail' | 'words' | 'settings' | 'origin'>

/** What the pair tells each other by letter: subject and words. */
const kinds = {
  mentioned: ['pairLetters.mentioned', 'pairLetters.mentionedWords'],
  ready: ['pairLetters.ready', 'pairLetters.readyWords'],
  sentBack: ['pairLetters.sentBack', 'pairLetters.sentBackWords'],
} as const

interface Facts {
  account: Id
  about: keyof typeof kinds
  /** Who did it. */
  by: string
  title: string
  /** What they wrote about it. */
  words?: string
  /** Where it can be answered: a path. */
  link: string
  /** Of what is told once, however often it is done. */
  key: string
}

/** Headlines and names may be longer than what fits into the head of a letter. */
const longestTitle = 120
const longestSubject = 200

/** Tells somebody of the newsroom by letter. Who is kept out hears nothing. */
export async function tellByLetter(unit: Unit, house: House, facts: Facts): Promise<void> {
  const found = await findForLetter(unit.tx, { account: facts.account })
  if (!found) return
  const { email: to, name, lang } = found
  const say = house.words.in(lang)
  const site = house.settings.get(siteName)
  const title = facts.title === '' ? say('pairLetters.untitled') : facts.title.slice(0, longestTitle)
  const values = { name, by: facts.by, title }
  const [subject, words] = kinds[facts.about]
  const said = facts.words === undefined ? [] : [facts.words]
  await house.mail.send(unit, {
    to,
    lang,
    subject: oneLine(say(subject, values)).slice(0, longestSubject),
    text: letterText(
      [say(words, values), ...said, `${house.origin}${facts.link}`],
      [site, `${house.origin}/newsroom/`],
    ),
    key: facts.key,
  })
}

import type { DeskArticle, Held } from '#articles'
import type { Actor } from '#people'
import { type Html, html, nothing } from '#platform/html.ts'
import type { Visit } from '../route.ts'

/** What the script says that keeps what is typed. */
const sentences = [
  'keeping.saved',
  'keeping.saving',
  'keeping.unsaved',
  'keeping.noNetwork',
  'keeping.notKept',
  'keeping.refused',
  'keeping.signedOut',
  'keeping.signIn',
  'keeping.otherAccount',
  'keeping.held',
  'keeping.heldByYou',
  'keeping.lost',
  'keeping.takeOver',
  'keeping.takeOverSure',
  'keeping.takeOverYes',
  'keeping.cancel',
  'keeping.opened',
  'keeping.kept',
  'keeping.restore',
  'keeping.discard',
  'keeping.restored',
  'keeping.discarded',
  'keeping.undo',
  'keeping.merged',
  'keeping.somebody',
  'keeping.askTitle',
  'keeping.askLead',
  'keeping.askKept',
  'keeping.article',
  'keeping.part',
  'keeping.mine',
  'keeping.theirs',
  'keeping.takeMine',
  'keeping.takeTheirs',
  'keeping.takeBoth',
  'keeping.nothing',
  'keeping.merge',
] as const

/** The same where a number decides the form. */
const counted = ['keeping.blocksDiffer', 'keeping.fieldsDiffer', 'keeping.moreWords', 'keeping.fewerWords'] as const

/**
 * What that script must know of whoever writes, and its words, as an attribute of the form. A page that shows what was
 * typed and could not be saved has none: it goes on by hand, as it came.
 */
export function keepingFacts({ actor, say, time, entered }: Visit, { savedAt, savedBy }: DeskArticle): Html {
  if (entered['version'] !== undefined) return nothing
  const places = {
    time: '{time}',
    name: '{name}',
    problem: '{problem}',
    difference: '{difference}',
    number: '{number}',
  }
  const below = (key: string) => key.slice('keeping.'.length)
  const words = {
    ...Object.fromEntries(sentences.map((key) => [below(key), say(key, places)])),
    ...Object.fromEntries(counted.map((key) => [`${below(key)}_one`, say(key, { count: 1 })])),
    ...Object.fromEntries(
      counted.map((key) => [`${below(key)}_other`, say(key, { count: 2 }).replace('2', '{count}')]),
    ),
  }
  return html`data-keeping="${JSON.stringify({ account: actor.account, savedAt, savedBy, ...time, words })}"`
}

/** Who holds an article, as the script tells it: somebody else, or this person in another tab. */
export function heldFacts<Outcome extends { outcome: string }>({ person }: Actor, outcome: Outcome | Held) {
  if (outcome.outcome !== 'held' || !('by' in outcome)) return outcome
  return { ...outcome, by: { ...outcome.by, isYou: outcome.by.person === person } }
}

import type { Id } from '#platform/database/tables.ts'
import { formOf } from '../form.ts'
import type { DeviceRole } from '../tables.ts'
import type { FoundMention } from './find-mentions.ts'

/** A link of which the program is less sure is shown to readers only after an editor said yes. In percent. */
const shownFrom = 60

/** That an article speaks of a device: what becomes a row of `article_device`. */
export interface Link {
  device: Id
  role: DeviceRole
  /** The names by which the article calls it, each once. */
  forms: string[]
  /** Percent. */
  confidence: number
  isByEditor: boolean
  isShown: boolean
}

export interface Unknown {
  form: string
  words: string
  brand: Id | undefined
}

export interface Answer {
  form: string
  device: Id
  isRight: boolean
}

interface Said {
  text: string
  mentions: readonly FoundMention[]
  /** Editors' answers for this article. */
  answers: readonly Answer[]
  isDenied(device: Id, form: string): boolean
}

/** What follows from what was found in a text and what editors said of it: an editor outranks the program. */
export function linksOf({ text, mentions, answers, isDenied }: Said): { links: Link[]; unknown: Unknown[] } {
  const links = new Map<Id, Link>()
  const unknown = new Map<string, Unknown>()
  const meant = (form: string) => answers.filter((answer) => answer.form === form && answer.isRight)
  const isRefused = (form: string, device: Id) =>
    answers.some((answer) => answer.form === form && answer.device === device && !answer.isRight)

  function add(device: Id, words: string, more: Omit<Link, 'device' | 'forms'>): void {
    const { forms, role, ...link } = links.get(device) ?? { device, forms: [], ...more }
    const isKnown = forms.some((other) => formOf(other) === formOf(words))
    links.set(device, {
      ...link,
      role: strongest(role, more.role),
      forms: isKnown ? forms : [...forms, words],
      confidence: Math.max(link.confidence, more.confidence),
      isByEditor: link.isByEditor || more.isByEditor,
      isShown: link.isShown || more.isShown,
    })
  }

  for (const { kind, device, name, brand, confidence, start } of mentions) {
    if (kind !== 'device') continue
    const form = formOf(name)
    const role = roleAt(text, start)
    const said = meant(form)
    for (const answer of said) add(answer.device, name, { role, ...byEditor, isShown: true })
    if (said.length > 0) continue
    if (device === undefined) unknown.set(form, { form, words: name, brand: brand.id })
    else if (isRefused(form, device)) add(device, name, { role, ...byEditor, isShown: false })
    else if (!isDenied(device, form))
      add(device, name, { role, confidence, isByEditor: false, isShown: confidence >= shownFrom })
  }
  // What the program did not find at all, an editor did.
  const spaced = ` ${formOf(text)} `
  for (const { form, device, isRight } of answers)
    if (isRight && !links.has(device) && spaced.includes(` ${form} `))
      add(device, form, { role: 'mention', ...byEditor, isShown: true })
  return { links: [...links.values()], unknown: [...unknown.values()] }
}

const byEditor = { confidence: 100, isByEditor: true }

const ranks: DeviceRole[] = ['subject', 'compared', 'mention']
const strongest = (one: DeviceRole, other: DeviceRole): DeviceRole =>
  ranks.indexOf(one) <= ranks.indexOf(other) ? one : other

const comparing =
  /(?:^|[^\p{L}])(?:dibanding(?:kan)?|ketimbang|daripada|menyaingi|saingi|tandingi|kalahkan|mengalahkan|ungguli|penantang|pesaing|compared (?:to|with)|than|beats?|rivals?)\s+(?:[\p{L}]+\s+)?$/iu
const linesOfSubject = 2

/** What stands in the title (the first line) or the first paragraph is what it is about, but for what that is compared with. */
function roleAt(text: string, start: number): DeviceRole {
  const before = text.slice(0, start)
  if (comparing.test(before.slice(-60))) return 'compared'
  return before.split('\n').length <= linesOfSubject ? 'subject' : 'mention'
}

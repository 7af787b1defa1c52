import { type Html, html, nothing, raw } from '#platform/html.ts'
import { fieldWords } from './fields.ts'
import type { Knock } from '../route.ts'

interface FieldFacts {
  name: string
  /** Apart from others of the same name on a page. */
  id?: string
  /** What stands in it until somebody has typed something else. */
  value?: string
  type?: 'text' | 'email' | 'password' | 'search' | 'url' | 'date' | 'time' | 'number'
  /** What a browser may fill in (HTML, "Autofill"). */
  autocomplete?: string
  isOptional?: boolean
  /** Of letters, or of a number. */
  most?: number
  least?: number
  /** A sentence below the label. */
  hint?: string
  /** The keyboard of a phone. */
  inputmode?: 'numeric' | 'email' | 'url'
}

const idOf = (name: string) => `field-${name}`

/** One line to fill in, under its label. A refused form shows again what was typed. */
export function field(knock: Knock, facts: FieldFacts): Html {
  const { say, entered } = knock
  const { name, id = name, type = 'text', autocomplete, isOptional = false, most, least, hint, inputmode } = facts
  const value = type === 'password' ? '' : (entered[name] ?? facts.value ?? '')
  return html`<p class="field">
    ${label(say, name, id)}${hintView(id, hint)}${wrongView(knock, name, id)}
    <input
      id="${idOf(id)}"
      name="${name}"
      type="${type}"
      value="${value}"
      ${autocomplete === undefined ? nothing : html`autocomplete="${autocomplete}"`}
      ${most === undefined ? nothing : type === 'number' ? html`max="${most}"` : html`maxlength="${most}"`}
      ${least === undefined ? nothing : html`min="${least}"`}
      ${inputmode === undefined ? nothing : html`inputmode="${inputmode}"`}
      ${describedBy(knock, { name, id, hint })}
      ${isOptional ? nothing : raw('required')}
    />
  </p> `
}

/**
 * Whose password it is, for who keeps passwords for people: a browser, a password manager. Nobody sees it, and without a
 * name it is not sent: no form has to know of it.
 */
export const usernameView = (email: string): Html =>
  html`<input type="email" value="${email}" autocomplete="username" hidden readonly /> `

/** Several lines. */
export const area = (knock: Knock, facts: AreaFacts): Html => areaView(knock, facts, 4)

/** A whole file. */
export const longArea = (knock: Knock, facts: AreaFacts): Html => areaView(knock, facts, 16)

type AreaFacts = Pick<FieldFacts, 'name' | 'id' | 'value' | 'hint' | 'most'>

function areaView(knock: Knock, facts: AreaFacts, rows: number): Html {
  const { say, entered } = knock
  const { name, id = name, hint, most } = facts
  return html`<p class="field">
    ${label(say, name, id)}${hintView(id, hint)}${wrongView(knock, name, id)}
    <textarea
      id="${idOf(id)}"
      name="${name}"
      rows="${rows}"
      ${most === undefined ? nothing : html`maxlength="${most}"`}
      ${describedBy(knock, { name, id, hint })}
    >
${entered[name] ?? facts.value ?? ''}</textarea>
  </p> `
}

/** One of a few. */
export function choice(
  knock: Knock,
  { name, value = '', options, hint }: { name: string; value?: string; options: readonly Option[]; hint?: string },
): Html {
  const { say, entered } = knock
  const chosen = entered[name] ?? value
  return html`<p class="field">
    ${label(say, name)}${hintView(name, hint)}${wrongView(knock, name)}
    <select id="${idOf(name)}" name="${name}" ${describedBy(knock, { name, hint })}>
      ${options.map((option) => html`<option value="${option.value}" ${option.value === chosen ? raw('selected') : nothing}>${option.words}</option> `)}
    </select>
  </p> `
}

/** One of the values that a field may have, and what it is called. */
export interface Option {
  value: string
  words: string
}

const label = (say: Knock['say'], name: string, id = name): Html =>
  html`<label for="${idOf(id)}">${say(fieldWords[name] ?? name)}</label> `

const hintView = (id: string, hint: string | undefined): Html =>
  hint === undefined ? nothing : html`<span class="hint" id="hint-${id}">${hint}</span> `

/** What is wrong stands where it is mended (WCAG 2.2, 3.3.1). */
const wrongView = ({ wrong }: Knock, name: string, id = name): Html =>
  wrong[name] === undefined ? nothing : html`<span class="wrong" id="wrong-${id}">${wrong[name]}</span> `

/** Whoever hears the page hears hint and trouble with the field (WCAG 2.2, 1.3.1). */
function describedBy(
  { wrong }: Knock,
  { name, id = name, hint }: { name: string; id?: string; hint: string | undefined },
): Html {
  const isWrong = wrong[name] !== undefined
  const ids = [...(hint === undefined ? [] : [`hint-${id}`]), ...(isWrong ? [`wrong-${id}`] : [])]
  return html`${ids.length === 0 ? nothing : html`aria-describedby="${ids.join(' ')}"`}
  ${isWrong ? raw('aria-invalid="true"') : nothing}`
}

/** The languages, each in its own words. */
export const languageOptions: readonly Option[] = [
  { value: 'id', words: 'Bahasa Indonesia' },
  { value: 'en', words: 'English' },
]

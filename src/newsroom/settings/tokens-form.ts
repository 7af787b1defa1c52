import { lookTokens } from '#look/theme.ts'
import {
  type ColourName,
  colourNames,
  coloursOf,
  letterings,
  measures,
  type Scheme,
  schemes,
  sizes,
  type Tokens,
} from '#look/tokens.ts'
import { type Html, html } from '#platform/html.ts'
import { choice, field } from '../forms/fields-view.ts'
import type { Visit } from '../route.ts'
import { colourField, colourWords, lookForm, schemeWords, tokensIn } from './look-form.ts'

/** What is being tried: in the address of a preview, or typed and refused; else what holds. */
export function tokensAsked({ url, entered, gawai }: Visit): Tokens {
  const tried = lookForm.safeParse({ ...Object.fromEntries(url.searchParams), ...entered })
  return tried.success ? tokensIn(tried.data) : gawai.settings.get(lookTokens)
}

/**
 * The tokens as a form.
 *
 * @param room where it goes; `usual/` below that brings back the usual ones
 */
export function tokensView(visit: Visit, tokens: Tokens, room: string): Html {
  const { say } = visit
  const { text = 'usual', headline = 'usual', letters = 'serif', measure = measures.usual } = tokens
  const options = (of: readonly (keyof typeof sizeWords)[]) =>
    of.map((value) => ({ value, words: say(sizeWords[value]) }))
  return html`<div>
    <form method="post" action="${room}" data-look>
      <table class="data-table colours">
        <thead>
          <tr>
            <th scope="col">${say('look.colour')}</th>
            ${schemes.map((scheme) => html`<th scope="col">${say(schemeWords[scheme])}</th> `)}
          </tr>
        </thead>
        <tbody>
          ${colourNames.map(
            (name) =>
              html`<tr>
                <th scope="row">${say(colourWords[name])}</th>
                ${schemes.map((scheme) => html`<td>${colourInput(visit, scheme, name, coloursOf(tokens, scheme)[name])}</td> `)}
              </tr> `,
          )}
        </tbody>
      </table>
      ${choice(visit, { name: 'text', value: text, options: options(sizes) })}
      ${choice(visit, { name: 'headline', value: headline, options: options(sizes) })}
      ${choice(visit, { name: 'letters', value: letters, options: options(letterings) })}
      ${field(visit, { name: 'measure', type: 'number', value: String(measure), least: measures.least, most: measures.most, hint: say('look.measureHint') })}
      <p>
        <button>${say('form.save')}</button>
        <button formmethod="get">${say('look.showPreview')}</button>
        <button form="usual-look">${say('look.reset')}</button>
      </p>
    </form>
    <form method="post" action="${room}usual/" id="usual-look"></form>
  </div>`
}

const sizeWords = {
  small: 'look.small',
  usual: 'look.usual',
  large: 'look.large',
  serif: 'look.serif',
  sans: 'look.sans',
} as const

const colourInput = ({ say, entered }: Visit, scheme: Scheme, name: ColourName, value: string): Html =>
  html`<input
    type="color"
    name="${colourField(scheme, name)}"
    value="${entered[colourField(scheme, name)] ?? value}"
    aria-label="${say(colourWords[name])}, ${say(schemeWords[scheme])}"
  />`

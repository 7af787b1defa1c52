import { z } from 'zod'
import { must } from '#people'
import { lookTheme, lookTokens } from '#look/theme.ts'
import { longestTheme, themeProblem } from '#look/theme-css.ts'
import {
  changedProperties,
  type ColourName,
  colourNames,
  coloursOf,
  letterings,
  measures,
  propertiesOf,
  type Scheme,
  schemes,
  sizes,
  type Tokens,
} from '#look/tokens.ts'
import { type Html, html } from '#platform/html.ts'
import { securityHeaders } from '#platform/http/security-headers.ts'
import { choice, field, longArea } from '../fields-view.ts'
import { tellDone } from '../notice.ts'
import { type Page, route, type Visit } from '../route.ts'
import { guardedUndoing } from '../undo.ts'
import { changeSettings, type NamedSettings } from './change-settings.ts'
import { colourField, colourWords, lookForm, refuseFaint, schemeWords, tokensIn } from './look-form.ts'
import { contrastView, previewView } from './look-preview.ts'
import { settingsNav } from './settings-nav.ts'

const here = '/newsroom/settings/look/'
const room = '/newsroom/settings/'

const named = { tokens: lookTokens, theme: lookTheme } satisfies NamedSettings

/** Colours, letters and sizes, with what they make of the site; and a style sheet of one's own. */
async function lookPage(visit: Visit): Promise<Page> {
  const { say, gawai } = visit
  const tokens = tokensAsked(visit)
  return {
    title: say('look.title'),
    lead: say('look.lead'),
    room,
    isWide: true,
    body: html`${settingsNav(visit, here)}
      <div class="look">
        ${tokensView(visit, tokens)}
        <div>
          <h2>${say('look.preview')}</h2>
          ${await previewView(visit)} ${contrastView(visit, tokens)}
        </div>
      </div>
      <section>
        <h2>${say('look.theme')}</h2>
        <p class="quiet">${say('look.themeWords')}</p>
        <form method="post" action="${here}theme/" enctype="multipart/form-data">
          ${longArea(visit, { name: 'theme', value: gawai.settings.get(lookTheme), most: longestTheme })}
          <p class="field">
            <label for="field-themeFile">${say('look.themeFile')}</label>
            <input id="field-themeFile" name="themeFile" type="file" accept=".css,text/css" />
          </p>
          <p><button>${say('form.save')}</button></p>
        </form>
      </section>`,
  }
}

function tokensView(visit: Visit, tokens: Tokens): Html {
  const { say } = visit
  const { text = 'usual', headline = 'usual', letters = 'serif', measure = measures.usual } = tokens
  const options = (of: readonly (keyof typeof sizeWords)[]) =>
    of.map((value) => ({ value, words: say(sizeWords[value]) }))
  return html`<div>
    <form method="post" action="${here}" data-look>
      <table class="sheet colours">
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
    <form method="post" action="${here}usual/" id="usual-look"></form>
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

/** What is being tried: in the address of a preview, or typed and refused; else what holds. */
function tokensAsked({ url, entered, gawai }: Visit): Tokens {
  const tried = lookForm.safeParse({ ...Object.fromEntries(url.searchParams), ...entered })
  return tried.success ? tokensIn(tried.data) : gawai.settings.get(lookTokens)
}

/** The tokens of a preview, for the browser that shows it: a style attribute would be refused, and rightly. */
async function previewSheet(visit: Visit): Promise<Response> {
  const rules = [...propertiesOf(tokensAsked(visit))].map(([name, value]) => `${name}: ${value};`)
  const headers = { ...securityHeaders, 'cache-control': 'no-store', 'content-type': 'text/css; charset=utf-8' }
  return new Response(`.preview { ${rules.join(' ')} }\n`, { headers })
}

/** Without what is as usual anyway, so that a later change of the usual reaches this site. */
function onlyChanged(tokens: Tokens): Tokens {
  return changedProperties(tokens).length === 0 ? {} : tokens
}

const saying = async ({ gawai, actor }: Visit, values: Record<string, unknown>, key: string) => ({
  to: here,
  notice: await gawai.write(async (unit) => {
    const before = await changeSettings(unit, gawai.settings, { named, values, by: actor.account })
    return tellDone(unit, actor.account, { key }, { kind: 'look', payload: before })
  }),
})

const owners = { needs: 'settings.change', isDangerous: true } as const

const themeForm = z.strictObject({
  theme: z.string(),
  themeFile: z.union([z.file().max(longestTheme), z.literal('')]).optional(),
})

/** How what is done here is taken back. */
export const lookUndoes = {
  look: guardedUndoing(z.record(z.string(), z.unknown()), async (unit, values, actor, { settings }) => {
    must(actor, 'settings.change')
    await changeSettings(unit, settings, { named, values, by: actor.account })
  }),
}

export const lookRoutes = [
  route.guardedPage('/settings/look/', 'settings.change', lookPage),
  route.page('/settings/look/preview.css', 'settings.change', previewSheet),
  route.deed({
    path: '/settings/look/',
    ...owners,
    form: lookForm,
    again: lookPage,
    async handle(visit, form) {
      const tokens = tokensIn(form)
      refuseFaint(tokens, visit)
      return saying(visit, { tokens: onlyChanged(tokens) }, 'look.saved')
    },
  }),
  route.deed({
    path: '/settings/look/usual/',
    ...owners,
    form: z.strictObject({}),
    handle: (visit) => saying(visit, { tokens: {} }, 'look.wasReset'),
  }),
  route.deed({
    path: '/settings/look/theme/',
    ...owners,
    form: themeForm,
    again: lookPage,
    async handle(visit, { theme: typed, themeFile }) {
      const given = themeFile instanceof File && themeFile.size > 0 ? await themeFile.text() : typed
      const theme = given.replaceAll('\r\n', '\n')
      const problem = themeProblem(theme)
      if (problem) throw problem
      return saying(visit, { theme }, 'look.themeSaved')
    },
  }),
]

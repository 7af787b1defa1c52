import { z } from 'zod'
import { lookTheme, lookTokens } from '#look/theme.ts'
import { longestTheme, themeProblem } from '#look/theme-css.ts'
import { changedProperties, propertiesOf, type Tokens } from '#look/tokens.ts'
import { html } from '#platform/html.ts'
import { securityHeaders } from '#platform/http/security-headers.ts'
import { longArea } from '../forms/fields-view.ts'
import { tellDone } from '../notice.ts'
import { type Page, route, type Visit } from '../route.ts'
import { changeSettings, type NamedSettings, settingsUndoing } from './change-settings.ts'
import { lookForm, refuseFaint, tokensIn } from './look-form.ts'
import { contrastView, previewView } from './look-preview.ts'
import { settingsNav } from './settings-nav.ts'
import { tokensAsked, tokensView } from './tokens-form.ts'

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
        ${tokensView(visit, tokens, here)}
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

const undoLook = settingsUndoing('look', named)

/** How what is done here is taken back. */
export const lookUndoes = [undoLook]

const saying = async ({ gawai, actor }: Visit, values: Record<string, unknown>, key: string) => ({
  to: here,
  notice: await gawai.write(async (unit) => {
    const before = await changeSettings(unit, gawai.settings, { named, values, by: actor.account })
    return tellDone(unit, actor.account, { key }, undoLook.step(before))
  }),
})

const owners = { needs: 'settings.change', isDangerous: true } as const

const themeForm = z.strictObject({
  theme: z.string(),
  themeFile: z.union([z.file().max(longestTheme), z.literal('')]).optional(),
})

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

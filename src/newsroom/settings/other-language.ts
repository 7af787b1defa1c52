import { z } from 'zod'
import { publishedIn } from '#articles'
import { type Html, html } from '#platform/html.ts'
import { Conflict } from '#platform/refusals.ts'
import { hiddenLanguage, isShown, type Language, languages, siteLanguage } from '#platform/settings.ts'
import { tellDone } from '../notice.ts'
import { route, type Visit } from '../route.ts'
import { changeSettings, settingsUndoing } from './change-settings.ts'

const settingsPage = '/newsroom/settings/'
const named = { hiddenLanguage }
const languageWords = { id: 'settings.languageId', en: 'settings.languageEn' } as const satisfies Record<
  Language,
  string
>

function ownAndOther(settings: Visit['gawai']['settings']): { own: Language; other: Language } {
  const own = settings.get(siteLanguage)
  return { own, other: languages.find((lang) => lang !== own) ?? own }
}

/** Whether readers are shown the language beside that of the root, and how much would go with it. */
export async function otherLanguageView({ gawai, say }: Visit): Promise<Html> {
  const { own, other } = ownAndOther(gawai.settings)
  const said = { language: say(languageWords[other]), own: say(languageWords[own]) }
  const counted = { ...said, count: await publishedIn(gawai, other) }
  const { words, value, button } = isShown(gawai.settings, other)
    ? {
        words: `${say('settings.otherShown', counted)} ${say('settings.hidingMeans', counted)}`,
        value: other,
        button: say('settings.hide', said),
      }
    : { words: say('settings.otherHidden', counted), value: 'none', button: say('settings.show', said) }
  return html`<section>
    <h2>${say('settings.otherLanguage')}</h2>
    <p>${words}</p>
    <form method="post" action="${settingsPage}language/">
      <p><button name="hiddenLanguage" value="${value}">${button}</button></p>
    </form>
  </section>`
}

const form = z.strictObject({ hiddenLanguage: hiddenLanguage.schema })

const undoLanguage = settingsUndoing('language', named)

/** How what is done here is taken back. */
export const otherLanguageUndoes = [undoLanguage]

export const otherLanguageRoutes = [
  route.deed({
    path: '/settings/language/',
    needs: 'settings.change',
    isDangerous: true,
    form,
    async handle({ gawai, actor, say }, values) {
      const { settings } = gawai
      const { own, other } = ownAndOther(settings)
      if (values.hiddenLanguage === own) throw rootStays(say(languageWords[own]))
      const key = values.hiddenLanguage === 'none' ? 'settings.wasShown' : 'settings.wasHidden'
      const count = await publishedIn(gawai, other)
      const notice = await gawai.write(async (unit) => {
        const before = await changeSettings(unit, settings, { named, values, by: actor.account })
        const said = { key, values: { language: say(languageWords[other]), count } }
        return tellDone(unit, actor.account, said, undoLanguage.step(before))
      })
      return { to: settingsPage, notice }
    },
  }),
]

const rootStays = (language: string) =>
  new Conflict(
    `${language} stands at the main address and cannot be switched off: choose the other language for it first`,
    { key: 'settings.rootStays', values: { language } },
  )

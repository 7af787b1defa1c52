import { z } from 'zod'
import { permalinkExample, permalinkPattern } from '#articles'
import { type Html, html } from '#platform/html.ts'
import { Refusal, sentenceOf } from '#platform/refusals.ts'
import { type Setting, siteDescription, siteLanguage, siteName, siteZone } from '#platform/settings.ts'
import { area, choice, field, languageOptions } from '../forms/fields-view.ts'
import { tellDone } from '../notice.ts'
import { type Page, route, type Visit } from '../route.ts'
import { changeSettings, type NamedSettings, settingsUndoing } from './change-settings.ts'
import { otherLanguageView } from './other-language.ts'
import { settingsNav } from './settings-nav.ts'

const here = '/newsroom/settings/'

const named = {
  siteName,
  descriptionId: siteDescription.id,
  descriptionEn: siteDescription.en,
  siteLanguage,
  zone: siteZone,
  permalink: permalinkPattern,
} satisfies NamedSettings

/** What the site is called, which language stands at its root, whose clock it follows, and how addresses are made. */
async function sitePage(asking: Visit): Promise<Page> {
  const visit = withExample(asking)
  const { say, gawai } = visit
  const is = (setting: Setting<string>) => gawai.settings.get(setting)
  const [site, zone, permalink] = [is(siteName), is(siteZone), is(permalinkPattern)]
  return {
    title: say('settings.title'),
    lead: say('settings.lead'),
    room: here,
    body: html`${settingsNav(visit, here)}
      <form method="post" action="${here}">
        ${field(visit, { name: 'siteName', value: site, most: 80, autocomplete: 'off' })}
        ${area(visit, { name: 'descriptionId', value: is(siteDescription.id), most: 300 })}
        ${area(visit, { name: 'descriptionEn', value: is(siteDescription.en), most: 300 })}
        ${choice(visit, { name: 'siteLanguage', value: gawai.settings.get(siteLanguage), options: languageOptions, hint: say('settings.siteLanguageHint') })}
        ${choice(visit, { name: 'zone', value: zone, options: zonesWith(zone) })}
        ${field(visit, { name: 'permalink', value: permalink, most: 200, autocomplete: 'off', hint: say('settings.permalinkHint') })}
        ${exampleView(visit, visit.entered['permalink'] ?? permalink)}
        <p>
          <button>${say('form.save')}</button>
          <button formmethod="get" formnovalidate>${say('settings.showExample')}</button>
        </p>
      </form>
      ${await otherLanguageView(visit)}`,
  }
}

/** Whoever asks for an example sees again what they had typed. */
function withExample(visit: Visit): Visit {
  const typed = [...visit.url.searchParams].filter(([name]) => Object.hasOwn(named, name))
  return { ...visit, entered: { ...Object.fromEntries(typed), ...visit.entered } }
}

function exampleView({ say, gawai }: Visit, pattern: string): Html {
  const words = { slug: say('settings.exampleSlug'), section: say('settings.exampleSection'), author: 'wulan-sasmita' }
  try {
    const path = permalinkExample(gawai.settings, pattern, { now: gawai.clock.now(), ...words })
    return html`<p class="hint">${say('settings.example')} <code>${gawai.origin}${path}</code></p>`
  } catch (error) {
    if (!(error instanceof Refusal)) throw error
    return html`<p class="hint">${sentenceOf(error, say)}</p>`
  }
}

const zones = Intl.supportedValuesOf('timeZone')
const zonesWith = (own: string) =>
  [...new Set([...zones, own])].toSorted().map((zone) => ({ value: zone, words: zone.replaceAll('_', ' ') }))

const form = z.strictObject({
  siteName: siteName.schema,
  descriptionId: siteDescription.id.schema,
  descriptionEn: siteDescription.en.schema,
  siteLanguage: siteLanguage.schema,
  zone: siteZone.schema,
  permalink: permalinkPattern.schema,
})

const undoSettings = settingsUndoing('settings', named)

/** How what is done here is taken back. */
export const settingsUndoes = [undoSettings]

export const siteRoutes = [
  route.guardedPage('/settings/', 'settings.change', sitePage),
  route.deed({
    path: '/settings/',
    needs: 'settings.change',
    isDangerous: true,
    form,
    again: sitePage,
    async handle({ gawai, actor }, values) {
      const { settings, clock } = gawai
      permalinkExample(settings, values.permalink, { now: clock.now(), slug: 'a', section: 'a', author: 'a' })
      const notice = await gawai.write(async (unit) => {
        const before = await changeSettings(unit, settings, { named, values, by: actor.account })
        return tellDone(unit, actor.account, { key: 'settings.saved' }, undoSettings.step(before))
      })
      return { to: here, notice }
    },
  }),
]

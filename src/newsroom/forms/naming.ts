import { z } from 'zod'
import { type Html, html } from '#platform/html.ts'
import { type Language, language, languages } from '#platform/settings.ts'
import { slugOf } from '#platform/slug.ts'
import { area, field, languageOptions } from './fields-view.ts'
import { line } from './form.ts'
import type { Visit } from '../route.ts'

/** How something goes by in one language, and where it stands in it. */
interface Named {
  name: string
  slug: string
  description: string
  path: string
}
type Names = Partial<Record<Language, Named>>

const nameFields = { name: line(200), about: z.string().trim().max(1000), slug: z.string().trim().max(80) }

/** The form with which something gets its name in one language. */
export const namingForm = z.strictObject({ ...nameFields, lang: language })

/** The same for something new: the form's own field for the language, which does not follow whoever fills it in. */
export const newNameFields = { ...nameFields, editionLang: language }

/** What was typed, as the verbs take it: without a slug, the name gives it. */
export const wordsOf = ({ name, about, slug }: { name: string; about: string; slug: string }) => ({
  name,
  description: about,
  slug: slugOf(slug || name),
})

/** What it is called in the language of who asks, or else in another. */
export const nameIn = ({ lang }: Pick<Visit, 'lang'>, names: Names): string | undefined =>
  names[lang]?.name ?? languages.map((one) => names[one]?.name).find((name) => name !== undefined)

/**
 * The name of something in one language, what it is and its address, as a form.
 *
 * @param action where the form goes
 * @param slugHint what another slug does to its address
 */
export function namingView(
  visit: Visit,
  lang: Language,
  { names, action, slugHint }: { names: Names; action: string; slugHint: string },
): Html {
  const { say } = visit
  const words = names[lang]
  // What was typed for one language is not shown in the other's form.
  const asking = visit.entered['lang'] === lang ? visit : { ...visit, entered: {}, wrong: {} }
  const at = (name: string) => ({ name, id: `${name}-${lang}` })
  return html`<section>
    <h2>${languageOptions.find(({ value }) => value === lang)?.words}</h2>
    ${words ? html`<p class="on"><a href="${words.path}">${words.path}</a></p>` : html`<p class="quiet">${say('sections.noName')}</p>`}
    <form method="post" action="${action}">
      <input type="hidden" name="lang" value="${lang}" />
      ${field(asking, { ...at('name'), value: words?.name ?? '', most: 200, autocomplete: 'off' })}
      ${area(asking, { ...at('about'), value: words?.description ?? '', most: 1000 })}
      ${field(asking, { ...at('slug'), value: words?.slug ?? '', most: 80, autocomplete: 'off', isOptional: true, hint: slugHint })}
      <p><button>${say('form.save')}</button></p>
    </form>
  </section> `
}

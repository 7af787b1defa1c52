import { z } from 'zod'
import { addSection, changeSection, type NamedSection, namedSections, removeSection } from '#articles'
import { can, must } from '#people'
import { type Html, html, nothing } from '#platform/html.ts'
import { NotFound } from '#platform/refusals.ts'
import { type Language, languages } from '#platform/settings.ts'
import { slugOf } from '#platform/slug.ts'
import { area, choice, field, languageOptions } from '../fields-view.ts'
import { idField, idIn, line } from '../form.ts'
import { tellDone } from '../notice.ts'
import { type Page, route, type Visit } from '../route.ts'
import { undoing } from '../undo.ts'
import { nameOf, sectionPath, sectionsRoom } from './section-name.ts'

/** @throws Forbidden when it is no section of theirs */
async function wanted({ gawai, actor, params }: Visit): Promise<NamedSection> {
  const id = idIn(params, 'section')
  const section = (await namedSections(gawai)).find((one) => one.id === id)
  if (!section) throw new NotFound('There is no such section', { key: 'refused.nothingHere' })
  must(actor, 'sections.change', { sections: section.line })
  return section
}

/** One section: its name, what it is, and its address in each language. */
async function sectionPage(visit: Visit): Promise<Page> {
  const { say } = visit
  const section = await wanted(visit)
  return {
    title: nameOf(visit, section),
    lead: say('sections.oneLead'),
    room: sectionsRoom,
    body: html`${languages.map((lang) => wordsView(visit, section, lang))}`,
  }
}

/** What was typed for one language is not shown in the other's form. */
const asTyped = (visit: Visit, lang: Language): Visit =>
  visit.entered['lang'] === lang ? visit : { ...visit, entered: {} }

function wordsView(visit: Visit, { id, names }: NamedSection, lang: Language): Html {
  const { say, actor } = visit
  const words = names[lang]
  if (!words && !can(actor, 'sections.add')) return nothing
  const asking = asTyped(visit, lang)
  const at = (name: string) => ({ name, id: `${name}-${lang}` })
  return html`<section>
    <h2>${languageOptions.find(({ value }) => value === lang)?.words}</h2>
    ${words ? html`<p class="on"><a href="${words.path}">${words.path}</a></p>` : html`<p class="quiet">${say('sections.noName')}</p>`}
    <form method="post" action="${sectionPath(id)}">
      <input type="hidden" name="lang" value="${lang}" />
      ${field(asking, { ...at('name'), value: words?.name ?? '', most: 200, autocomplete: 'off' })}
      ${area(asking, { ...at('about'), value: words?.description ?? '', most: 1000 })}
      ${field(asking, { ...at('slug'), value: words?.slug ?? '', most: 80, autocomplete: 'off', isOptional: true, hint: say('sections.slugHint') })}
      <p><button>${say('form.save')}</button></p>
    </form>
  </section> `
}

async function newPage(visit: Visit): Promise<Page> {
  const { say, gawai, lang } = visit
  const all = await namedSections(gawai)
  const above = all.map((section) => ({
    value: String(section.id),
    words: `${'– '.repeat(section.depth)}${nameOf(visit, section)}`,
  }))
  return {
    title: say('sections.add'),
    room: sectionsRoom,
    body: html`<form method="post" action="${sectionsRoom}new/">
      ${choice(visit, { name: 'editionLang', value: lang, options: languageOptions })}
      ${field(visit, { name: 'name', most: 200, autocomplete: 'off' })} ${area(visit, { name: 'about', most: 1000 })}
      ${choice(visit, { name: 'parent', options: [{ value: '', words: say('sections.root') }, ...above] })}
      ${field(visit, { name: 'slug', most: 80, autocomplete: 'off', isOptional: true, hint: say('sections.newSlugHint') })}
      <p><button>${say('sections.add')}</button></p>
    </form>`,
  }
}

const words = { name: line(200), about: z.string().trim().max(1000), slug: z.string().trim().max(80) }
const keptWords = z.object({
  section: z.number(),
  lang: z.enum(['id', 'en']),
  name: z.string(),
  description: z.string(),
  slug: z.string(),
})

/** How what is done here is taken back. */
export const sectionUndoes = {
  'section.words': undoing(keptWords, async (unit, kept, actor, gawai) => {
    const section = (await namedSections({ db: unit.tx })).find(({ id }) => id === kept.section)
    must(actor, 'sections.change', { sections: section?.line ?? [] })
    await changeSection(unit, gawai.settings, { ...kept, by: actor.account })
  }),
  'section.added': undoing(z.object({ section: z.number() }), async (unit, { section }, actor) => {
    must(actor, 'sections.add')
    await removeSection(unit, { section, by: actor.account })
  }),
}

export const sectionRoutes = [
  route.page('/sections/new/', 'sections.add', newPage),
  route.deed({
    path: '/sections/new/',
    needs: 'sections.add',
    form: z.strictObject({ ...words, editionLang: z.enum(['id', 'en']), parent: z.union([z.literal(''), idField]) }),
    again: newPage,
    async handle({ gawai, actor }, { name, about, slug, editionLang: lang, parent }) {
      const given = { lang, name, description: about, slug: slug === '' ? slugOf(name) : slugOf(slug) }
      const { section, notice } = await gawai.write(async (unit) => {
        const wish = { ...given, ...(parent !== '' && { parent }), by: actor.account }
        const id = await addSection(unit, gawai.settings, wish)
        const undo = { kind: 'section.added', payload: { section: id } }
        return {
          section: id,
          notice: await tellDone(unit, actor.account, { key: 'sections.added', values: { name } }, undo),
        }
      })
      return { to: sectionPath(section), notice }
    },
  }),
  route.page('/sections/:section{[1-9]\\d*}/', 'sections.change', sectionPage),
  route.deed({
    path: '/sections/:section{[1-9]\\d*}/',
    needs: 'sections.change',
    on: async (visit) => ({ sections: (await wanted(visit)).line }),
    form: z.strictObject({ ...words, lang: z.enum(['id', 'en']) }),
    again: sectionPage,
    async handle(visit, { name, about, slug: typed, lang }) {
      const { gawai, actor } = visit
      const section = await wanted(visit)
      const slug = typed === '' ? slugOf(name) : slugOf(typed)
      const wish = { section: section.id, lang, name, description: about, slug, by: actor.account }
      const isNew = section.names[lang] === undefined
      if (isNew) must(actor, 'sections.add')
      const said = { key: 'sections.saved', values: { name } }
      const notice = await gawai.write(async (unit) => {
        if (isNew) {
          await addSection(unit, gawai.settings, wish)
          return tellDone(unit, actor.account, said)
        }
        const before = await changeSection(unit, gawai.settings, wish)
        const undo = { kind: 'section.words', payload: { section: section.id, ...before } }
        return tellDone(unit, actor.account, said, undo)
      })
      return { to: sectionPath(section.id), notice }
    },
  }),
]

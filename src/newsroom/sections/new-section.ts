import { z } from 'zod'
import { addSection, namedSections, removeSection } from '#articles'
import { must } from '#people'
import { html } from '#platform/html.ts'
import { area, choice, field, languageOptions } from '../forms/fields-view.ts'
import { idField } from '../forms/form.ts'
import { newNameFields, wordsOf } from '../forms/naming.ts'
import { tellDone } from '../notice.ts'
import { type Page, route, type Visit } from '../route.ts'
import { undoing } from '../undo.ts'
import { nameOf, sectionPath, sectionsRoom } from './section-name.ts'

/** What a new section is called, and below which other one it hangs. */
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

const undoAdding = undoing('section.added', z.object({ section: z.number() }), async (unit, { section }, actor) => {
  must(actor, 'sections.add')
  await removeSection(unit, { section, by: actor.account })
})

/** How what is done here is taken back. */
export const newSectionUndoes = [undoAdding]

export const newSectionRoutes = [
  route.page('/sections/new/', 'sections.add', newPage),
  route.deed({
    path: '/sections/new/',
    needs: 'sections.add',
    form: z.strictObject({ ...newNameFields, parent: z.union([z.literal(''), idField]) }),
    again: newPage,
    async handle({ gawai, actor }, { editionLang: lang, parent, ...typed }) {
      const wish = { lang, ...wordsOf(typed), ...(parent !== '' && { parent }), by: actor.account }
      const said = { key: 'sections.added', values: { name: typed.name } }
      return gawai.write(async (unit) => {
        const section = await addSection(unit, gawai.settings, wish)
        const notice = await tellDone(unit, actor.account, said, undoAdding.step({ section }))
        return { to: sectionPath(section), notice }
      })
    },
  }),
]

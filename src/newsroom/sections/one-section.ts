import { z } from 'zod'
import { addSection, changeSection, type NamedSection, namedSections, sectionWordsSchema } from '#articles'
import { can, must } from '#people'
import { html } from '#platform/html.ts'
import { NotFound } from '#platform/refusals.ts'
import { languages } from '#platform/settings.ts'
import { idIn } from '../forms/form.ts'
import { namingForm, namingView, wordsOf } from '../forms/naming.ts'
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
  const { say, actor } = visit
  const section = await wanted(visit)
  const { id, names } = section
  // A name in another language is an addition: its page, its feed and its place in the menu begin with it.
  const shown = languages.filter((lang) => names[lang] !== undefined || can(actor, 'sections.add'))
  const form = { names, action: sectionPath(id), slugHint: say('sections.slugHint') }
  return {
    title: nameOf(visit, section),
    lead: say('sections.oneLead'),
    room: sectionsRoom,
    body: html`${shown.map((lang) => namingView(visit, lang, form))}`,
  }
}

const undoNaming = undoing(
  'section.words',
  sectionWordsSchema.extend({ section: z.number() }),
  async (unit, kept, actor, gawai) => {
    const section = (await namedSections({ db: unit.tx })).find(({ id }) => id === kept.section)
    must(actor, 'sections.change', { sections: section?.line ?? [] })
    await changeSection(unit, gawai.settings, { ...kept, by: actor.account })
  },
)

/** How what is done here is taken back. */
export const sectionUndoes = [undoNaming]

export const sectionRoutes = [
  route.page('/sections/:section{[1-9]\\d*}/', 'sections.change', sectionPage),
  route.deed({
    path: '/sections/:section{[1-9]\\d*}/',
    needs: 'sections.change',
    on: async (visit) => ({ sections: (await wanted(visit)).line }),
    form: namingForm,
    again: sectionPage,
    async handle(visit, { lang, ...typed }) {
      const { gawai, actor } = visit
      const { id: section, names } = await wanted(visit)
      const wish = { section, lang, ...wordsOf(typed), by: actor.account }
      const isNew = names[lang] === undefined
      if (isNew) must(actor, 'sections.add')
      const said = { key: 'sections.saved', values: { name: typed.name } }
      const notice = await gawai.write(async (unit) => {
        if (isNew) {
          await addSection(unit, gawai.settings, wish)
          return tellDone(unit, actor.account, said)
        }
        const before = await changeSection(unit, gawai.settings, wish)
        return tellDone(unit, actor.account, said, undoNaming.step({ section, ...before }))
      })
      return { to: sectionPath(section), notice }
    },
  }),
]

import { z } from 'zod'
import { type NamedSection, namedSections, orderSections } from '#articles'
import { can, must } from '#people'
import { type Html, html, nothing } from '#platform/html.ts'
import { NotFound } from '#platform/refusals.ts'
import { languages } from '#platform/settings.ts'
import { moveButton, moved, moveField } from '../lists/moving.ts'
import { tellDone } from '../notice.ts'
import { type Page, route, type Visit } from '../route.ts'
import { undoing } from '../undo.ts'
import { nameOf, sectionPath, sectionsRoom } from './section-name.ts'

/** The sections as a tree. */
async function sectionsPage(visit: Visit): Promise<Page> {
  const { say, actor, gawai } = visit
  const all = await namedSections(gawai)
  const mayAdd = can(actor, 'sections.add')
  return {
    title: say('sections.title'),
    lead: say('sections.lead'),
    room: sectionsRoom,
    body: html`${mayAdd ? html`<p><a class="button" href="${sectionsRoom}new/">${say('sections.add')}</a></p>` : nothing}
    ${
      all.length === 0
        ? html`<p>${say('sections.none')}</p>`
        : html`<ol class="tree">
            ${all.map((section) => rowOf(visit, all, section, mayAdd))}
          </ol>`
    }`,
  }
}

function rowOf(visit: Visit, all: readonly NamedSection[], section: NamedSection, mayOrder: boolean): Html {
  const { actor } = visit
  const name = nameOf(visit, section)
  const isOwn = can(actor, 'sections.change', { sections: section.line })
  return html`<li data-depth="${Math.min(section.depth, 4)}">
    <div>
      ${isOwn ? html`<a href="${sectionPath(section.id)}">${name}</a>` : html`<span>${name}</span>`}
      <span class="quiet">${languages.flatMap((lang) => section.names[lang]?.path ?? []).join(' · ')}</span>
    </div>
    ${mayOrder ? movesView(visit, all, section, name) : nothing}
  </li> `
}

/** The ids of those that hang under the same one, in their order. */
const besideOf = (all: readonly NamedSection[], { parent }: NamedSection): number[] =>
  all.filter((one) => one.parent === parent).map(({ id }) => id)

function movesView(visit: Visit, all: readonly NamedSection[], section: NamedSection, name: string): Html {
  const { id } = section
  const beside = besideOf(all, section)
  const move = (way: 'up' | 'down') =>
    moveButton(visit, way, { id, name, isEnd: beside.at(way === 'up' ? 0 : -1) === id })
  return html`<form method="post" action="${sectionsRoom}order/">${move('up')}${move('down')}</form>`
}

const undoOrdering = undoing('sections.order', z.array(z.number()), async (unit, sections, actor) => {
  must(actor, 'sections.add')
  await orderSections(unit, { sections, by: actor.account })
})

/** How another order is taken back. */
export const sectionOrderUndoes = [undoOrdering]

export const sectionListRoutes = [
  route.page('/sections/', 'sections.change', sectionsPage),
  route.deed({
    path: '/sections/order/',
    needs: 'sections.add',
    form: z.strictObject({ move: moveField }),
    async handle({ gawai, actor }, { move }) {
      const all = await namedSections(gawai)
      const section = all.find(({ id }) => id === move.id)
      if (!section) throw new NotFound('There is no such section', { key: 'refused.nothingHere' })
      const sections = moved(
        all.map(({ id }) => id),
        move,
        besideOf(all, section),
      )
      const notice = await gawai.write(async (unit) => {
        const before = await orderSections(unit, { sections, by: actor.account })
        return tellDone(unit, actor.account, { key: 'sections.ordered' }, undoOrdering.step(before))
      })
      return { to: sectionsRoom, notice }
    },
  }),
]

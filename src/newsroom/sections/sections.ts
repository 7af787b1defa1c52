import { z } from 'zod'
import { type NamedSection, namedSections, orderSections } from '#articles'
import { can, must } from '#people'
import { type Html, html, nothing, raw } from '#platform/html.ts'
import { languages } from '#platform/settings.ts'
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

function movesView({ say }: Visit, all: readonly NamedSection[], { id, parent }: NamedSection, name: string): Html {
  const beside = all.filter((one) => one.parent === parent)
  const isAt = (place: number) => beside.at(place)?.id === id
  const move = (way: 'up' | 'down') =>
    html`<button
      name="move"
      value="${way}:${id}"
      aria-label="${say(way === 'up' ? 'menus.up' : 'menus.down', { name })}"
      ${isAt(way === 'up' ? 0 : -1) ? raw('disabled') : nothing}
    >
      ${way === 'up' ? '↑' : '↓'}
    </button> `
  return html`<form method="post" action="${sectionsRoom}order/">${move('up')}${move('down')}</form>`
}

/** The order of all, with one section before or behind the next of those beside it. */
function reordered(all: readonly NamedSection[], id: number, by: -1 | 1): number[] {
  const parent = all.find((section) => section.id === id)?.parent
  const beside = all.filter((section) => section.parent === parent).map((section) => section.id)
  const other = beside[beside.indexOf(id) + by]
  return all.map((section) =>
    other === undefined ? section.id : section.id === id ? other : section.id === other ? id : section.id,
  )
}

/** How another order is taken back. */
export const sectionOrderUndoes = {
  'sections.order': undoing(z.array(z.number()), async (unit, sections, actor) => {
    must(actor, 'sections.add')
    await orderSections(unit, { sections, by: actor.account })
  }),
}

export const sectionListRoutes = [
  route.page('/sections/', 'sections.change', sectionsPage),
  route.deed({
    path: '/sections/order/',
    needs: 'sections.add',
    form: z.strictObject({ move: z.string().regex(/^(up|down):[1-9]\d{0,15}$/) }),
    async handle({ gawai, actor }, { move }) {
      const [way, id] = move.split(':')
      const sections = reordered(await namedSections(gawai), Number(id), way === 'up' ? -1 : 1)
      const notice = await gawai.write(async (unit) => {
        const before = await orderSections(unit, { sections, by: actor.account })
        return tellDone(unit, actor.account, { key: 'sections.ordered' }, { kind: 'sections.order', payload: before })
      })
      return { to: sectionsRoom, notice }
    },
  }),
]

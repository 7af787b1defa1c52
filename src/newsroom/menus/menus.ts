import { z } from 'zod'
import { arrangeMenu, type Menu, type MenuKind, type MenuItem, menuItems, sectionTree, standingPages } from '#articles'
import { must } from '#people'
import { type Html, html, nothing, raw } from '#platform/html.ts'
import { Invalid } from '#platform/refusals.ts'
import { language, languages } from '#platform/settings.ts'
import { languageOptions } from '../fields-view.ts'
import { idField, several } from '../form.ts'
import { tellDone } from '../notice.ts'
import { type Page, route, type Visit } from '../route.ts'
import { undoing } from '../undo.ts'

const here = '/newsroom/menus/'
const mostPages = 100
const kinds = ['head', 'foot'] as const satisfies MenuKind[]

/** What stands in the head and the foot of every page, and in which order. */
async function menusPage(visit: Visit): Promise<Page> {
  const { say, url, actor } = visit
  const lang = languages.find((one) => one === url.searchParams.get('lang')) ?? actor.lang
  const views = []
  for (const menu of kinds) views.push(await menuView(visit, { menu, lang }))
  return {
    title: say('menus.title'),
    lead: say('menus.lead'),
    room: here,
    body: html`<nav class="tabs" aria-label="${say('menus.edition')}">
        <ul>
          ${languageOptions.map(({ value, words }) => html`<li><a href="?lang=${value}" ${value === lang ? html`aria-current="page"` : nothing}>${words}</a></li> `)}
        </ul>
      </nav>
      ${views}`,
  }
}

/** One thing that can stand in a menu. */
interface Entry {
  id: number
  name: string
  isShown: boolean
}

/** Everything that can stand there: first what does, in its order. */
async function entriesOf({ gawai }: Visit, { menu, lang }: Menu): Promise<Entry[]> {
  const [things, items] = [await thingsFor(gawai, { menu, lang }), await menuItems(gawai, { menu, lang })]
  const placed = new Map(items.map(({ target, position }) => [target, position]))
  const rank = ({ id }: { id: number }) => placed.get(id) || Number.MAX_SAFE_INTEGER
  return things
    .map(({ id, name, isUsual }) => ({ id, name, isShown: placed.has(id) ? placed.get(id) !== 0 : isUsual }))
    .toSorted((one, other) => Number(other.isShown) - Number(one.isShown) || rank(one) - rank(other))
}

async function thingsFor(gawai: Visit['gawai'], { menu, lang }: Menu) {
  if (menu === 'head') {
    const tree = await sectionTree(gawai, lang)
    return tree.map(({ id, name, parent }) => ({ id, name, isUsual: parent === undefined }))
  }
  const pages = await standingPages(gawai, { lang, limit: mostPages })
  return pages.map(({ id, title }) => ({ id, name: title, isUsual: true }))
}

const menuWords = {
  head: { title: 'menus.head', words: 'menus.headWords', none: 'menus.noSections' },
  foot: { title: 'menus.foot', words: 'menus.footWords', none: 'menus.noPages' },
} as const satisfies Record<MenuKind, object>

async function menuView(visit: Visit, { menu, lang }: Menu): Promise<Html> {
  const { say } = visit
  const entries = await entriesOf(visit, { menu, lang })
  const own = html`<input type="hidden" name="menu" value="${menu}" /><input
      type="hidden"
      name="lang"
      value="${lang}"
    />`
  return html`<section>
    <h2>${say(menuWords[menu].title)}</h2>
    <p class="quiet">${say(menuWords[menu].words)}</p>
    ${
      entries.length === 0
        ? html`<p>${say(menuWords[menu].none)}</p>`
        : html`<form method="post" action="${here}">
              ${own}
              <ol class="order">
                ${entries.map((entry, index) => entryView(visit, menu, entry, { index, of: entries.length }))}
              </ol>
              <p><button>${say('form.save')}</button></p>
            </form>
            <form method="post" action="${here}moving/" id="moving-${menu}">${own}</form>`
    }
  </section> `
}

function entryView(
  { say }: Visit,
  menu: MenuKind,
  { id, name, isShown }: Entry,
  at: { index: number; of: number },
): Html {
  const move = (way: 'up' | 'down', isEnd: boolean) =>
    html`<button
      form="moving-${menu}"
      name="move"
      value="${way}:${id}"
      aria-label="${say(way === 'up' ? 'menus.up' : 'menus.down', { name })}"
      ${isEnd ? raw('disabled') : nothing}
    >
      ${way === 'up' ? '↑' : '↓'}
    </button> `
  return html`<li>
    <input type="hidden" name="target" value="${id}" />
    <label><input type="checkbox" name="shown" value="${id}" ${isShown ? raw('checked') : nothing} /> ${name}</label>
    <input
      name="position"
      type="number"
      min="1"
      max="999"
      value="${at.index + 1}"
      aria-label="${say('menus.position', { name })}"
      required
    />
    ${move('up', at.index === 0)}${move('down', at.index === at.of - 1)}
  </li> `
}

const menuFields = { menu: z.enum(kinds), lang: language }
const number = z.coerce.number().int().min(0).max(999)
const orderForm = z.strictObject({
  ...menuFields,
  target: several(idField),
  position: several(number),
  shown: several(idField),
})
const moveForm = z.strictObject({ ...menuFields, move: z.string().regex(/^(up|down):[1-9]\d{0,15}$/) })

/** Those that are shown in the order of their numbers, then the others without a position. */
function itemsIn({ target, position, shown }: z.output<typeof orderForm>): MenuItem[] {
  if (target.length !== position.length || new Set(target).size !== target.length)
    throw new Invalid('Each line needs a number', { key: 'menus.broken' })
  const isShown = new Set(shown)
  const ordered = target
    .map((id, index) => ({ id, position: position[index] ?? 0 }))
    .toSorted((one, other) => one.position - other.position)
    .map(({ id }) => id)
  return itemsOf(ordered, (id) => isShown.has(id))
}

function itemsOf(ordered: readonly number[], isShown: (id: number) => boolean): MenuItem[] {
  const [inside, outside] = [ordered.filter(isShown), ordered.filter((id) => !isShown(id))]
  return [
    ...inside.map((target, index) => ({ target, position: index + 1 })),
    ...outside.map((target) => ({ target, position: 0 })),
  ]
}

async function arranged({ gawai, actor }: Visit, menu: Menu, items: readonly MenuItem[]) {
  const notice = await gawai.write(async (unit) => {
    const before = await arrangeMenu(unit, { ...menu, items, by: actor.account })
    const undo = { kind: 'menu', payload: { ...menu, items: before } } as const
    return tellDone(unit, actor.account, { key: 'menus.saved' }, undo)
  })
  return { to: `${here}?lang=${menu.lang}`, notice }
}

const keptMenu = z.object({ ...menuFields, items: z.array(z.object({ target: z.number(), position: z.number() })) })

/** How what is done here is taken back. */
export const menuUndoes = {
  menu: undoing(keptMenu, async (unit, menu, actor) => {
    must(actor, 'menus.change')
    await arrangeMenu(unit, { ...menu, by: actor.account })
  }),
}

export const menuRoutes = [
  route.page('/menus/', 'menus.change', menusPage),
  route.deed({
    path: '/menus/',
    needs: 'menus.change',
    form: orderForm,
    again: menusPage,
    handle: (visit, { menu, lang, ...form }) => arranged(visit, { menu, lang }, itemsIn({ menu, lang, ...form })),
  }),
  route.deed({
    path: '/menus/moving/',
    needs: 'menus.change',
    form: moveForm,
    again: menusPage,
    async handle(visit, { menu, lang, move }) {
      const entries = await entriesOf(visit, { menu, lang })
      const [way, id] = move.split(':')
      const ordered = moved(
        entries.map((entry) => entry.id),
        Number(id),
        way === 'up' ? -1 : 1,
      )
      const shown = new Set(entries.filter(({ isShown }) => isShown).map((entry) => entry.id))
      return arranged(
        visit,
        { menu, lang },
        itemsOf(ordered, (one) => shown.has(one)),
      )
    },
  }),
]

/** The same order with one thing a step further up or down. */
function moved(ids: readonly number[], id: number, by: -1 | 1): number[] {
  const from = ids.indexOf(id)
  const other = ids[from + by]
  if (from < 0 || other === undefined) return [...ids]
  return ids.map((one) => (one === id ? other : one === other ? id : one))
}

import type { Menu, MenuKind } from '#articles'
import { type Html, html, nothing, raw } from '#platform/html.ts'
import { moveButton } from '../lists/moving.ts'
import type { Visit } from '../route.ts'
import { namedItems, type NamedItem } from './menu-items.ts'

export const menusRoom = '/newsroom/menus/'

const menuWords = {
  head: { title: 'menus.head', words: 'menus.headWords', none: 'menus.noSections' },
  foot: { title: 'menus.foot', words: 'menus.footWords', none: 'menus.noPages' },
} as const satisfies Record<MenuKind, object>

/** A menu as a form: each thing with a number and a tick, and buttons that move it by one. */
export async function menuView(visit: Visit, { menu, lang }: Menu): Promise<Html> {
  const { say } = visit
  const items = await namedItems(visit, { menu, lang })
  const own = html`<input type="hidden" name="menu" value="${menu}" /><input
      type="hidden"
      name="lang"
      value="${lang}"
    />`
  return html`<section>
    <h2>${say(menuWords[menu].title)}</h2>
    <p class="quiet">${say(menuWords[menu].words)}</p>
    ${
      items.length === 0
        ? html`<p>${say(menuWords[menu].none)}</p>`
        : html`<form method="post" action="${menusRoom}">
              ${own}
              <ol class="order">
                ${items.map((item, index) => itemView(visit, menu, item, { index, of: items.length }))}
              </ol>
              <p><button>${say('form.save')}</button></p>
            </form>
            <form method="post" action="${menusRoom}moving/" id="moving-${menu}">${own}</form>`
    }
  </section> `
}

function itemView(
  visit: Visit,
  menu: MenuKind,
  { target, name, isShown }: NamedItem,
  at: { index: number; of: number },
): Html {
  const move = (way: 'up' | 'down', isEnd: boolean) =>
    moveButton(visit, way, { id: target, name, isEnd, form: `moving-${menu}` })
  return html`<li>
    <input type="hidden" name="target" value="${target}" />
    <label
      ><input type="checkbox" name="shown" value="${target}" ${isShown ? raw('checked') : nothing} /> ${name}</label
    >
    <input
      name="position"
      type="number"
      min="1"
      max="999"
      value="${at.index + 1}"
      aria-label="${visit.say('menus.position', { name })}"
      required
    />
    ${move('up', at.index === 0)}${move('down', at.index === at.of - 1)}
  </li> `
}

import { z } from 'zod'
import { arrangeMenu, type Menu, type MenuItem, menuItemSchema, menuKinds, menuSchema } from '#articles'
import { must } from '#people'
import { html, nothing } from '#platform/html.ts'
import { Invalid } from '#platform/refusals.ts'
import { languages } from '#platform/settings.ts'
import { languageOptions } from '../forms/fields-view.ts'
import { idField, several } from '../forms/form.ts'
import { moved, moveField } from '../lists/moving.ts'
import { tellDone } from '../notice.ts'
import { type Page, route, type Visit } from '../route.ts'
import { undoing } from '../undo.ts'
import { inOrder, namedItems } from './menu-items.ts'
import { menusRoom, menuView } from './menu-view.ts'

/** What stands in the head and the foot of every page, and in which order. */
async function menusPage(visit: Visit): Promise<Page> {
  const { say, url, actor } = visit
  const lang = languages.find((one) => one === url.searchParams.get('lang')) ?? actor.lang
  const views = []
  for (const menu of menuKinds) views.push(await menuView(visit, { menu, lang }))
  return {
    title: say('menus.title'),
    lead: say('menus.lead'),
    room: menusRoom,
    body: html`<nav class="tabs" aria-label="${say('menus.edition')}">
        <ul>
          ${languageOptions.map(({ value, words }) => html`<li><a href="?lang=${value}" ${value === lang ? html`aria-current="page"` : nothing}>${words}</a></li> `)}
        </ul>
      </nav>
      ${views}`,
  }
}

const number = z.coerce.number().int().min(0).max(999)
const orderForm = z.strictObject({
  ...menuSchema.shape,
  target: several(idField),
  position: several(number),
  shown: several(idField),
})
const moveForm = z.strictObject({ ...menuSchema.shape, move: moveField })

/** Those that are shown in the order of their numbers, then the others without a position. */
function itemsIn({ target, position, shown }: z.output<typeof orderForm>): MenuItem[] {
  if (target.length !== position.length || new Set(target).size !== target.length)
    throw new Invalid('Each line needs a number', { key: 'menus.broken' })
  const isShown = new Set(shown)
  const ordered = target
    .map((id, index) => ({ id, position: position[index] ?? 0 }))
    .toSorted((one, other) => one.position - other.position)
    .map(({ id }) => id)
  return inOrder(ordered, (id) => isShown.has(id))
}

const arrangement = menuSchema.extend({ items: z.array(menuItemSchema) })
const undoArranging = undoing('menu', arrangement, async (unit, menu, actor) => {
  must(actor, 'menus.change')
  await arrangeMenu(unit, { ...menu, by: actor.account })
})

/** How what is done here is taken back. */
export const menuUndoes = [undoArranging]

async function arranged({ gawai, actor }: Visit, menu: Menu, items: readonly MenuItem[]) {
  const notice = await gawai.write(async (unit) => {
    const before = await arrangeMenu(unit, { ...menu, items, by: actor.account })
    return tellDone(unit, actor.account, { key: 'menus.saved' }, undoArranging.step({ ...menu, items: before }))
  })
  return { to: `${menusRoom}?lang=${menu.lang}`, notice }
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
      const items = await namedItems(visit, { menu, lang })
      const all = items.map(({ target }) => target)
      const shown = new Set(items.filter(({ isShown }) => isShown).map(({ target }) => target))
      const ordered = moved(all, move)
      return arranged(
        visit,
        { menu, lang },
        inOrder(ordered, (target) => shown.has(target)),
      )
    },
  }),
]

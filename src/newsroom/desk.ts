import { html } from '#platform/html.ts'
import { can } from '#people'
import { reminderView } from './account/reminder.ts'
import { places } from './places.ts'
import { type Page, route, type Visit } from './route.ts'

/** The first page: what waits for somebody, and where they can go. */
async function deskPage(visit: Visit): Promise<Page> {
  const { say, actor } = visit
  const open = places.filter(({ path, needs }) => path !== '/newsroom/' && can(actor, needs))
  return {
    title: say('desk.title', { name: actor.name }),
    place: '/newsroom/',
    body: html`${await reminderView(visit)}
      <ul class="rows">
        ${open.map(
          ({ path, name, words }) =>
            html`<li>
              <a href="${path}">${say(name)}</a>
              <p class="quiet">${say(words)}</p>
            </li> `,
        )}
      </ul>`,
  }
}

export const deskRoutes = [route.page('/', 'newsroom.enter', deskPage)]

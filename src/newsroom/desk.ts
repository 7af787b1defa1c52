import {
  type ArticleLine,
  articlesPage,
  type Mention,
  mentionsOf,
  sentBackTo,
  type Waiting,
  waitingFor,
} from '#articles'
import { damagedPictures, type LibraryPicture } from '#media'
import { can, openInvitations } from '#people'
import { timeView } from '#look/time.ts'
import { type Html, html, nothing } from '#platform/html.ts'
import { siteZone } from '#platform/settings.ts'
import { reminderView } from './account/reminder.ts'
import { newArticleButton, titleView } from './articles/articles.ts'
import { damagedView } from './media/damaged-view.ts'
import { ownerOf } from './media/one-picture.ts'
import { ownPerson } from './own-person.ts'
import { rooms } from './rooms.ts'
import { type Page, route, type Visit } from './route.ts'
import { sheetPath, writableAmong } from './writing/article-here.ts'

/** A desk is no list. */
const few = 5

/** The first page: what waits for somebody, what is new, and where they can go. */
async function deskPage(visit: Visit): Promise<Page> {
  const { say, actor } = visit
  const open = rooms.filter(({ path, needs }) => path !== '/newsroom/' && can(actor, needs))
  return {
    title: say('desk.title', { name: actor.name }),
    room: '/newsroom/',
    isWide: true,
    body: html`${newArticleButton(visit)} ${await reminderView(visit)} ${damagedView(visit, await damagedHere(visit))}
      <div class="desk">
        ${mentionsView(visit, await mentionsOf(visit.gawai, { actor, limit: few }))}
        ${waitingView(visit, { words: 'desk.waiting', below: 'publication/' }, await waitingFor(visit.gawai, { actor, limit: few }))}
        ${waitingView(visit, { words: 'desk.sentBack', below: 'notes/' }, await sentBackTo(visit.gawai, { actor, limit: few }))}
        ${await linesView(visit, 'desk.today', await dueToday(visit))}
        ${await linesView(visit, 'desk.latest', await newest(visit, { person: ownPerson(visit) }))}
        ${await linesView(visit, 'desk.own', await newest(visit, { person: actor.person }))}
        ${await linesView(visit, 'desk.drafts', await newest(visit, { person: actor.person, state: 'draft' }))}
        ${await invitedView(visit)}
      </div>
      <section>
        <h2>${say('newsroom.rooms')}</h2>
        <ul class="rows columns">
          ${open.map(
            ({ path, name, words }) =>
              html`<li>
                <a href="${path}">${say(name)}</a>
                <p class="quiet">${say(words)}</p>
              </li> `,
          )}
        </ul>
      </section>`,
  }
}

/** The pictures that they can mend: whoever cannot would only worry. */
async function damagedHere({ gawai, actor }: Visit): Promise<LibraryPicture[]> {
  const damaged = await damagedPictures(gawai)
  return damaged.filter((picture) => can(actor, 'pictures.change', ownerOf(picture)))
}

/** What goes out by itself before the site's day is over. */
async function dueToday(visit: Visit): Promise<ArticleLine[]> {
  const { gawai } = visit
  const { items } = await articlesPage(gawai, { state: 'scheduled', person: ownPerson(visit), limit: few })
  const zone = gawai.settings.get(siteZone)
  const now = Temporal.Instant.fromEpochMilliseconds(gawai.clock.now()).toZonedDateTimeISO(zone)
  const end = now.toPlainDate().add({ days: 1 }).toZonedDateTime(zone).epochMilliseconds
  return items.filter(({ at }) => at < end)
}

async function newest(
  { gawai }: Visit,
  { person, state = 'published' }: { person: number | undefined; state?: 'published' | 'draft' },
): Promise<ArticleLine[]> {
  return (await articlesPage(gawai, { state, person, limit: few })).items
}

/** An empty list takes no space. */
async function linesView(visit: Visit, words: string, lines: readonly ArticleLine[]): Promise<Html> {
  if (lines.length === 0) return nothing
  const writable = await writableAmong(visit, lines)
  return html`<section>
    <h2>${visit.say(words)}</h2>
    <ol class="rows">
      ${lines.map(
        (line) =>
          html`<li>
            ${titleView(visit, line, writable.has(line.id))}
            <p class="quiet">${timeView(line.at, visit.time)}</p>
          </li> `,
      )}
    </ol>
  </section> `
}

/** Articles whose turn is somebody's, each with the way to where it goes on. */
const waitingView = (
  { say, time }: Visit,
  { words, below }: { words: string; below: string },
  lines: readonly Waiting[],
): Html =>
  lines.length === 0
    ? nothing
    : html`<section>
        <h2>${say(words)}</h2>
        <ol class="rows">
          ${lines.map(
            ({ article, title, at, by }) =>
              html`<li>
                <a href="${sheetPath(article)}${below}">${title || say('writing.untitled')}</a>
                <p class="quiet">${by} · ${timeView(at, time)}</p>
              </li> `,
          )}
        </ol>
      </section> `

/** Notes that name whoever looks. */
const mentionsView = ({ say, time }: Visit, mentions: readonly Mention[]): Html =>
  mentions.length === 0
    ? nothing
    : html`<section>
        <h2>${say('desk.mentions')}</h2>
        <ol class="rows">
          ${mentions.map(
            ({ note, article, title, words, by, at }) =>
              html`<li>
                <a href="${sheetPath(article)}notes/#note-${note}">${title || say('writing.untitled')}</a>
                <p>${words.slice(0, longestOpening)}${words.length > longestOpening ? '…' : ''}</p>
                <p class="quiet">${by} · ${timeView(at, time)}</p>
              </li> `,
          )}
        </ol>
      </section> `

const longestOpening = 120

async function invitedView(visit: Visit): Promise<Html> {
  const { say, actor, gawai, time } = visit
  const invitations = can(actor, 'people.change') ? (await openInvitations(gawai)).slice(0, few) : []
  if (invitations.length === 0) return nothing
  return html`<section>
    <h2>${say('people.invited')}</h2>
    <ul class="rows">
      ${invitations.map(
        ({ name, dueAt }) =>
          html`<li>
            <a href="/newsroom/people/">${name}</a>
            <p class="quiet">${say('people.until')} ${timeView(dueAt, time)}</p>
          </li> `,
      )}
    </ul>
  </section> `
}

export const deskRoutes = [route.page('/', 'newsroom.enter', deskPage)]

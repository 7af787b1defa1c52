import { type Account, accountsPage, can, type Invitation, openInvitations } from '#people'
import { timeView } from '#look/time.ts'
import { type Html, html, nothing } from '#platform/html.ts'
import { nextPage } from '../lists/filters.ts'
import { type Page, route, type Visit } from '../route.ts'
import { dataTable } from '../lists/data-table.ts'
import { rolesLines } from './grants-form.ts'
import { peopleRoom, personPath } from './paths.ts'
import { secondFactorView } from './second-factor.ts'
import { waysLine } from './ways-line.ts'

const perPage = 50

/** Who has an account, and who was invited. */
async function peoplePage(visit: Visit): Promise<Page> {
  const { say, actor, gawai } = visit
  const rows = await accountsPage(gawai, { after: placeIn(visit), limit: perPage + 1 })
  const shown = rows.slice(0, perPage)
  const mayChange = can(actor, 'people.change')
  const invitations = mayChange ? await openInvitations(gawai) : []
  const rolesLine = await rolesLines(
    visit,
    [...shown, ...invitations].map(({ grants }) => grants),
  )
  return {
    title: say('people.title'),
    lead: say('people.lead'),
    room: peopleRoom,
    isWide: true,
    body: html`${mayChange ? html`<p><a class="button" href="${peopleRoom}invitations/new/">${say('people.invite')}</a></p>` : nothing}
    ${invitations.length > 0 ? invitationsView(visit, invitations, rolesLine) : nothing}
    ${dataTable(
      [say('fields.name'), say('people.roles'), say('factors.ways'), say('people.since')],
      shown.map((account) => accountRow(visit, account, rolesLine)),
    )}
    ${rows.length > perPage ? nextLink(visit, shown.at(-1)) : nothing} ${secondFactorView(visit)}`,
  }
}

function placeIn({ url }: Visit): { name: string; person: number } | undefined {
  const [name, person] = [url.searchParams.get('name'), Number(url.searchParams.get('id') ?? '')]
  return name === null || !Number.isSafeInteger(person) ? undefined : { name, person }
}

const nextLink = (visit: Visit, last: Account | undefined): Html =>
  last === undefined ? nothing : nextPage(visit, { name: last.name, id: String(last.person) })

type RolesLine = Awaited<ReturnType<typeof rolesLines>>

const accountRow = (visit: Visit, account: Account, rolesLine: RolesLine): Html[] => [
  html`<a href="${personPath(account.account)}">${account.name}</a> <span class="quiet">[${account.initials}]</span>
    <br /><span class="quiet">${account.email}</span>`,
  html`${account.isSuspended ? html`<strong>${visit.say('people.suspended')}</strong> ` : nothing}${rolesLine(account.grants)}`,
  html`${waysLine(visit, account)}`,
  timeView(account.madeAt, visit.time),
]

const invitationsView = (visit: Visit, invitations: readonly Invitation[], rolesLine: RolesLine): Html =>
  html`<section>
    <h2>${visit.say('people.invited')}</h2>
    <ul class="rows">
      ${invitations.map(
        ({ id, name, email, grants, dueAt }) =>
          html`<li>
            <p><strong>${name}</strong> <span class="quiet">${email}</span> · ${rolesLine(grants)}</p>
            <p class="quiet">${visit.say('people.until')} ${timeView(dueAt, visit.time)}</p>
            <form method="post" action="${peopleRoom}invitations/${id}/withdrawal/">
              <button>${visit.say('people.withdraw')}</button>
            </form>
          </li> `,
      )}
    </ul>
  </section>`

export const peopleListRoutes = [route.page('/people/', 'people.see', peoplePage)]

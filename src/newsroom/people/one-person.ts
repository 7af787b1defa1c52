import { type Account, can, findAccount, hasSecondFactor } from '#people'
import { type Html, html, nothing } from '#platform/html.ts'
import { idIn } from '../forms/form.ts'
import { type Page, route, type Visit } from '../route.ts'
import { grantsView, rolesLines } from './grants-form.ts'
import { peopleRoom, personPath } from './paths.ts'
import { waysLine } from './ways-line.ts'

/** The account of the address. @throws NotFound */
export const accountHere = ({ gawai, params }: Visit): Promise<Account> => findAccount(gawai, idIn(params, 'account'))

/** One account: its roles, and keeping its owner out or letting them in. */
export async function personPage(visit: Visit): Promise<Page> {
  const { actor, say } = visit
  const account = await accountHere(visit)
  const rolesLine = await rolesLines(visit, [account.grants])
  return {
    title: account.name,
    lead: `${account.email} · ${account.isSuspended ? say('people.suspended') : rolesLine(account.grants)}`,
    room: peopleRoom,
    body: html`<p>${say('factors.ways')}: ${waysLine(visit, account)}</p>
      ${can(actor, 'people.change') ? await changeView(visit, account) : nothing}`,
  }
}

async function changeView(visit: Visit, { account, grants, isSuspended, factors }: Account): Promise<Html> {
  const { say } = visit
  const here = personPath(account)
  return html`<form method="post" action="${here}roles/" class="column">
      ${await grantsView(visit, grants)}
      <p><button>${say('form.save')}</button></p>
    </form>
    <section>
      <h2>${say('people.access')}</h2>
      <form method="post" action="${here}sessions/ending/"><button>${say('people.endSessions')}</button></form>
      <form method="post" action="${here}reset/"><button>${say('people.reset')}</button></form>
      ${
        hasSecondFactor(factors) || factors.hasOpenid
          ? html`<form method="post" action="${here}factors/removal/">
              <button>${say('factors.removeAll')}</button>
            </form>`
          : nothing
      }
      <form method="post" action="${here}${isSuspended ? 'restoring' : 'suspending'}/">
        <button>${say(isSuspended ? 'people.restore' : 'people.suspend')}</button>
      </form>
    </section>`
}

export const personRoutes = [route.page('/people/:account{[1-9]\\d*}/', 'people.see', personPage)]

import { organisationsPage } from '#organisations'
import { type Html, html, nothing } from '#platform/html.ts'
import { field } from '../forms/fields-view.ts'
import type { Visit } from '../route.ts'
import { organisationHere, organisationPath } from './organisations.ts'

const mostFound = 20

/** Which other one this is the same as: it is looked for by its words first. */
export async function sameView(visit: Visit): Promise<Html> {
  const { say, gawai, url } = visit
  const here = organisationHere(visit)
  const words = (url.searchParams.get('words') ?? '').slice(0, 100)
  const found = words === '' ? [] : (await organisationsPage(gawai, { words, limit: mostFound })).items
  const others = found.filter(({ id }) => id !== here)
  return html`<section>
    <h2>${say('organisations.same')}</h2>
    <p class="quiet">${say('organisations.sameWords')}</p>
    <form method="get" action="${organisationPath(here)}" class="filters">
      ${field(visit, { name: 'words', value: words, type: 'search', most: 100 })}
      <p><button>${say('organisations.find')}</button></p>
    </form>
    ${words !== '' && others.length === 0 ? html`<p>${say('organisations.none')}</p>` : nothing}
    ${others.length > 0 ? mergeForm(visit, here, others) : nothing}
  </section>`
}

const mergeForm = ({ say }: Visit, here: number, others: readonly { id: number; name: string; slug: string }[]): Html =>
  html`<form method="post" action="${organisationPath(here)}merging/">
    <ul class="boxes">
      ${others.map(
        ({ id, name, slug }) =>
          html`<li>
            <label
              ><input type="radio" name="into" value="${id}" required /> ${name}
              <span class="quiet">${slug}</span></label
            >
          </li> `,
      )}
    </ul>
    <p><button>${say('organisations.merge')}</button></p>
  </form>`

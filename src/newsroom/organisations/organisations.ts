import {
  organisationKinds,
  type OrganisationKind,
  type OrganisationLine,
  organisationsPage as readOrganisations,
} from '#organisations'
import { type Html, html, nothing } from '#platform/html.ts'
import { choice, field } from '../forms/fields-view.ts'
import { filtersView, nextPage } from '../lists/filters.ts'
import { idIn } from '../forms/form.ts'
import { type Page, route, type Visit } from '../route.ts'
import { dataTable } from '../lists/data-table.ts'

export const organisationsRoom = '/newsroom/organisations/'
export const organisationPath = (organisation: number): string => `${organisationsRoom}${organisation}/`

/** The organisation of the address. @throws NotFound when it can be none */
export const organisationHere = ({ params }: Visit): number => idIn(params, 'organisation')

export const kindWords = {
  company: 'organisations.company',
  outlet: 'organisations.outlet',
  carrier: 'organisations.carrier',
  shop: 'organisations.shop',
  government: 'organisations.government',
  person: 'organisations.person',
} as const satisfies Record<OrganisationKind, string>

const perPage = 50

/** Whoever makes, sells and says things. */
async function organisationsPage(visit: Visit): Promise<Page> {
  const { say, gawai, url } = visit
  const asked = url.searchParams
  const kind = organisationKinds.find((one) => one === asked.get('kind'))
  const words = (asked.get('words') ?? '').slice(0, 100)
  const after = asked.get('after') ?? undefined
  const { items, after: next } = await readOrganisations(gawai, { kind, words, after, limit: perPage })
  const kinds = organisationKinds.map((value) => ({ value, words: say(kindWords[value]) }))
  return {
    title: say('organisations.title'),
    lead: say('organisations.lead'),
    room: organisationsRoom,
    isWide: true,
    body: html`${filtersView(visit, [
      field(visit, { name: 'words', value: words, type: 'search', most: 100, isOptional: true }),
      choice(visit, { name: 'kind', value: kind ?? '', options: [{ value: '', words: say('filters.all') }, ...kinds] }),
    ])}
    ${items.length === 0 ? html`<p>${say(next === undefined ? 'organisations.none' : 'onward.noneYet')}</p>` : tableView(visit, items)}
    ${next === undefined ? nothing : nextPage(visit, { after: next })}`,
  }
}

const tableView = ({ say }: Visit, organisations: readonly OrganisationLine[]): Html =>
  dataTable(
    [say('fields.name'), say('organisations.kind'), say('organisations.url')],
    organisations.map(({ id, name, kind, isBrand, url }) => [
      html`<a href="${organisationPath(id)}">${name}</a>`,
      html`${say(kindWords[kind])}${isBrand ? html` · ${say('organisations.brand')}` : nothing}`,
      url ?? '',
    ]),
  )

export const organisationListRoutes = [route.page('/organisations/', 'organisations.change', organisationsPage)]

import {
  type ArticleLine,
  articlesPage as readArticles,
  type ArticleState,
  articleStates,
  namedSections,
  namesOfPeople,
  type Ownership,
  ownershipsOf,
} from '#articles'
import { allPeople, can } from '#people'
import { timeView } from '#look/time.ts'
import type { Id } from '#platform/database/tables.ts'
import { type Html, html, nothing } from '#platform/html.ts'
import { languages } from '#platform/settings.ts'
import { choice, field, languageOptions } from '../forms/fields-view.ts'
import { filtersView, nextPage } from '../lists/filters.ts'
import { type Page, route, type Visit } from '../route.ts'
import { ownPerson } from '../own-person.ts'
import { nameOf } from '../sections/section-name.ts'
import { dataTable } from '../lists/data-table.ts'
import { sheetPath, writableOf } from '../writing/article-here.ts'

const room = '/newsroom/articles/'
const perPage = 50

export const stateWords = {
  published: 'articles.published',
  scheduled: 'articles.scheduled',
  draft: 'articles.draft',
  withdrawn: 'articles.withdrawn',
} as const satisfies Record<ArticleState, string>

interface Asked {
  state: ArticleState
  lang: 'id' | 'en' | undefined
  section: number | undefined
  person: number | undefined
  words: string
  from: string | undefined
}

function askedIn(visit: Visit): Asked {
  const given = visit.url.searchParams
  const id = (name: string) => (/^[1-9]\d{0,15}$/.test(given.get(name) ?? '') ? Number(given.get(name)) : undefined)
  return {
    state: articleStates.find((state) => state === given.get('state')) ?? 'published',
    lang: languages.find((lang) => lang === given.get('editionLang')),
    section: id('section'),
    person: ownPerson(visit) ?? id('person'),
    words: (given.get('words') ?? '').slice(0, 100),
    from: given.get('from') ?? undefined,
  }
}

/** Every article in its state, narrowed by what one knows of it. */
async function articlesPage(visit: Visit): Promise<Page> {
  const { say, gawai } = visit
  const asked = askedIn(visit)
  const { items, next } = await readArticles(gawai, { ...asked, limit: perPage })
  return {
    title: say('articles.title'),
    lead: ownPerson(visit) === undefined ? say('articles.lead') : say('articles.ownLead'),
    room,
    isWide: true,
    body: html`${newArticleButton(visit)} ${statesView(visit, asked.state)} ${await narrowing(visit, asked)}
    ${items.length === 0 ? html`<p>${say(next === undefined ? 'articles.none' : 'onward.noneYet')}</p>` : await linesView(visit, items, asked.state)}
    ${next === undefined ? nothing : nextPage(visit, { from: next })}`,
  }
}

function statesView({ say, url }: Visit, now: ArticleState): Html {
  const to = (state: ArticleState) => {
    const asked = new URLSearchParams(url.searchParams)
    asked.delete('from')
    asked.set('state', state)
    return asked.toString()
  }
  return html`<nav class="tabs" aria-label="${say('articles.states')}">
    <ul>
      ${articleStates.map((state) => html`<li><a href="?${to(state)}" ${state === now ? html`aria-current="page"` : nothing}>${say(stateWords[state])}</a></li> `)}
    </ul>
  </nav> `
}

async function narrowing(visit: Visit, { state, lang, section, person, words }: Asked): Promise<Html> {
  const { say, gawai } = visit
  const any = { value: '', words: say('filters.all') }
  const sections = await namedSections(gawai)
  const people = ownPerson(visit) === undefined ? await allPeople(gawai, visit.lang) : []
  const chosen = (id: number | undefined) => (id === undefined ? '' : String(id))
  return filtersView(visit, [
    html`<input type="hidden" name="state" value="${state}" />`,
    field(visit, { name: 'words', value: words, type: 'search', most: 100, isOptional: true }),
    choice(visit, { name: 'editionLang', value: lang ?? '', options: [any, ...languageOptions] }),
    choice(visit, {
      name: 'section',
      value: chosen(section),
      options: [
        any,
        ...sections.map((one) => ({ value: String(one.id), words: '– '.repeat(one.depth) + nameOf(visit, one) })),
      ],
    }),
    ...(people.length === 0
      ? []
      : [
          choice(visit, {
            name: 'person',
            value: chosen(person),
            options: [any, ...people.map(({ id, name }) => ({ value: String(id), words: name }))],
          }),
        ]),
  ])
}

async function linesView(visit: Visit, items: readonly ArticleLine[], state: ArticleState): Promise<Html> {
  const standing = await ownershipsOf(
    visit.gawai,
    items.map(({ id }) => id),
  )
  const writable = writableOf(visit, standing)
  const said = await standingWords(visit, standing)
  return dataTable(
    [visit.say('articles.headline'), visit.say('fields.editionLang'), visit.say(timeWords[state])],
    items.map((line) => [
      html`${titleView(visit, line, writable.has(line.id))}${saidView(said.get(line.id))}`,
      languageOptions.find(({ value }) => value === line.lang)?.words ?? '',
      timeView(line.at, visit.time),
    ]),
  )
}

/** Where each article stands and who writes it, by its newest revision: "Ponsel · Wulan Sasmita". */
async function standingWords(visit: Visit, standing: ReadonlyMap<Id, Ownership>) {
  const sections = new Map((await namedSections(visit.gawai)).map((one) => [one.id, nameOf(visit, one)]))
  const writers = ({ content }: Ownership) => content.bylines.filter(({ role }) => role === 'writer')
  const people = [...standing.values()].flatMap((one) => writers(one).map(({ person }) => person))
  const names = await namesOfPeople(visit.gawai.db, [...new Set(people)])
  return new Map(
    [...standing].map(([id, one]) => {
      const section = sections.get(one.content.section ?? 0)
      const signed = writers(one).flatMap(({ person }) => names.get(person) ?? [])
      return [id, [...(section === undefined ? [] : [section]), ...(signed.length === 0 ? [] : [signed.join(', ')])]]
    }),
  )
}

const saidView = (said: readonly string[] = []): Html =>
  said.length === 0 ? nothing : html` <span class="standing">${said.join(' · ')}</span>`

/** The headline, with the way to where it is written for who may, else to what readers see. */
export function titleView({ say }: Visit, { id, title, path, kind }: ArticleLine, mayWrite: boolean): Html {
  const name = title === '' ? say('writing.untitled') : title
  const to = mayWrite ? sheetPath(id) : path
  return html`${to === undefined ? name : html`<a href="${to}">${name}</a>`}${kind === 'page' ? html` <span class="quiet">${say('articles.page')}</span>` : nothing}${mayWrite && path !== undefined ? html` <a class="quiet" href="${path}">${say('articles.read')}</a>` : nothing}`
}

/** The way to a new article, for who may write one. */
export const newArticleButton = ({ say, actor }: Visit): Html =>
  can(actor, 'articles.write')
    ? html`<p><a class="button" href="/newsroom/articles/new/">${say('writing.new')}</a></p>`
    : nothing

const timeWords = {
  published: 'articles.publishedAt',
  scheduled: 'articles.dueAt',
  draft: 'articles.begunAt',
  withdrawn: 'articles.withdrawnAt',
} as const satisfies Record<ArticleState, string>

export const articleListRoutes = [route.page('/articles/', 'articles.see', articlesPage)]

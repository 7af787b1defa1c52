import { isPlace, latest, latestSubject, type ListPage, olderSubject } from '#articles'
import { cardList, leadCard } from '#look/cards.ts'
import { type Html, html, nothing } from '#platform/html.ts'
import type { PagePlan, Part } from '#platform/page-store/page.ts'
import { type Edition, framed, headOf } from './edition.ts'
import type { Profile } from './structured-data/list.ts'
import { homeData, listData, profileData } from './structured-data/pages.ts'

/** A list of articles that readers can walk from the newest to the oldest. */
export interface ArticleList {
  /** The subject of its first page. */
  subject: string
  path: string
  name: string
  description: string
  /** What kind of list it is, above its name: "Section", "Topic". */
  label?: string
  alternates?: readonly { lang: string; href: string }[]
  feed?: { href: string; title: string }
  /** Whose articles they are, where it is the page of a person. */
  profile?: Profile
  read(limit: number, before?: string): Promise<ListPage>
}

const perPage = 20

/**
 * The newest articles of a list, or those before a key.
 *
 * @param before a key from an older page's address; a word that is none makes no page
 */
export async function listPage(own: Edition, list: ArticleList, before?: string): Promise<PagePlan | undefined> {
  if (before !== undefined && !(await isPlace(own.gawai, before))) return undefined
  const subject = before === undefined ? list.subject : olderSubject(list.subject)
  const view = before ?? 'first'
  const path = before === undefined ? list.path : own.paths.older(list.path, before)
  const headPart: Part = {
    subject,
    view: `head ${view}`,
    render: () => ({ body: listHead(own, list, path, before !== undefined) }),
  }
  const body: Part = {
    subject,
    view: `list ${view}`,
    render: async () => ({ body: listBody(own, list, await list.read(perPage, before), before !== undefined) }),
  }
  return { subject, status: 200, parts: framed(own, headPart, [body]) }
}

function listHead(own: Edition, list: ArticleList, path: string, isOlder: boolean): Html {
  return headOf(own, {
    title: isOlder ? own.say('list.olderThan', { name: list.name }) : list.name,
    description: list.description,
    canonical: own.absolute(path),
    isNoIndex: isOlder,
    ...(list.alternates && !isOlder && { alternates: list.alternates }),
    ...(list.feed && { feed: list.feed }),
    ...(!isOlder && { structured: list.profile ? profileData(own, list.profile) : listData(own, list) }),
  })
}

function listBody(own: Edition, list: ArticleList, { items, older }: ListPage, isOlder: boolean): Html {
  return html`<div class="page-title">
      ${list.label === undefined ? nothing : html`<p class="label">${list.label}</p>`}
      <h1>${list.name}</h1>
      ${list.description === '' ? nothing : html`<p class="quiet">${list.description}</p>`}
    </div>
    ${items.length === 0 ? html`<p>${own.say('list.empty')}</p>` : cardList(items, own.time)}
    ${walk(own, list, older, isOlder)}`
}

function walk({ say, paths }: Edition, list: ArticleList, older: string | undefined, isOlder: boolean): Html {
  const back = isOlder ? html`<a href="${list.path}">${say('list.newest')}</a> ` : nothing
  const on =
    older === undefined ? nothing : html`<a rel="next" href="${paths.older(list.path, older)}">${say('list.older')}</a>`
  return html`<p class="older">${back}${on}</p>`
}

/** Everything new, in one list. */
export function latestList(own: Edition): ArticleList {
  return {
    subject: latestSubject(own.lang),
    path: own.paths.latest,
    name: own.say('list.latest'),
    description: '',
    read: (limit, before) => latest(own.gawai, { lang: own.lang, limit, before }),
  }
}

/** The front page: the newest story large, the next ones as lines. */
export function homePage(own: Edition): PagePlan {
  const subject = latestSubject(own.lang)
  const headPart: Part = {
    subject,
    view: 'home-head',
    render: () => ({
      body: headOf(own, {
        title: own.name,
        description: own.description,
        canonical: own.absolute(own.paths.home),
        structured: homeData(own),
      }),
    }),
  }
  const body: Part = {
    subject,
    view: 'home',
    render: async () => ({ body: homeBody(own, await latest(own.gawai, { lang: own.lang, limit: perPage })) }),
  }
  return { subject, status: 200, parts: framed(own, headPart, [body]) }
}

function homeBody(own: Edition, { items: [lead, ...rest], older }: ListPage): Html {
  const title = html`<h1 class="skip">${own.name}</h1>`
  if (!lead)
    return html`${title}
      <p>${own.say('list.empty')}</p>`
  return html`${title}${leadCard(lead, own.time)}${rest.length > 0 ? cardList(rest, own.time) : nothing}
  ${older === undefined ? nothing : html`<p class="older"><a href="${own.paths.older(own.paths.latest, older)}">${own.say('list.older')}</a></p>`}`
}

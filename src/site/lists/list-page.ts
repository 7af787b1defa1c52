import { isPlaceKey, type ListPage, olderSubject } from '#articles'
import { cardList } from '#look/cards.ts'
import { type Html, html, nothing } from '#platform/html.ts'
import type { PagePlan, Part } from '#platform/page-store/page.ts'
import type { ArticleList } from './article-list.ts'
import { listTitle } from './list-title.ts'
import { cardOf } from '../cards.ts'
import type { Edition } from '../edition.ts'
import { framed, headOf } from '../frame.ts'
import { leadTo } from '../moved.ts'
import { listData } from '../structured-data/pages.ts'

const perPage = 20

/**
 * The newest articles of a list, or those before a key.
 *
 * @param before a key from an older page's address. One that was a place leads to the list; a word that is none makes
 * no page
 */
export async function listPage(own: Edition, list: ArticleList, before?: string): Promise<PagePlan | undefined> {
  if (before !== undefined && !(await list.holds(before))) return isPlaceKey(before) ? leadTo(list.path) : undefined
  const isOlder = before !== undefined
  const subject = isOlder ? olderSubject(list.subject) : list.subject
  const view = before ?? 'first'
  const path = isOlder ? own.paths.older(list.path, before) : list.path
  let asked: Promise<ListPage> | undefined
  const page = () => (asked ??= list.read(perPage, before))
  const headPart: Part = {
    subject,
    view: `head ${view}`,
    render: async () => ({ body: listHead(own, list, { path, isOlder, isEmpty: (await page()).items.length === 0 }) }),
  }
  const body: Part = {
    subject,
    view: `list ${view}`,
    render: async () => ({ body: listBody(own, list, await page(), isOlder) }),
  }
  const title: Part = { subject, view: 'title', render: () => ({ body: listTitle(own, list) }) }
  const main = list.opening && !isOlder ? [title, list.opening, body] : [body]
  return { subject, status: 200, parts: framed(own, headPart, main) }
}

interface Listed {
  path: string
  isOlder: boolean
  isEmpty: boolean
}

function listHead(own: Edition, list: ArticleList, { path, isOlder, isEmpty }: Listed): Html {
  const { name, description, partner, feed } = list
  return headOf(own, {
    title: isOlder ? own.say('list.olderThan', { name }) : name,
    description: description || own.say('list.describe', { name, site: own.name }),
    canonical: own.absolute(path),
    // Search engines follow older pages to the articles; a page that lists nothing is nothing to find.
    isNoIndex: isOlder || (isEmpty && !list.isFull),
    ...(partner && !isOlder && { alternates: alternatesOf(own, list.path, partner) }),
    feed: { href: own.absolute(feed), title: name },
    ...(!isOlder && { structured: list.structured?.() ?? listData(own, list) }),
  })
}

const alternatesOf = ({ lang, absolute }: Edition, path: string, partner: { lang: string; path: string }) => [
  { lang, href: absolute(path) },
  { lang: partner.lang, href: absolute(partner.path) },
]

function listBody(own: Edition, list: ArticleList, { items, older }: ListPage, isOlder: boolean): Html {
  // What the page is about need not stand on each of its lines.
  const cards = items.map(({ section, ...item }) =>
    cardOf(section === undefined || section.path === list.path ? item : { ...item, section }, 'line'),
  )
  const title = list.opening && !isOlder ? nothing : listTitle(own, list)
  return html`${title}${items.length === 0 ? emptyView(own, list) : cardList(cards, own.time)}${walk(own, list, older, isOlder)}${isOlder ? nothing : (list.invitation ?? nothing)}`
}

function emptyView({ say }: Edition, { empty = say('list.empty') }: ArticleList): Html {
  return empty === '' ? nothing : html`<p>${empty}</p>`
}

function walk({ say, paths }: Edition, { path }: ArticleList, older: string | undefined, isOlder: boolean): Html {
  if (!isOlder && older === undefined) return nothing
  const back = isOlder ? html`<a href="${path}">${say('list.newest')}</a> ` : nothing
  const on =
    older === undefined ? nothing : html`<a rel="next" href="${paths.older(path, older)}">${say('list.older')}</a>`
  return html`<p class="on">${back}${on}</p> `
}

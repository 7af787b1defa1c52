import { canonicalPath } from '#platform/http/canonical-path.ts'
import { type OwnHosts, ownHosts } from './own-hosts.ts'
import type { WxrItem } from './wxr.ts'

/** Which of the old site's articles stood where. */
export interface OldAddresses {
  hosts: OwnHosts
  addArticle(item: Placed, isPublic: boolean): void
  /** Canonical path of an item; undefined when the file names none (`/?p=17`, no link, the front page). */
  pathOf(item: Placed): string | undefined
  /** Id of the public article that stood there: of the first, when several claim it. */
  publicAt(path: string): string | undefined
  /** What an address means on the old site; undefined when it is another's. */
  meant(href: string): OldPlace | undefined
  /** The post or page of that id, as far as it must be known before it is read. */
  article(id: string): KnownArticle | undefined
}

type Placed = Pick<WxrItem, 'id' | 'link' | 'guid' | 'type' | 'slug' | 'parent'>

export interface KnownArticle {
  type: string
  guid: string
  path?: string
}

/** A place of the old site. */
export interface OldPlace {
  /** With query and fragment, as it was written. */
  path: string
  hash: string
  /** Id of the article there, and its canonical path. */
  id?: string
  articlePath?: string
}

interface Owner {
  id: string
  path: string
  isPublic: boolean
}

export function oldAddresses(): OldAddresses {
  const hosts = ownHosts()
  const byPath = new Map<string, Owner>()
  const articles = new Map<string, KnownArticle>()
  const pages = new Map<string, Pick<WxrItem, 'slug' | 'parent'>>()
  return {
    hosts,
    addArticle(item, isPublic) {
      hosts.addItem(item)
      const { id, type, guid } = item
      if (type === 'page') pages.set(id, { slug: item.slug, parent: item.parent })
      const path = pathIn(item.link)
      articles.set(id, { type, guid, ...(path !== undefined && { path }) })
      if (path === undefined) return
      const before = byPath.get(withoutSlash(path))
      if (!before || (isPublic && !before.isPublic)) byPath.set(withoutSlash(path), { id, path, isPublic })
    },
    pathOf: ({ id, link, type }) =>
      type === 'page' && link === '' ? pagePath(hosts.folder(), id, pages) : pathIn(link),
    publicAt(path) {
      const owner = byPath.get(withoutSlash(path))
      return owner?.isPublic ? owner.id : undefined
    },
    meant(href) {
      const url = hosts.ownUrl(href)
      if (!url) return undefined
      const { pathname, search, hash } = url
      const place = { path: pathname + search + hash, hash }
      const named = /[?&](?:p|page_id)=(\d+)/.exec(search)?.[1]
      if (named !== undefined) return { ...place, ...ownerOf(named, articles) }
      const owner = byPath.get(withoutSlash(canonicalPath(pathname) ?? pathname))
      return owner ? { ...place, id: owner.id, articlePath: owner.path } : place
    },
    article: (id) => articles.get(id),
  }
}

function ownerOf(id: string, articles: ReadonlyMap<string, KnownArticle>): Partial<OldPlace> {
  const article = articles.get(id)
  if (!article) return {}
  return { id, ...(article.path !== undefined && { articlePath: article.path }) }
}

/** The path of an address, unless it is one of the plain forms (`/?p=17`) or the root. */
export function pathIn(link: string): string | undefined {
  if (!URL.canParse(link)) return undefined
  const { pathname, search } = new URL(link)
  const isPlain = /[?&](p|page_id|attachment_id)=\d/.test(search)
  return isPlain || pathname === '/' ? undefined : canonicalPath(pathname)
}

/** Pages stand below the pages above them; a ring of parents ends where it began. */
function pagePath(
  folder: string,
  id: string,
  pages: ReadonlyMap<string, Pick<WxrItem, 'slug' | 'parent'>>,
): string | undefined {
  const slugs: string[] = []
  const seen = new Set<string>()
  for (let next: string | undefined = id; next !== undefined && !seen.has(next); next = pages.get(next)?.parent) {
    seen.add(next)
    const slug = pages.get(next)?.slug ?? ''
    if (slug !== '') slugs.unshift(slug)
  }
  return slugs.length > 0 ? canonicalPath(`${folder}/${slugs.join('/')}/`) : undefined
}

export const withoutSlash = (path: string): string => (path.length > 1 ? path.replace(/\/$/, '') : path)

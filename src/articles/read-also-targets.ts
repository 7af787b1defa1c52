import type { Id } from '#platform/database/tables.ts'
import type { Gawai } from '#platform/gawai.ts'
import { canonicalPath } from '#platform/http/canonical-path.ts'
import { findAddress } from './address.ts'
import { readMarkdown } from './document/index.ts'

type Site = Pick<Gawai, 'db' | 'origin'>

/** The articles that the "Baca juga" lines of a text point to, by the address as it is written. */
export async function readAlsoIn(site: Site, markdown: string): Promise<Map<string, Id>> {
  const hrefs = new Set<string>()
  readMarkdown(markdown, { readAlso: (href) => void hrefs.add(href) })
  return readAlsoTargets(site, hrefs)
}

/** The same for addresses that are known already. */
export async function readAlsoTargets(site: Site, hrefs: Iterable<string>): Promise<Map<string, Id>> {
  const targets = new Map<string, Id>()
  for (const href of hrefs) {
    const target = await articleAt(site, href)
    if (target !== undefined) targets.set(href, target)
  }
  return targets
}

/** Also when it is written with this site's origin, or without its last slash. */
async function articleAt(site: Site, href: string): Promise<Id | undefined> {
  const written = href.startsWith(`${site.origin}/`) ? href.slice(site.origin.length) : href
  const path = canonicalPath(written.replace(/[?#].*$/, ''))
  if (path === undefined) return undefined
  const address = (await findAddress(site, path)) ?? (await findAddress(site, `${path}/`))
  return address?.kind === 'article' ? address.target : undefined
}

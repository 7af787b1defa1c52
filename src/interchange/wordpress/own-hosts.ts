import type { WxrItem } from './wxr.ts'

/** The hosts that the old site had over the years, and the folder in which it lay. */
export interface OwnHosts {
  addSite(address: string): void
  addItem(item: Pick<WxrItem, 'id' | 'link' | 'guid'>): void
  /** Empty, or `/blog`. */
  folder(): string
  /** A link of the old site, whole or from its root; undefined when it leads elsewhere. */
  ownUrl(href: string): URL | undefined
}

export function ownHosts(): OwnHosts {
  const hosts = new Set<string>()
  const links = new Map<string, number>()
  let items = 0
  let folder: string | undefined
  const isOwn = (host: string) => hosts.has(host) || (links.get(host) ?? 0) > items / 2
  return {
    addSite(address) {
      if (!URL.canParse(address)) return
      hosts.add(bareHost(address))
      folder ??= new URL(address).pathname.replace(/\/+$/, '')
    },
    addItem(item) {
      items += 1
      if (hasOwnGuid(item)) hosts.add(bareHost(item.guid))
      if (!URL.canParse(item.link)) return
      const host = bareHost(item.link)
      links.set(host, (links.get(host) ?? 0) + 1)
    },
    folder: () => folder ?? '',
    ownUrl(href) {
      const isPath = href.startsWith('/') && !href.startsWith('//')
      const written = isPath ? `https://own.invalid${href}` : href
      if (!URL.canParse(written)) return undefined
      const url = new URL(written)
      if (!isPath && !(/^https?:$/.test(url.protocol) && isOwn(bareHost(written)))) return undefined
      // A site in a folder does not speak for the rest of its host.
      return `${url.pathname}/`.startsWith(`${folder ?? ''}/`) ? url : undefined
    },
  }
}

/** WordPress's own ids are such addresses, and keep the host that the site had when the post was written. */
function hasOwnGuid({ id, guid }: Pick<WxrItem, 'id' | 'guid'>): boolean {
  if (!URL.canParse(guid)) return false
  const { searchParams } = new URL(guid)
  return (searchParams.get('p') ?? searchParams.get('page_id')) === id
}

/** With and without `www.` a host is the same to its readers. */
const bareHost = (address: string): string => new URL(address).host.replace(/^www\./, '')

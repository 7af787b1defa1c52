import { addressesInCss, addressesInHtml, addressesInJson, addressesInXml, type Pointing } from './addresses-in.ts'

/** Something the site answered: a page, or a file of any type. */
export interface Visited {
  path: string
  kind: string
  isPage: boolean
  status: number
  type: string
  /** Empty for pictures and other files that are no text. */
  text: string
  /** What a page says of itself in JSON-LD. */
  facts: readonly string[]
  ids: ReadonlySet<string>
  /** The addresses in it that lead to this site. */
  addresses: readonly URL[]
}

/** Reads an answer to its end and everything it points to. */
export async function readVisited(address: URL, response: Response, kind?: string): Promise<Visited> {
  const type = response.headers.get('content-type')?.split(';')[0] ?? ''
  const bytes = await response.arrayBuffer()
  const text = isText(type) ? new TextDecoder().decode(bytes) : ''
  const { addresses, ids, facts, type: ogType } = pointingOf(type, text)
  const path = address.pathname + address.search
  const isPage = type === 'text/html'
  return {
    path,
    kind: kind ?? (isPage ? pageKind(path, ogType) : fileKind(path, type)),
    isPage,
    status: response.status,
    type,
    text,
    facts,
    ids,
    addresses: addresses.flatMap((written) => onSameSite(written, address)),
  }
}

const isText = (type: string): boolean => /^text\/|xml$|json$/.test(type) && !type.startsWith('image/')

function pointingOf(type: string, text: string): Pointing {
  if (type === 'text/html') return addressesInHtml(text)
  return { addresses: addressesInFile(type, text), ids: new Set(), facts: [], type: '' }
}

function addressesInFile(type: string, text: string): string[] {
  if (type.endsWith('xml')) return addressesInXml(text)
  if (type.endsWith('json')) return addressesInJson(text)
  if (type === 'text/css') return addressesInCss(text)
  return [...text.matchAll(/^Sitemap: (\S+)$/gm)].flatMap(([, address]) => address ?? [])
}

/** Nothing for other hosts and for what no program asks for, such as `mailto:`. */
function onSameSite(written: string, base: URL): URL[] {
  if (!URL.canParse(written, base.href)) return []
  const url = new URL(written, base)
  return url.origin === base.origin ? [url] : []
}

/** Pages that one view makes; editions are told apart, because their words differ in length. */
function pageKind(path: string, ogType: string): string {
  const { edition = '', first = '' } = /^\/((?<edition>en|id)(\/|$))?(?<first>[^/?]*)/.exec(path)?.groups ?? {}
  const isOlder = /\/(sebelum|before)\//.test(path)
  const plain = ogType === 'article' ? 'article' : isOlder ? 'older' : first === '' ? 'home' : first
  return `${edition} ${plain}`.trim()
}

function fileKind(path: string, type: string): string {
  if (/rss|atom|feed/.test(type)) return 'feed'
  return path.includes('sitemap') ? 'sitemap' : type
}

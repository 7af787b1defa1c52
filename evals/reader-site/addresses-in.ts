import { Parser } from 'htmlparser2'

/** What a text points to, and the places in it that others can point to. */
export interface Pointing {
  addresses: string[]
  ids: Set<string>
  /** The texts of its JSON-LD scripts. */
  facts: string[]
  /** `og:type`. */
  type: string
}

const single = ['href', 'src', 'poster', 'action']
const several = ['srcset', 'imagesrcset']

/** Every address that a browser, a reader's click or a crawler could ask for. */
export function addressesInHtml(text: string): Pointing {
  const found: Pointing = { addresses: [], ids: new Set(), facts: [], type: '' }
  let script: string | undefined
  let hasIcon = false
  const parser = new Parser({
    onopentag(name, attributes) {
      // A form that changes something is not to be asked for.
      const isForm = name === 'form' && (attributes['method'] ?? 'get').toLowerCase() !== 'get'
      if (!isForm) found.addresses.push(...pointers(attributes))
      if (attributes['id'] !== undefined) found.ids.add(attributes['id'])
      if (attributes['property'] === 'og:type') found.type = attributes['content'] ?? ''
      // Only whole addresses stand in a meta element: og:image and its like.
      if (name === 'meta' && /^https?:/.test(attributes['content'] ?? ''))
        found.addresses.push(attributes['content'] ?? '')
      if (name === 'link' && attributes['rel'] === 'icon') hasIcon = true
      if (name === 'script' && attributes['type'] === 'application/ld+json') script = ''
    },
    ontext: (words) => (script = script === undefined ? undefined : script + words),
    onclosetag() {
      if (script !== undefined) found.facts.push(script)
      script = undefined
    },
  })
  parser.end(text)
  // Where a page names no icon, browsers ask by themselves.
  if (!hasIcon && /^\s*<!doctype/i.test(text)) found.addresses.push('/favicon.ico')
  for (const facts of found.facts) found.addresses.push(...addressesInJson(facts))
  return found
}

/** Elements of feeds and sitemaps whose text is an address. */
const named = new Set(['loc', 'link', 'url', 'image:loc', 'news:loc', 'id', 'icon', 'logo'])
const holdsHtml = new Set(['content:encoded', 'description', 'content', 'summary'])

/** Those of a feed or a sitemap, and of the HTML inside a feed. */
export function addressesInXml(text: string): string[] {
  const found: string[] = []
  let words = ''
  const parser = new Parser(
    {
      onopentag(_, attributes) {
        found.push(...pointers(attributes), attributes['url'] ?? '')
        words = ''
      },
      ontext: (more) => (words += more),
      onclosetag(name) {
        if (named.has(name) && /^(https?:|\/)/.test(words)) found.push(words.trim())
        if (holdsHtml.has(name)) found.push(...addressesInHtml(words).addresses)
        words = ''
      },
      onprocessinginstruction: (_, data) => found.push(/^\?xml-stylesheet\b.*\bhref="([^"]+)"/.exec(data)?.[1] ?? ''),
    },
    { xmlMode: true },
  )
  parser.end(text)
  return found.filter((address) => address !== '')
}

/** Whole addresses in JSON: JSON-LD, a JSON feed, a manifest. Names such as `/#publisher` are no places on a page. */
export function addressesInJson(text: string): string[] {
  const found = new Set<string>()
  try {
    JSON.parse(text, (key, value: unknown) => {
      const isAddress = typeof value === 'string' && (/^https?:\/\/\S+$/.test(value) || (key === 'src' && value !== ''))
      if (isAddress) found.add(String(value).replace(/#.*$/, ''))
      return value
    })
  } catch {
    // That it is no JSON is somebody else's finding.
  }
  return [...found]
}

export const addressesInCss = (text: string): string[] =>
  [...text.matchAll(/url\(\s*["']?([^"')]+)["']?\s*\)/g)].flatMap(([, address]) => address ?? [])

function pointers(attributes: Record<string, string>): string[] {
  const lists = several.flatMap((name) => attributes[name]?.split(/,\s+/) ?? [])
  const firsts = lists.map((candidate) => candidate.trim().split(/\s/)[0] ?? '')
  return [...single.flatMap((name) => attributes[name] ?? []), ...firsts].filter((address) => address !== '')
}

import type { NewsMediaOrganization, SearchAction, WebSite, WithActionConstraints } from 'schema-dts'
import type { Edition } from '../edition.ts'
import { logoPath } from '../logo.ts'

export const publisherId = ({ absolute }: Edition): string => absolute('/#publisher')

/** Who publishes: the newsroom, with its logo (Search Central, "Organization structured data"). */
export function publisher(own: Edition): NewsMediaOrganization {
  return {
    '@type': 'NewsMediaOrganization',
    '@id': publisherId(own),
    name: own.name,
    url: own.absolute('/'),
    logo: own.absolute(logoPath),
  }
}

/** The edition and its search (schema.org/SearchAction). Stands on its home page. */
export function webSite(own: Edition): WebSite {
  const { absolute, paths, name, description, lang } = own
  const potentialAction: WithActionConstraints<SearchAction> = {
    '@type': 'SearchAction',
    target: `${absolute(paths.search)}?q={words}`,
    'query-input': 'required name=words',
  }
  return {
    '@type': 'WebSite',
    '@id': absolute(`${paths.home}#site`),
    url: absolute(paths.home),
    name,
    ...(description !== '' && { description }),
    inLanguage: lang,
    publisher: { '@id': publisherId(own) },
    potentialAction,
  }
}

import type { CollectionPage, ProfilePage } from 'schema-dts'
import type { Edition } from '../edition.ts'
import { publisherId } from './site.ts'

/** A list of articles. */
export function collectionPage(
  { absolute, lang }: Edition,
  { name, description, path }: { name: string; description: string; path: string },
): CollectionPage {
  return {
    '@type': 'CollectionPage',
    '@id': absolute(path),
    url: absolute(path),
    name,
    ...(description !== '' && { description }),
    inLanguage: lang,
  }
}

/** Somebody who signs articles, as their page shows them. */
export interface Profile {
  name: string
  path: string
  description?: string
  /** What they do here, in words. */
  role?: string
  /** A path of this site. */
  picture?: string
  /** The same person elsewhere. */
  elsewhere?: readonly string[]
}

/** The page of a person (Search Central, "ProfilePage structured data"). Beside it stands the publisher. */
export function profilePage(own: Edition, profile: Profile): ProfilePage {
  const { name, path, description, role, picture, elsewhere = [] } = profile
  const url = own.absolute(path)
  return {
    '@type': 'ProfilePage',
    '@id': url,
    url,
    inLanguage: own.lang,
    mainEntity: {
      '@type': 'Person',
      '@id': `${url}#person`,
      name,
      url,
      ...(description !== undefined && { description }),
      ...(role !== undefined && { jobTitle: role }),
      ...(picture !== undefined && { image: own.absolute(picture) }),
      ...(elsewhere.length > 0 && { sameAs: elsewhere }),
      worksFor: { '@id': publisherId(own) },
    },
  }
}

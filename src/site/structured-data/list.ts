import type { CollectionPage, ProfilePage } from 'schema-dts'
import type { Profile } from '#people'
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

/** The page of a person (Search Central, "ProfilePage structured data"). Beside it stands the publisher. */
export function profilePage(own: Edition, profile: Profile): ProfilePage {
  const { name, slug, about, post } = profile
  const url = own.absolute(own.paths.person(slug))
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
      ...(about !== '' && { description: about }),
      ...(post !== '' && { jobTitle: post }),
      worksFor: { '@id': publisherId(own) },
    },
  }
}

import type { PublishedArticle } from '#articles'
import type { Profile } from '#people'
import type { Html } from '#platform/html.ts'
import type { Edition } from '../edition.ts'
import type { ArticleList } from '../lists/article-list.ts'
import { newsArticle } from './article.ts'
import { breadcrumbs } from './breadcrumbs.ts'
import { graphElement } from './graph.ts'
import { collectionPage, profilePage } from './list.ts'
import { publisher, webSite } from './site.ts'

/** What each kind of page says of itself. Pages about the newsroom itself say nothing. */
export const homeData = (own: Edition): Html => graphElement([webSite(own), publisher(own)])

export function articleData(own: Edition, article: PublishedArticle): Html | undefined {
  const { kind, section, title } = article
  if (kind !== 'article') return undefined
  const way = breadcrumbs(own, [...(section ? [section] : []), { name: title }])
  return graphElement([newsArticle(own, article), way, publisher(own)])
}

export const listData = (own: Edition, list: ArticleList): Html =>
  graphElement([collectionPage(own, list), breadcrumbs(own, [...(list.above ?? []), { name: list.name }])])

export const profileData = (own: Edition, profile: Profile): Html =>
  graphElement([profilePage(own, profile), breadcrumbs(own, [{ name: profile.name }]), publisher(own)])

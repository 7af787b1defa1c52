import type { CreativeWork, ImageObject, NewsArticle, Person, SpeakableSpecification } from 'schema-dts'
import { type Picture, type PublishedArticle, wordsIn } from '#articles'
import { machineTime } from '#look/time.ts'
import { shareable } from '#media'
import { siteLanguage } from '#platform/settings.ts'
import type { Edition } from '../edition.ts'
import { publisherId } from './site.ts'

/**
 * An article with all that Google's documentation asks for (Search Central, "Article structured data") and what
 * schema.org has for a newsroom's habits: editor, sources, what it is about. Beside it stands the publisher.
 */
export function newsArticle(own: Edition, article: PublishedArticle): NewsArticle {
  const { absolute, paths, time } = own
  const { title, description, path, lang, section, topics, brands, picture, partner, sources } = article
  const url = absolute(path)
  const people = (role: 'writer' | 'editor') => article.bylines.filter((byline) => byline.role === role)
  const writers = people('writer').map((byline) => person(own, byline))
  const editors = people('editor').map((byline) => person(own, byline))
  return {
    '@type': 'NewsArticle',
    '@id': articleId(own, path),
    mainEntityOfPage: url,
    headline: title,
    ...(description !== '' && { description }),
    ...(picture && { image: image(own, picture) }),
    datePublished: machineTime(article.publishedAt, time),
    dateModified: machineTime(article.modifiedAt, time),
    author: writers.length > 0 ? writers : { '@id': publisherId(own) },
    ...(editors.length > 0 && { editor: editors }),
    publisher: { '@id': publisherId(own) },
    ...(section && { articleSection: section.name }),
    ...(topics.length > 0 && { keywords: topics.map(({ name }) => name) }),
    ...(brands.length > 0 && {
      about: brands.map((brand) => ({ '@type': 'Brand', name: brand.name, url: absolute(paths.brand(brand.slug)) })),
    }),
    ...(sources.length > 0 && { citation: sources.map(citation) }),
    ...(partner && translation(own, article, partner)),
    inLanguage: lang,
    isAccessibleForFree: true,
    wordCount: wordsIn(article.document),
    speakable,
  }
}

const articleId = ({ absolute }: Edition, path: string): string => `${absolute(path)}#article`

/** Headline and summary: what can be read aloud in half a minute (Search Central, "Speakable structured data"). */
const speakable: SpeakableSpecification = { '@type': 'SpeakableSpecification', cssSelector: ['h1', '.summary'] }

function person({ absolute, paths }: Edition, { name, slug }: PublishedArticle['bylines'][number]): Person {
  return { '@type': 'Person', name, url: absolute(paths.person(slug)) }
}

function image({ absolute }: Edition, picture: Picture): ImageObject {
  const { src, width = picture.width, height = picture.height } = shareable(picture)
  return { '@type': 'ImageObject', url: absolute(src), width: `${width}`, height: `${height}` }
}

function citation({ name, url }: PublishedArticle['sources'][number]): CreativeWork {
  return { '@type': 'CreativeWork', name, ...(url !== undefined && { url }) }
}

/** A newsroom writes in the language of its site first. */
function translation(own: Edition, { lang }: PublishedArticle, partner: { lang: string; path: string; title: string }) {
  const work: NewsArticle = {
    '@type': 'NewsArticle',
    '@id': articleId(own, partner.path),
    url: own.absolute(partner.path),
    inLanguage: partner.lang,
  }
  return lang === own.gawai.settings.get(siteLanguage) ? { workTranslation: work } : { translationOfWork: work }
}

import type {
  Brand,
  CorrectionComment,
  CreativeWork,
  ImageObject,
  NewsArticle,
  Person,
  SpeakableSpecification,
} from 'schema-dts'
import { type Correction, type Picture, type PublishedArticle, wordsIn } from '#articles'
import { machineTime } from '#look/time.ts'
import { shareable } from '#media'
import { siteLanguage } from '#platform/settings.ts'
import { correctionWords } from '../corrections-view.ts'
import type { Edition } from '../edition.ts'
import { shareCardPath, shareCardSize } from '../share-card.ts'
import { publisherId } from './site.ts'

/**
 * An article with all that Google's documentation asks for (Search Central, "Article structured data") and what
 * schema.org has for a newsroom's habits: editor, sources, what it is about. Beside it stands the publisher.
 */
export function newsArticle(own: Edition, article: PublishedArticle): NewsArticle {
  const { title, description, path, lang, picture, partner } = article
  return {
    '@type': 'NewsArticle',
    '@id': articleId(own, path),
    mainEntityOfPage: own.absolute(path),
    headline: title,
    ...(description !== '' && { description }),
    image: picture ? image(own, picture) : card(own, article),
    datePublished: machineTime(article.publishedAt, own.time),
    dateModified: machineTime(article.modifiedAt, own.time),
    ...signed(own, article),
    ...(article.corrections.length > 0 && { correction: article.corrections.map((one) => correction(own, one)) }),
    ...about(own, article),
    ...(partner && translation(own, article, partner)),
    inLanguage: lang,
    isAccessibleForFree: true,
    wordCount: wordsIn(article.document),
    speakable,
  }
}

/** Writers, editors and the newsroom, which answers for what nobody signed. */
function signed(own: Edition, { bylines }: PublishedArticle) {
  const inRole = (role: Byline['role']) =>
    bylines.filter((byline) => byline.role === role).map((one) => person(own, one))
  const newsroom = { '@id': publisherId(own) }
  const [writers, editors] = [inRole('writer'), inRole('editor')]
  return {
    author: writers.length > 0 ? writers : newsroom,
    ...(editors.length > 0 && { editor: editors }),
    publisher: newsroom,
  }
}

/** Where it stands, what it is about and on whose word. */
function about({ absolute, paths }: Edition, { section, topics, brands, sources }: PublishedArticle) {
  return {
    ...(section && { articleSection: section.name }),
    ...(topics.length > 0 && { keywords: topics.map(({ name }) => name) }),
    ...(brands.length > 0 && {
      about: brands.map(({ name, slug }): Brand => ({ '@type': 'Brand', name, url: absolute(paths.brand(slug)) })),
    }),
    ...(sources.length > 0 && { citation: sources.map(citation) }),
  }
}

type Byline = PublishedArticle['bylines'][number]

const articleId = ({ absolute }: Edition, path: string): string => `${absolute(path)}#article`

/** Headline and summary: what can be read aloud in half a minute (Search Central, "Speakable structured data"). */
const speakable: SpeakableSpecification = { '@type': 'SpeakableSpecification', cssSelector: ['h1', '.summary'] }

function person({ absolute, paths }: Edition, { name, slug }: Byline): Person {
  return { '@type': 'Person', name, url: absolute(paths.person(slug)) }
}

function image({ absolute }: Edition, picture: Picture): ImageObject {
  const { src, width = picture.width, height = picture.height } = shareable(picture)
  return { '@type': 'ImageObject', url: absolute(src), width: `${width}`, height: `${height}` }
}

/** A story without a picture is shown elsewhere by its card. */
function card({ gawai, absolute }: Edition, article: PublishedArticle): ImageObject {
  const { width, height } = shareCardSize
  return {
    '@type': 'ImageObject',
    url: absolute(shareCardPath(gawai, article)),
    width: `${width}`,
    height: `${height}`,
  }
}

function correction({ say, time }: Edition, { kind, words, at }: Correction): CorrectionComment {
  return {
    '@type': 'CorrectionComment',
    name: say(correctionWords[kind]),
    text: words,
    datePublished: machineTime(at, time),
  }
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

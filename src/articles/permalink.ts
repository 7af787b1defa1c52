import { z } from 'zod'
import type { Instant } from '#platform/database/tables.ts'
import { canonicalPath } from '#platform/http/canonical-path.ts'
import { refusing } from '#platform/refusals.ts'
import { defineSetting, type Language } from '#platform/settings.ts'

/** The parts of an address, spelled as WordPress spells them so that an operator who comes from there knows them. */
const tags = [
  'year',
  'monthnum',
  'day',
  'hour',
  'minute',
  'second',
  'post_id',
  'postname',
  'category',
  'author',
] as const
type Tag = (typeof tags)[number]
const tagsInWords = tags.map((tag) => `%${tag}%`).join(', ')

const pattern = z
  .string()
  .refine(
    (value) => /^\/([\w.%-]+\/)*[\w.%-]+\/?$/.test(value),
    refusing('must be a path such as /%year%/%monthnum%/%postname%/', { key: 'refusedPermalink.path' }),
  )
  .refine(
    (value) => [...value.matchAll(/%(\w*)%/g)].every(([, tag]) => tags.some((known) => known === tag)),
    refusing(`may only use ${tagsInWords}`, { key: 'refusedPermalink.parts', values: { parts: tagsInWords } }),
  )
  .refine(
    (value) => /%postname%|%post_id%/.test(value),
    refusing('needs %postname% or %post_id%, or two articles would share an address', {
      key: 'refusedPermalink.own',
    }),
  )

export const permalinkPattern = defineSetting('permalink', pattern, '/%year%/%monthnum%/%postname%/')

const base = z.string().regex(/^[\w-]+(\/[\w-]+)*$/, 'must be a word such as "rubrik"')
/** First words of section and topic addresses. A site that came from elsewhere keeps its own. */
export const sectionBase = {
  id: defineSetting('permalink.section.id', base, 'rubrik'),
  en: defineSetting('permalink.section.en', base, 'sections'),
} as const satisfies Record<Language, unknown>
export const topicBase = {
  id: defineSetting('permalink.topic.id', base, 'topik'),
  en: defineSetting('permalink.topic.en', base, 'topics'),
} as const satisfies Record<Language, unknown>

/** What an article's address is made of. Times are read in the site's zone. */
export interface PermalinkFacts {
  id: string
  slug: string
  publishedAt: Instant
  zone: string
  section?: string
  author?: string
}

/** Fills a pattern. The result is canonical (`canonicalPath`) and has no language prefix. */
export function permalink(form: string, facts: PermalinkFacts): string {
  const at = Temporal.Instant.fromEpochMilliseconds(facts.publishedAt).toZonedDateTimeISO(facts.zone)
  const two = (part: number) => String(part).padStart(2, '0')
  const parts: Record<Tag, string> = {
    year: String(at.year),
    monthnum: two(at.month),
    day: two(at.day),
    hour: two(at.hour),
    minute: two(at.minute),
    second: two(at.second),
    post_id: facts.id,
    postname: encodeURIComponent(facts.slug),
    category: facts.section ?? 'umum',
    author: facts.author ?? 'redaksi',
  }
  const path = form.replace(/%(\w+)%/g, (whole, tag: string) => (isTag(tag) ? parts[tag] : whole))
  return canonicalPath(path) ?? path
}

function isTag(word: string): word is Tag {
  return tags.some((tag) => tag === word)
}

/** The default language stands at `/`, the other under its own name. */
export const languagePrefix = (lang: Language, siteLanguage: Language): string =>
  lang === siteLanguage ? '' : `/${lang}`

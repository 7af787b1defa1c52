import type { Id } from '#platform/database/tables.ts'
import type { Language } from '#platform/settings.ts'

/**
 * What the fragments of the page store show. A list has two subjects: its first page, which every publication
 * changes, and its older pages, which only an edit or a back-dated publication can change.
 */
export const articleSubject = (id: Id): string => `article:${id}`
export const latestSubject = (lang: Language): string => `latest:${lang}`
export const sectionSubject = (id: Id, lang: Language): string => `section:${id}:${lang}`
export const topicSubject = (id: Id, lang: Language): string => `topic:${id}:${lang}`
export const olderSubject = (list: string): string => `${list}:older`
export const sitemapSubject = 'sitemap'
/** The frame around every page: the names of the sections stand in it. */
export const shellSubject = (lang: Language): string => `shell:${lang}`

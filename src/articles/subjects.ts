import type { Id } from '#platform/database/tables.ts'
import { type Language, languages } from '#platform/settings.ts'
import type { ListKind } from './tables.ts'

/**
 * What the fragments of the page store show. A list has two subjects: its first page, which every publication
 * changes, and its older pages, which only an edit or a back-dated publication can change.
 */
export const articleSubject = (id: Id): string => `article:${id}`
export const latestSubject = (lang: Language): string => `latest:${lang}`
export const listSubject = ({ kind, id }: { kind: ListKind; id: Id }, lang: Language): string => `${kind}:${id}:${lang}`
/** @param period `2018`, `2018-03` or `2018-03-06`, in the site's zone; `all` for the list of years */
export const archiveSubject = (period: string, lang: Language): string => `archive:${period}:${lang}`
/** The names of all sections. */
export const sectionsSubject = 'sections'
export const olderSubject = (list: string): string => `${list}:older`
/** Every page of a list in every language: what stands above the articles has changed. */
export const wholeListSubjects = (list: { kind: ListKind; id: Id }): string[] =>
  languages.map((lang) => listSubject(list, lang)).flatMap((subject) => [subject, olderSubject(subject)])
/** What readers are told was wrong or is new, of all articles. */
export const correctionsSubject = (lang: Language): string => `corrections:${lang}`
export const sitemapSubject = 'sitemap'
/** The frame around every page: the names of the sections stand in it. */
export const shellSubject = (lang: Language): string => `shell:${lang}`

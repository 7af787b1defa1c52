import { type Document, everyNode, referencesOf, wordsIn } from '../document/index.ts'
import type { DeskArticle } from './at-desk.ts'

/** Without what `must` names an article cannot be published; what `should` names may have its reasons. */
export type Severity = 'must' | 'should'

/** Where something is put right: a field of the sheet, or the notes. */
export type Remedy = 'title' | 'slug' | 'summary' | 'section' | 'source' | 'writer' | 'editor' | 'text' | 'notes'

export type Check =
  | 'noTitle'
  | 'noText'
  | 'noSection'
  | 'noWriter'
  | 'noSlug'
  | 'oneHand'
  | 'noSource'
  | 'prompts'
  | 'noAlt'
  | 'noCredit'
  | 'shortTitle'
  | 'longTitle'
  | 'noSummary'
  | 'longSummary'
  | 'longSlug'
  | 'sameTitle'
  | 'sameSlug'
  | 'notes'

/** Something that should be looked at before readers see an article. */
export interface Finding {
  check: Check
  severity: Severity
  remedy: Remedy
  /** How many there are of it, or how long it is. */
  count?: number
  /** The other article, where two say the same. */
  other?: Twin
}

/** A published article with the same title or slug. */
export interface Twin {
  title: string
  path: string
}

/** What the article itself does not say. */
export interface CheckFacts {
  /** Notes that nobody has settled. */
  notes: number
  /** Lines of what it began as, that say what to write and were not written over. */
  prompts?: number
  sameTitle?: Twin | undefined
  sameSlug?: Twin | undefined
}

/** In characters: search engines and phones cut longer headlines (Google, "Article structured data": 110 at the most). */
const title = { least: 20, most: 110 }
/** Lists show so much of a summary. */
const longestSummary = 300
const longestSlug = 80

/**
 * Everything that should be looked at before readers see it, what forbids publishing first. Empty: nothing stands in
 * the way.
 */
export function checklistOf({ kind, content }: Pick<DeskArticle, 'kind' | 'content'>, facts: CheckFacts): Finding[] {
  const findings = [
    ...missingOf(content, kind),
    ...promptsOf(facts),
    ...lengthsOf(content),
    ...(kind === 'article' ? pairOf(content) : []),
    ...picturesOf(content.document),
    ...twinsOf(facts),
    ...found(facts.notes > 0, { check: 'notes', severity: 'should', remedy: 'notes', count: facts.notes }),
  ]
  return findings.toSorted((one, other) => Number(one.severity === 'should') - Number(other.severity === 'should'))
}

type Content = DeskArticle['content']

const found = (isSo: boolean, finding: Finding): Finding[] => (isSo ? [finding] : [])

function missingOf(
  { title: headline, slug, section, bylines, document }: Content,
  kind: DeskArticle['kind'],
): Finding[] {
  const isArticle = kind === 'article'
  const writer = bylines.some(({ role }) => role === 'writer')
  return [
    ...found(headline === '', { check: 'noTitle', severity: 'must', remedy: 'title' }),
    ...found(headline !== '' && slug === '', { check: 'noSlug', severity: 'must', remedy: 'slug' }),
    ...found(wordsIn(document) === 0, { check: 'noText', severity: 'must', remedy: 'text' }),
    ...found(isArticle && section === undefined, { check: 'noSection', severity: 'must', remedy: 'section' }),
    ...found(isArticle && !writer, { check: 'noWriter', severity: 'must', remedy: 'writer' }),
  ]
}

function lengthsOf({ title: { length: letters }, summary, slug }: Content): Finding[] {
  const should = 'should'
  return [
    ...found(letters > 0 && letters < title.least, {
      check: 'shortTitle',
      severity: should,
      remedy: 'title',
      count: letters,
    }),
    ...found(letters > title.most, { check: 'longTitle', severity: should, remedy: 'title', count: letters }),
    ...found(summary === '', { check: 'noSummary', severity: should, remedy: 'summary' }),
    ...found(summary.length > longestSummary, {
      check: 'longSummary',
      severity: should,
      remedy: 'summary',
      count: summary.length,
    }),
    ...found(slug.length > longestSlug, { check: 'longSlug', severity: should, remedy: 'slug', count: slug.length }),
  ]
}

/** Two people and somebody who says it. */
function pairOf({ bylines, sources, document }: Content): Finding[] {
  const signed = (role: 'writer' | 'editor') => bylines.filter((one) => one.role === role).map(({ person }) => person)
  const writers = signed('writer')
  const isRead = signed('editor').some((person) => !writers.includes(person))
  const isSourced = sources.length > 0 || referencesOf(document).organisations.length > 0
  return [
    ...found(!isRead, { check: 'oneHand', severity: 'should', remedy: 'editor' }),
    ...found(!isSourced, { check: 'noSource', severity: 'should', remedy: 'source' }),
  ]
}

function picturesOf(document: Document): Finding[] {
  const pictures = [...everyNode(document.content)].filter(({ type }) => type === 'image')
  const without = (name: 'alt' | 'credit') => pictures.filter(({ attrs }) => (attrs?.[name] ?? '') === '').length
  const [alt, credit] = [without('alt'), without('credit')]
  return [
    ...found(alt > 0, { check: 'noAlt', severity: 'should', remedy: 'text', count: alt }),
    ...found(credit > 0, { check: 'noCredit', severity: 'should', remedy: 'text', count: credit }),
  ]
}

const promptsOf = ({ prompts = 0 }: CheckFacts): Finding[] =>
  found(prompts > 0, { check: 'prompts', severity: 'should', remedy: 'text', count: prompts })

const twinsOf = ({ sameTitle, sameSlug }: CheckFacts): Finding[] => [
  ...(sameTitle ? [{ check: 'sameTitle', severity: 'should', remedy: 'title', other: sameTitle } as const] : []),
  ...(sameSlug ? [{ check: 'sameSlug', severity: 'should', remedy: 'slug', other: sameSlug } as const] : []),
]

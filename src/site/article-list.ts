import {
  archiveSubject,
  findSection,
  findTopic,
  inList,
  inPeriod,
  latest,
  latestSubject,
  type ListKind,
  type ListPage,
  listSubject,
  periodNamed,
  type Section,
  sectionTree,
} from '#articles'
import { type Brand, findBrand } from '#organisations'
import { findPerson, type Profile } from '#people'
import type { Id } from '#platform/database/tables.ts'
import type { Language } from '#platform/settings.ts'
import { periodInWords } from '#look/time.ts'
import { type Edition, otherEdition, otherInUse } from './edition.ts'

/** A list of articles that readers can walk from the newest to the oldest. */
export interface ArticleList {
  /** The subject of its first page. */
  subject: string
  path: string
  name: string
  description: string
  /** What kind of list it is, above its name, with the way to all of that kind. */
  label?: { name: string; path?: string }
  /** The lists above it and below it. */
  above?: readonly { name: string; path: string }[]
  below?: readonly { name: string; path: string }[]
  /** Who or what it is about, where it is a person or a brand. */
  person?: Profile
  brand?: Brand
  /** The path of the same list in the other language. */
  partner?: { lang: Language; path: string }
  /** The path of its feed. */
  feed: string
  read(limit: number, before?: string): Promise<ListPage>
}

/** Finds a list by what its address says; none when there is no such thing. */
export type ListOf = (own: Edition, params: Record<string, string>) => Promise<ArticleList | undefined>

/** Everything new, in one list. */
export async function latestList(own: Edition): Promise<ArticleList> {
  const { gawai, lang, paths, say } = own
  return {
    subject: latestSubject(lang),
    path: paths.latest,
    name: say('list.latest'),
    description: '',
    feed: paths.feed,
    ...(await partnerOf(own, (other) => other.paths.latest)),
    read: (limit, before) => latest(gawai, { lang, limit, before }),
  }
}

/** @param id of a section; undefined when it has no name in this language */
export async function sectionList(own: Edition, id: Id): Promise<ArticleList | undefined> {
  const tree = await sectionTree(own.gawai, own.lang)
  const section = tree.find((one) => one.id === id)
  if (!section) return undefined
  const other = otherEdition(own).lang
  const partner = await findSection(own.gawai, id, other)
  return {
    ...listed(own, { kind: 'section', id }, section),
    label: { name: own.say('list.section'), path: own.paths.sections },
    above: aboveIn(tree, section),
    below: tree.filter(({ parent }) => parent === id),
    ...(partner && { partner: { lang: other, path: partner.path } }),
  }
}

function aboveIn(tree: readonly Section[], { id, parent }: Section): Section[] {
  const above = parent === undefined ? undefined : tree.find((one) => one.id === parent)
  // A ring of parents would never end.
  return above && above.id !== id
    ? [
        ...aboveIn(
          tree.filter((one) => one.id !== id),
          above,
        ),
        above,
      ]
    : []
}

/** @param id of a topic; undefined when it has no name in this language */
export async function topicList(own: Edition, id: Id): Promise<ArticleList | undefined> {
  const topic = await findTopic(own.gawai, id, own.lang)
  const other = otherEdition(own).lang
  const partner = topic && (await findTopic(own.gawai, id, other))
  return (
    topic && {
      ...listed(own, { kind: 'topic', id }, topic),
      label: { name: own.say('list.topic') },
      ...(partner && { partner: { lang: other, path: partner.path } }),
    }
  )
}

/** Everything about a maker. */
export async function brandList(own: Edition, slug: string): Promise<ArticleList | undefined> {
  const brand = await findBrand(own.gawai, slug, own.lang)
  if (!brand) return undefined
  const { id, name, about } = brand
  return {
    ...listed(own, { kind: 'brand', id }, { name, description: about, path: own.paths.brand(brand.slug) }),
    label: { name: own.say('list.brand'), path: own.paths.brands },
    brand,
    ...(await partnerOf(own, ({ paths }) => paths.brand(brand.slug))),
  }
}

/** Everything that somebody signed. */
export async function personList(own: Edition, slug: string): Promise<ArticleList | undefined> {
  const person = await findPerson(own.gawai, slug, own.lang)
  if (!person) return undefined
  const { id, name, about, post } = person
  return {
    ...listed(own, { kind: 'person', id }, { name, description: about, path: own.paths.person(person.slug) }),
    label: { name: post === '' ? own.say('list.person') : post, path: own.paths.people },
    person,
    ...(await partnerOf(own, ({ paths }) => paths.person(person.slug))),
  }
}

/**
 * Everything of a year, a month or a day.
 *
 * @param words year, month and day as an address has them
 * @returns undefined when nothing was published then, or the calendar has no such day
 */
export async function periodList(
  own: Edition,
  words: readonly (string | undefined)[],
): Promise<ArticleList | undefined> {
  const { gawai, lang, paths, say, time } = own
  const period = periodNamed(
    words.filter((word) => word !== undefined),
    time.zone,
  )
  if (!period || (await inPeriod(gawai, { lang, ...period, limit: 1 })).items.length === 0) return undefined
  const { name, from, until } = period
  return {
    subject: archiveSubject(name, lang),
    path: paths.period(name),
    name: periodInWords(name, time),
    description: '',
    feed: paths.feed,
    label: { name: say('list.archive'), path: paths.archive },
    above: yearAndMonth(name).map((part) => ({ name: periodInWords(part, time), path: paths.period(part) })),
    read: (limit, before) => inPeriod(gawai, { lang, from, until, limit, before }),
  }
}

/** `2018-03-06` lies in `2018` and `2018-03`. */
function yearAndMonth(name: string): string[] {
  const words = name.split('-')
  return words.slice(0, -1).map((_, index) => words.slice(0, index + 1).join('-'))
}

function listed(
  { gawai, lang }: Edition,
  list: { kind: ListKind; id: Id },
  { name, description, path }: { name: string; description: string; path: string },
): ArticleList {
  return {
    subject: listSubject(list, lang),
    path,
    name,
    description,
    feed: `${path}feed/`,
    read: (limit, before) => inList(gawai, { ...list, lang, limit, before }),
  }
}

/** What needs no name in the other language is there as soon as its edition is. */
async function partnerOf(own: Edition, pathIn: (other: Edition) => string): Promise<Pick<ArticleList, 'partner'>> {
  const other = await otherInUse(own)
  return other ? { partner: { lang: other.lang, path: pathIn(other) } } : {}
}

import { archiveSubject, idsInUse, monthsWithArticles, sectionsSubject, sectionTree } from '#articles'
import { namesList, type NamesFacts } from '#look/names.ts'
import { periodInWords } from '#look/time.ts'
import { allBrands, brandsSubject } from '#organisations'
import { brandsWithDevices } from '#devices'
import { allPeople, peopleSubject } from '#people'
import { html, nothing } from '#platform/html.ts'
import type { PagePlan, Part } from '#platform/page-store/page.ts'
import { type Edition, otherInUse } from './edition.ts'
import { framed, headOf } from './frame.ts'

/** A page of names that lead to lists: all sections, all brands, everybody, every month. */
interface Names {
  subject: string
  title: string
  words: string
  pathIn(own: Edition): string
  read(): Promise<NamesFacts[]>
}

export function sectionsPage(own: Edition): Promise<PagePlan> {
  const { gawai, lang, say } = own
  return namesPage(own, {
    subject: sectionsSubject,
    title: say('names.sections'),
    words: say('names.sectionsWords'),
    pathIn: ({ paths }) => paths.sections,
    async read() {
      const tree = await sectionTree(gawai, lang)
      const below = (id: number | undefined): NamesFacts[] =>
        tree
          .filter(({ parent }) => parent === id)
          .map((section) => ({
            name: section.name,
            path: section.path,
            words: section.description,
            below: below(section.id),
          }))
      return below(undefined)
    },
  })
}

export function brandsPage(own: Edition): Promise<PagePlan> {
  const { gawai, lang, say, paths } = own
  return namesPage(own, {
    subject: brandsSubject,
    title: say('names.brands'),
    words: say('names.brandsWords'),
    pathIn: (edition) => edition.paths.brands,
    async read() {
      const used = new Set([...(await idsInUse(gawai, 'brand')), ...(await brandsWithDevices(gawai))])
      const shown = (await allBrands(gawai, lang)).filter(({ id, about }) => about !== '' || used.has(id))
      return shown.map(({ name, slug, about }) => ({ name, path: paths.brand(slug), words: about }))
    },
  })
}

export function peoplePage(own: Edition): Promise<PagePlan> {
  const { gawai, lang, say, paths } = own
  return namesPage(own, {
    subject: peopleSubject,
    title: say('names.people'),
    words: say('names.peopleWords'),
    pathIn: (edition) => edition.paths.people,
    async read() {
      const used = await idsInUse(gawai, 'person')
      const shown = (await allPeople(gawai, lang)).filter(({ id, post, about }) => post + about !== '' || used.has(id))
      return shown.map(({ name, slug, initials, post }) => ({
        name,
        path: paths.person(slug),
        words: post,
        mark: initials,
      }))
    },
  })
}

/** The years, each with its months. */
export function archivePage(own: Edition): Promise<PagePlan> {
  const { gawai, lang, say, paths, time } = own
  return namesPage(own, {
    subject: archiveSubject('all', lang),
    title: say('names.archive'),
    words: say('names.archiveWords'),
    pathIn: (edition) => edition.paths.archive,
    async read() {
      const months = await monthsWithArticles(gawai, lang)
      const years = [...new Set(months.map((month) => month.split('-')[0] ?? ''))]
      return years.map((year) => ({
        name: year,
        path: paths.period(year),
        below: months
          .filter((month) => month.startsWith(`${year}-`))
          .toReversed()
          .map((month) => ({ name: periodInWords(month, time), path: paths.period(month) })),
      }))
    },
  })
}

async function namesPage(own: Edition, names: Names): Promise<PagePlan> {
  const { subject, title, words, pathIn, read } = names
  const other = await otherInUse(own)
  const alternates = [own, ...(other ? [other] : [])].map((one) => ({
    lang: one.lang,
    href: own.absolute(pathIn(one)),
  }))
  const canonical = own.absolute(pathIn(own))
  const view = `names ${own.lang}`
  const headPart: Part = {
    subject,
    view: `${view} head`,
    render: () => ({ body: headOf(own, { title, description: words, canonical, ...(other && { alternates }) }) }),
  }
  const body: Part = {
    subject,
    view,
    render: async () => ({
      body: html`<header class="page-title">
          <h1>${title}</h1>
          <p class="summary">${words}</p>
          ${other ? html`<p class="partner"><a href="${pathIn(other)}" hreflang="${other.lang}" lang="${other.lang}">${own.say('list.inOtherLanguage')}</a></p> ` : nothing}
        </header>
        ${namesList(await read())}`,
    }),
  }
  return { subject, status: 200, parts: framed(own, headPart, [body]) }
}

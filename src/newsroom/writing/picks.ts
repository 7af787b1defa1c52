import { z } from 'zod'
import { articlesPage, type DeskArticle, kindOf, ownedBy, topicsPage } from '#articles'
import { findPicture, type LibraryPicture, pictureOfFile, picturesPage, thumbnailOf } from '#media'
import { keepOrganisation, organisationsPage } from '#organisations'
import { allPeople, must } from '#people'
import { timeInWords } from '#look/time.ts'
import { factsAnswer } from '../answer.ts'
import { idField, line } from '../forms/form.ts'
import { type Route, route, type Visit } from '../route.ts'
import { articleHere, articleRoute, ownedHere } from './article-here.ts'
import { lookalikes } from './lookalikes.ts'

/** What can be picked while writing: its number, what it is called, and what tells it from others of that name. */
interface Pick {
  id: number
  name: string
  more?: string
  /** A page of the newsroom or the site that shows it. */
  href?: string
  /** The attributes of a picture's block. */
  picture?: Record<string, string | number>
  thumbnail?: string
}

/** A list under a field; nobody reads more of one. */
const few = 10
const picturesAtOnce = 24

type Find = (visit: Visit, article: DeskArticle, words: string) => Promise<Pick[]>

/** One way to find each kind of thing by the first letters of its words. */
const finds: Readonly<Record<string, Find>> = {
  async articles({ gawai, time }, { lang, article }, words) {
    const { items } = await articlesPage(gawai, { state: 'published', lang, words, limit: few + 1 })
    return items
      .filter(({ id }) => id !== article)
      .slice(0, few)
      .map(({ id, title, at, path }) => ({
        id,
        name: title,
        more: timeInWords(at, time),
        ...(path !== undefined && { href: path }),
      }))
  },
  async organisations({ gawai }, _, words) {
    const { items } = await organisationsPage(gawai, { words, limit: few })
    return items.map(({ id, name }) => ({ id, name }))
  },
  async topics({ gawai }, { lang }, words) {
    const { items } = await topicsPage(gawai, { lang, words, limit: few })
    return items.map(({ id, name }) => ({ id, name }))
  },
  async people({ gawai, lang }, _, words) {
    const asked = words.toLowerCase().split(/\s+/)
    const isMeant = (name: string) => {
      const held = name.toLowerCase().split(/\s+/)
      return asked.every((word) => held.some((part) => part.startsWith(word)))
    }
    const people = (await allPeople(gawai, lang)).filter(({ name }) => isMeant(name))
    return people.slice(0, few).map(({ id, name, post }) => ({ id, name, ...(post !== '' && { more: post }) }))
  },
  async pictures({ gawai }, { lang }, words) {
    const { items } = await picturesPage(gawai, { words, limit: picturesAtOnce })
    return items.map((picture) => pictureFacts(picture, lang))
  },
  lookalikes,
}

/** Alternative text and credit come along; whoever writes may choose words of their own. */
const pictureFacts = (
  { id, name, src, width, height, colour, alt, credit }: LibraryPicture,
  lang: DeskArticle['lang'],
): Pick => ({
  id,
  name,
  thumbnail: thumbnailOf({ src, width, height }),
  href: `/newsroom/pictures/${id}/`,
  picture: { src, width, height, colour, alt: alt[lang], ...(credit !== '' && { credit }) },
})

async function writtenHere(visit: Visit): Promise<DeskArticle> {
  const article = await articleHere(visit)
  must(visit.actor, 'articles.write', ownedBy(visit.actor, article))
  return article
}

const wordsIn = ({ url }: Visit): string => (url.searchParams.get('words') ?? '').slice(0, 300).trim()

const findRoutes = Object.entries(finds).map(([kind, find]): Route =>
  route.page(`${articleRoute}picks/${kind}/`, 'articles.write', async (visit) =>
    factsAnswer(await find(visit, await writtenHere(visit), wordsIn(visit))),
  ),
)

export const pickRoutes: readonly Route[] = [
  ...findRoutes,
  // The one that was just brought to the library, or that a block shows.
  route.deed({
    path: `${articleRoute}picks/pictures/`,
    needs: 'articles.write',
    on: ownedHere,
    form: z.union([z.strictObject({ picture: idField }), z.strictObject({ file: line(100) })]),
    async handle(visit, form) {
      const { lang } = await articleHere(visit)
      const { gawai } = visit
      const picture = 'file' in form ? await pictureOfFile(gawai, form.file) : await findPicture(gawai, form.picture)
      return factsAnswer(picture ? [pictureFacts(picture, lang)] : [])
    },
  }),
  // Whoever is named for the first time gets a record, as a name in the details gets one when it is saved.
  route.deed({
    path: `${articleRoute}picks/organisations/`,
    needs: 'articles.write',
    on: ownedHere,
    form: z.strictObject({ name: line(200), role: z.enum(['source', 'via']) }),
    async handle({ gawai }, { name, role }) {
      const id = await gawai.write((unit) => keepOrganisation(unit, { name, kind: kindOf(role) }))
      return factsAnswer([{ id, name }])
    },
  }),
]

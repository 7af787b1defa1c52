import { type Content, keepSection, keepTopic, newArticle, publishRevision, readMarkdown, revise } from '#articles'
import type { Id } from '#platform/database/tables.ts'
import type { Unit } from '#platform/database/unit.ts'
import type { Gawai } from '#platform/gawai.ts'
import { siteName } from '#platform/settings.ts'

export interface Filled {
  path: string
  title: string
}

const atOnce = 200
const hour = 60 * 60 * 1000
/** Not the name that a site has by itself: it shows whether settings were read. */
export const filledName = 'Kabar Uji'

/** Publishes so many short articles, an hour apart, as fast as the product's verbs allow. */
export async function fill(gawai: Gawai, articles: number): Promise<Filled[]> {
  const { settings } = gawai
  const filled: Filled[] = []
  const lists = await gawai.write(async (unit) => {
    await settings.set(unit, siteName, filledName)
    const section = await keepSection(unit, settings, { lang: 'id', name: 'Ponsel' })
    return { section, topics: [await keepTopic(unit, settings, { lang: 'id', name: 'Uji' })] }
  })
  while (filled.length < articles)
    await gawai.write(async (unit) => {
      const until = Math.min(filled.length + atOnce, articles)
      while (filled.length < until) filled.push(await publishOne(unit, gawai, filled.length, lists))
    })
  return filled
}

async function publishOne(
  unit: Unit,
  { settings }: Gawai,
  number: number,
  lists: { section: Id; topics: Id[] },
): Promise<Filled> {
  const title = `Kabar nomor ${number}`
  const article = await newArticle(unit, { kind: 'article', lang: 'id' })
  const revision = await revise(unit, article, { ...wordsOf(number, title), ...lists })
  const { path } = await publishRevision(unit, settings, { article, revision, at: unit.now - hour * (number + 1) })
  return { path, title }
}

const wordsOf = (number: number, title: string): Content => ({
  title,
  slug: `kabar-${number}`,
  summary: `Ringkasan kabar nomor ${number}`,
  document: readMarkdown(Array.from({ length: 6 }, (_, line) => `Kalimat ${line} dari kabar ${number}.`).join('\n\n'))
    .document,
  sections: [],
  topics: [],
  bylines: [],
  sources: [],
})

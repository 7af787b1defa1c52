import { existsSync, mkdirSync, renameSync, rmSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { type Content, keepSection, keepTopic, newArticle, publishRevision, revise } from '#articles'
import { keepPerson } from '#people'
import type { Id } from '#platform/database/tables.ts'
import type { Unit } from '#platform/database/unit.ts'
import type { Gawai } from '#platform/gawai.ts'
import type { Language } from '#platform/settings.ts'
import { openSite } from '../src/app.ts'
import { randomFrom, vocabulary, wordOf } from './words.ts'

/** Made once and kept: a newsroom of 100,000 articles takes minutes. Counts up when what is made changes. */
const version = 1
const atOnce = 200
const fiveYears = 5 * 365 * 24 * 60 * 60 * 1000
const newest = Date.UTC(2026, 0, 1)

interface People {
  writers: Id[]
  sections: Record<Language, Id[]>
  topics: Record<Language, Id[]>
}

/**
 * A data folder with so many published articles: 300 to 580 words each, three in four Indonesian, ten writers, eight
 * sections and fifty topics (three to five an article) over five years. The same in every run.
 *
 * @param say told how far it is
 */
export async function newsroomOf(articles: number, say: (words: string) => void): Promise<string> {
  const folder = fileURLToPath(new URL(`./out/newsroom-${version}-${articles}`, import.meta.url))
  if (existsSync(folder)) return folder
  const making = `${folder}.making`
  rmSync(making, { recursive: true, force: true })
  mkdirSync(making, { recursive: true })
  const { gawai } = await openSite({ data: making, port: 0, host: '127.0.0.1', proxy: [], pageStore: 'off' })
  const people = await gawai.write((unit) => peopleOf(unit, gawai))
  const random = randomFrom(articles)
  const rare = vocabulary(30_000, random)
  for (let made = 0; made < articles; made += atOnce) {
    say(`making articles: ${made} of ${articles}`)
    await gawai.write(async (unit) => {
      for (let number = made; number < Math.min(made + atOnce, articles); number += 1)
        await makeArticle(unit, gawai, people, { number, of: articles, random, rare })
    })
    // What would follow from them (keeping their pages) is no part of this.
    await gawai.write((unit) => unit.tx.deleteFrom('outbox').execute())
  }
  await gawai.close()
  renameSync(making, folder)
  return folder
}

async function peopleOf(unit: Unit, { settings }: Gawai): Promise<People> {
  const made: People = { writers: [], sections: { id: [], en: [] }, topics: { id: [], en: [] } }
  for (const name of 'Ayu Bima Citra Dimas Endah Fitri Gilang Hesti Intan Joko'.split(' '))
    made.writers.push(await keepPerson(unit, { name: `${name} Pratama` }))
  for (let number = 1; number <= 8; number += 1)
    for (const lang of ['id', 'en'] as const)
      made.sections[lang].push(await keepSection(unit, settings, { lang, name: `${sectionWord[lang]} ${number}` }))
  for (let number = 1; number <= 50; number += 1)
    for (const lang of ['id', 'en'] as const)
      made.topics[lang].push(await keepTopic(unit, settings, { lang, name: `${topicWord[lang]} ${number}` }))
  return made
}
const sectionWord = { id: 'Rubrik', en: 'Section' } as const
const topicWord = { id: 'Topik', en: 'Topic' } as const

interface Draw {
  number: number
  of: number
  random: () => number
  rare: (random: () => number) => string
}

async function makeArticle(unit: Unit, { settings }: Gawai, people: People, draw: Draw): Promise<void> {
  const lang = draw.random() < 0.75 ? 'id' : 'en'
  const id = await newArticle(unit, { kind: 'article', lang })
  const revision = await revise(unit, id, contentOf(lang, people, draw))
  const at = newest - Math.round(fiveYears * (1 - draw.number / draw.of))
  await publishRevision(unit, settings, { article: id, revision, at })
}

/** What one article says; also for those that are published while somebody measures. */
function contentOf(lang: Language, people: People, { number, random, rare }: Draw): Content {
  const pick = <Thing>(things: readonly Thing[]): Thing[] =>
    things.slice(Math.floor(random() * things.length)).slice(0, 1)
  const sentence = (words: number) => {
    const text = Array.from({ length: words }, () => wordOf(lang, random, rare)).join(' ')
    return `${text.slice(0, 1).toUpperCase()}${text.slice(1)}.`
  }
  const paragraph = () => Array.from({ length: 3 }, () => sentence(10 + Math.floor(random() * 14))).join(' ')
  const [section] = pick(people.sections[lang])
  const topics = Array.from({ length: 3 + Math.floor(random() * 3) }, () => pick(people.topics[lang])).flat()
  const [writer] = pick(people.writers)
  const [editor] = pick(people.writers)
  return {
    title: sentence(9).slice(0, -1),
    slug: `artikel-${number}`,
    summary: sentence(16),
    document: {
      type: 'doc',
      content: Array.from({ length: 8 }, () => ({ type: 'paragraph', content: [{ type: 'text', text: paragraph() }] })),
    },
    sections: [],
    topics: [...new Set(topics)],
    bylines: [
      ...(writer === undefined ? [] : [{ person: writer, role: 'writer' as const }]),
      ...(editor === undefined ? [] : [{ person: editor, role: 'editor' as const }]),
    ],
    sources: [],
    ...(section !== undefined && { section }),
  }
}

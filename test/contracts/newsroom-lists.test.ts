import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import fc from 'fast-check'
import {
  articlesPage,
  type ArticleState,
  articleStates,
  changeTopic,
  keepTopic,
  mergeTopics,
  newArticle,
  publish,
  readMarkdown,
  revise,
  schedule,
  splitTopics,
  topicsPage,
  unpublish,
  unschedule,
} from '#articles'
import { addPicture, describePicture, picturesPage, removePictures } from '#media'
import { changeOrganisation, findOrganisation, keepOrganisation, organisationsPage } from '#organisations'
import { wordsIn } from '#platform/list-words/list-words.ts'
import { type Newsroom, openNewsroom } from '#test/newsroom.ts'
import { pngOf } from '#test/pictures.ts'
import { up } from '../../migrations/013-list-words.ts'
import { adapters } from './open.ts'

const words = ['Galaxy', 'galax', 'Édisi', 'edisi', 'Wi-Fi', '100%', 'Сяоми', 'S26']
const titles = fc.array(fc.constantFrom(...words), { minLength: 1, maxLength: 4 }).map((all) => all.join(' '))
const questions = fc
  .array(fc.constantFrom(...words, 'gal', 'É', 's', 'tidak'), { maxLength: 2 })
  .map((all) => all.join(' '))
const hour = 60 * 60 * 1000

const holds = (title: string, question: string): boolean =>
  wordsIn(question).every((asked) => wordsIn(title).some((word) => word.startsWith(asked)))

/** An article as the test remembers it. */
interface Remembered {
  id: number
  title: string
  state: ArticleState
  section: number | undefined
  person: number
}

const contentOf = ({ title, section, person }: Omit<Remembered, 'id' | 'state'>) => ({
  title,
  slug: 'kabar',
  summary: '',
  sections: [],
  topics: [],
  sources: [],
  bylines: [{ person, role: 'writer' as const }],
  document: readMarkdown('Isi.').document,
  ...(section !== undefined && { section }),
})

async function begin({ gawai, clock }: Newsroom, { state, ...said }: Omit<Remembered, 'id'>): Promise<number> {
  clock.move(1000)
  const id = await gawai.write(async (unit) => {
    const article = await newArticle(unit, { kind: 'article', lang: 'id' })
    await revise(unit, article, contentOf(said))
    return article
  })
  if (state === 'scheduled') await schedule(gawai, { article: id, due: clock.now() + hour })
  if (state === 'published' || state === 'withdrawn') await publish(gawai, { article: id })
  if (state === 'withdrawn') await unpublish(gawai, { article: id, why: 'Keliru.' })
  return id
}

for (const { name, skip, url } of adapters)
  describe(`the newsroom’s lists on ${name}`, { skip }, () => {
    it('have exactly the articles that a plain look finds, in whatever state they come and go', async (test) => {
      const newsroom = await openNewsroom(test, await url())
      const { gawai, ponsel, gadget, wulan, hanif } = newsroom
      const all: Remembered[] = []
      const states = fc.constantFrom(...articleStates)
      const sections = fc.constantFrom(undefined, ponsel, gadget)
      const people = fc.constantFrom(wulan, hanif)
      await fc.assert(
        fc.asyncProperty(
          fc.record({ title: titles, state: states, section: sections, person: people }),
          titles,
          fc.record({ question: questions, state: states, section: sections, person: fc.option(people) }),
          async (said, retitled, { question, state, section, person }) => {
            all.push({ ...said, id: await begin(newsroom, said) })
            // What is published keeps its title for readers; everywhere else the newest one counts.
            const other = all[all.length % 3]
            if (other) {
              await gawai.write((unit) => revise(unit, other.id, contentOf({ ...other, title: retitled })))
              if (other.state !== 'published') other.title = retitled
            }
            const found: number[] = []
            for (let from: string | undefined, isMore = true; isMore;) {
              const wanted = { state, section, person: person ?? undefined, words: question, from, limit: 3 }
              const { items, next } = await articlesPage(gawai, wanted)
              found.push(...items.map(({ id }) => id))
              from = next
              isMore = next !== undefined
            }
            // What is published stands in the sections above its own, too.
            const isIn = (one: Remembered) =>
              section === undefined ||
              one.section === section ||
              (state === 'published' && section === gadget && one.section === ponsel)
            const expected = all
              .filter((one) => one.state === state && holds(one.title, question) && isIn(one))
              .filter((one) => person === null || one.person === person)
              .map(({ id }) => id)
            assert.deepEqual(found, state === 'scheduled' ? expected : expected.toReversed())
          },
        ),
        { numRuns: 60 },
      )
      await assertFilledAlike(newsroom)
    })

    it('follow a schedule that is taken back and an article that comes out again', async (test) => {
      const newsroom = await openNewsroom(test, await url())
      const { gawai, wulan } = newsroom
      const said = { title: 'Galaxy lipat', section: undefined, person: wulan }
      const id = await begin(newsroom, { ...said, state: 'scheduled' })
      const found = async () => {
        const pages = articleStates.map(async (state) => {
          const { items } = await articlesPage(gawai, { state, words: 'lip gal', limit: 9 })
          return items.length > 0 ? [state] : []
        })
        return (await Promise.all(pages)).flat()
      }
      assert.deepEqual(await found(), ['scheduled'])
      await unschedule(gawai, id)
      assert.deepEqual(await found(), ['draft'])
      await publish(gawai, { article: id })
      assert.deepEqual(await found(), ['published'])
      await schedule(gawai, { article: id, due: gawai.clock.now() + hour })
      assert.deepEqual(await found(), ['published', 'scheduled'])
      await unpublish(gawai, { article: id, why: 'Keliru.' })
      assert.deepEqual(await found(), ['withdrawn'])
      await publish(gawai, { article: id })
      assert.deepEqual(await found(), ['published'])
    })

    it('find topics and organisations by what they are called now, also after they were one for a while', async (test) => {
      const newsroom = await openNewsroom(test, await url())
      const { gawai } = newsroom
      const keep = (called: string) =>
        gawai.write((unit) => keepTopic(unit, gawai.settings, { lang: 'id', name: called }))
      const [fold, samsung] = [await keep('Ponsel Lipat'), await keep('Sâmsung Lipat')]
      const topics = async (asked: string) =>
        (await topicsPage(gawai, { lang: 'id', words: asked, limit: 9 })).items.map(({ id }) => id)
      assert.deepEqual(await topics('LIP'), [fold, samsung])
      assert.deepEqual(await topics('lipat sam'), [samsung])
      const renamed = { lang: 'id' as const, name: 'Layar Gulung', description: '', slug: 'ponsel-gulung' }
      await gawai.write((unit) => changeTopic(unit, gawai.settings, { topic: fold, by: undefined, ...renamed }))
      assert.deepEqual(await topics('lip'), [samsung])
      assert.deepEqual(await topics('ponsel lay'), [fold])
      const merge = { topics: [fold], into: samsung, by: undefined }
      const merges = await gawai.write((unit) => mergeTopics(unit, gawai, merge))
      assert.deepEqual(await topics('gulung'), [])
      await gawai.write((unit) => splitTopics(unit, { merges: merges ?? [], by: undefined }))
      assert.deepEqual(await topics('gulung'), [fold])

      const verge = await gawai.write((unit) => keepOrganisation(unit, { name: 'The Verge', kind: 'outlet' }))
      const organisations = async (asked: string) =>
        (await organisationsPage(gawai, { words: asked, limit: 9 })).items.map(({ id }) => id)
      assert.deepEqual(await organisations('ver the'), [verge])
      const { slug: _, mergedInto: __, ...said } = await findOrganisation(gawai, verge)
      const other = { ...said, name: 'Tepian', organisation: verge, by: undefined }
      await gawai.write((unit) => changeOrganisation(unit, other))
      // Its slug stays, and with it the words of it.
      assert.deepEqual([await organisations('tep'), await organisations('ver')], [[verge], [verge]])
      await assertFilledAlike(newsroom)
    })

    it('find pictures, removed ones too, and no picture that is gone for good', async (test) => {
      const newsroom = await openNewsroom(test, await url())
      const { gawai, clock } = newsroom
      const { picture } = await addPicture(gawai, { name: 'Layar 7.png', bytes: pngOf(20, 10) })
      await gawai.write((unit) => describePicture(unit, { picture: picture.id, credit: 'Rïna' }))
      const found = async (isRemoved: boolean) =>
        (await picturesPage(gawai, { words: 'rin lay', isRemoved, limit: 9 })).items.length
      assert.deepEqual([await found(false), await found(true)], [1, 0])
      await gawai.write((unit) => removePictures(unit, { pictures: [picture.id] }))
      assert.deepEqual([await found(false), await found(true)], [0, 1])
      await gawai.start()
      clock.move(31 * 24 * hour)
      await gawai.jobs.settle()
      assert.deepEqual(await linesOf(newsroom, 'picture'), [])
    })
  })

const linesOf = ({ gawai }: Newsroom, list: string) =>
  gawai.db.selectFrom('list_word').selectAll().where('list', '=', list).execute()

/** The migration would write what the verbs wrote. */
async function assertFilledAlike({ gawai }: Newsroom): Promise<void> {
  const held = async () => [
    await gawai.db.selectFrom('list_word').selectAll().orderBy('list').orderBy('owner').orderBy('word').execute(),
    await gawai.db.selectFrom('list_line').selectAll().orderBy('list').orderBy('owner').execute(),
  ]
  const written = await held()
  await gawai.write(async ({ tx }) => {
    for (const table of ['list_word', 'list_line']) await tx.schema.dropTable(table).execute()
    for (const index of ['gone_at', 'here', 'gone', 'here_in', 'loose'])
      await tx.schema.dropIndex(`picture_${index}`).execute()
    await tx.schema.createIndex('picture_removed').on('picture').columns(['removed_at', 'id']).execute()
    await tx.schema.alterTable('picture').addColumn('words', 'text').execute()
    await up(tx)
  })
  assert.deepEqual(await held(), written)
}

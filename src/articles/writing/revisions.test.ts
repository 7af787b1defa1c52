import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { publish, revise, schedule, scheduleRevision } from '#articles'
import type { Id } from '#platform/database/tables.ts'
import { plainContent } from '#test/content.ts'
import { type Newsroom, openNewsroom } from '#test/newsroom.ts'
import { adapters } from '../../../test/contracts/open.ts'
import { beginArticle } from './begin.ts'
import { keepAs, keepAsBefore } from './keep.ts'
import { openManuscript, saveManuscript } from './manuscript.ts'
import { restoreRevision } from './restore.ts'
import { revisionLine, revisionsPage } from './revisions.ts'

const aDay = 24 * 60 * 60_000
const anHour = 60 * 60_000

const saying = (title: string) => plainContent(title, { title })

const begun = ({ gawai, wulan: by }: Newsroom): Promise<Id> =>
  gawai.write((unit) => beginArticle(unit, { kind: 'article', lang: 'id', by, content: saying('Awal') }))

/** Saves as a new revision: an hour has passed since the last one. */
async function save({ gawai, clock, wulan: person }: Newsroom, article: Id, title: string): Promise<Id> {
  clock.move(anHour)
  const on = await openManuscript(gawai, article)
  const seat = { person, tab: 'tab' }
  const saved = await gawai.write((unit) =>
    saveManuscript(unit, { article, on, content: saying(title), seat, key: `${title} ${on.version}` }),
  )
  assert.equal(saved.outcome, 'saved')
  return saved.outcome === 'saved' ? saved.revision : 0
}

const titlesOf = async ({ gawai }: Newsroom, article: Id): Promise<string[]> =>
  (await revisionsPage(gawai, { article, limit: 100 })).items.map(({ title }) => title).toReversed()

/** Lets the nights do their work. */
async function sleep({ gawai, clock }: Newsroom, days: number): Promise<void> {
  clock.move(days * aDay)
  await gawai.jobs.settle()
}

for (const { name, skip, url } of adapters)
  describe(`the revisions of an article on ${name}`, { skip }, () => {
    it('are told page by page, the newest first, with what became of each', async (test) => {
      const newsroom = await openNewsroom(test, await url())
      const { gawai, clock, wulan, hanif } = newsroom
      const article = await begun(newsroom)
      const [one, two] = [await save(newsroom, article, 'Satu'), await save(newsroom, article, 'Dua')]
      await publish(gawai, { article, revision: one })
      await schedule(gawai, { article, due: clock.now() + aDay })
      await gawai.write((unit) => keepAs(unit, { article, revision: two, as: 'Sebelum wawancara' }))
      await gawai.write((unit) => revise(unit, article, saying('Dari berkas'), hanif))
      const first = await revisionsPage(gawai, { article, limit: 2 })
      const byHanif = { person: hanif, name: 'Hanif Bayu Saputra' }
      const [file, named] = first.items
      assert.deepEqual(
        [file?.title, file?.by, file?.keptAt, file?.keptAs, file?.isShown, file?.dueAt],
        ['Dari berkas', byHanif, clock.now(), undefined, false, undefined],
      )
      assert.deepEqual(
        [named?.title, named?.by?.person, named?.keptAt, named?.keptAs, named?.shownAt, named?.dueAt],
        ['Dua', wulan, clock.now(), 'Sebelum wawancara', undefined, clock.now() + aDay],
      )
      const second = await revisionsPage(gawai, { article, before: first.older, limit: 2 })
      assert.deepEqual(
        second.items.map(({ title, isShown, shownAt }) => [title, isShown, shownAt]),
        [
          ['Satu', true, clock.now()],
          ['Awal', false, undefined],
        ],
      )
      assert.equal(second.older, undefined)
    })

    it('are restored as a new one that says where it came from', async (test) => {
      const newsroom = await openNewsroom(test, await url())
      const { gawai, hanif } = newsroom
      const article = await begun(newsroom)
      const one = await save(newsroom, article, 'Satu')
      await save(newsroom, article, 'Dua')
      newsroom.clock.move(anHour)
      const { version, revision } = await openManuscript(gawai, article)
      const wish = { article, revision: one, on: { version, revision }, by: hanif }
      const restored = await gawai.write((unit) => restoreRevision(unit, wish))
      assert.equal(restored.outcome, 'restored')
      const { items } = await revisionsPage(gawai, { article, limit: 10 })
      assert.deepEqual([items[0]?.title, items[0]?.by?.person, items[0]?.restoredFrom?.id], ['Satu', hanif, one])
      assert.equal(items.find(({ id }) => id === one)?.keptAt, newsroom.clock.now(), 'its words came from there')
      const now = await openManuscript(gawai, article)
      assert.deepEqual([now.content, now.version, now.revision], [saying('Satu'), version + 1, items[0]?.id])
      // The same wish again is one on what is no more.
      assert.deepEqual(await gawai.write((unit) => restoreRevision(unit, wish)), { outcome: 'behind' })
    })

    it('stay kept when a name is taken back from one whose words are said again', async (test) => {
      const newsroom = await openNewsroom(test, await url())
      const { gawai, wulan: by } = newsroom
      const article = await begun(newsroom)
      const one = await save(newsroom, article, 'Satu')
      await save(newsroom, article, 'Dua')
      const before = await gawai.write((unit) => keepAs(unit, { article, revision: one, as: 'Bagus' }))
      const on = await openManuscript(gawai, article)
      newsroom.clock.move(anHour)
      await gawai.write((unit) => restoreRevision(unit, { article, revision: one, on, by }))
      await gawai.write((unit) => keepAsBefore(unit, { article, revision: one, before }))
      const { keptAt, keptAs } = await revisionLine(gawai, { article, revision: one })
      assert.deepEqual([keptAt !== undefined, keptAs], [true, undefined])
    })

    it('are thinned out after thirty days to the last of each day; what is needed stays', async (test) => {
      const newsroom = await openNewsroom(test, await url())
      const { gawai } = newsroom
      await gawai.start()
      const article = await begun(newsroom)
      const other = await begun(newsroom)
      for (const title of ['Satu', 'Dua']) await save(newsroom, article, title)
      const named = await save(newsroom, article, 'Bernama')
      await gawai.write((unit) => keepAs(unit, { article, revision: named, as: 'Ini' }))
      for (const title of ['Tiga', 'Empat']) await save(newsroom, article, title)
      await save(newsroom, other, 'Lain')
      await sleep(newsroom, 1)
      await save(newsroom, article, 'Lima')
      const shown = await save(newsroom, article, 'Terbit')
      await publish(gawai, { article, revision: shown })
      for (const title of ['Enam', 'Tujuh']) await save(newsroom, article, title)
      await sleep(newsroom, 1)
      const all = ['Awal', 'Satu', 'Dua', 'Bernama', 'Tiga', 'Empat', 'Lima', 'Terbit', 'Enam', 'Tujuh']
      assert.deepEqual(await titlesOf(newsroom, article), all, 'for thirty days every one is there')
      await sleep(newsroom, 31)
      assert.deepEqual(await titlesOf(newsroom, article), ['Bernama', 'Empat', 'Terbit', 'Tujuh'])
      assert.deepEqual(await titlesOf(newsroom, other), ['Lain'])
      const bodies = await gawai.db.selectFrom('revision_body').select('revision_id').execute()
      const revisions = await gawai.db.selectFrom('revision').select('id').execute()
      assert.equal(bodies.length, revisions.length)
      assert.equal((await openManuscript(gawai, article)).content.title, 'Tujuh')
    })

    it('stay when something points to them, whatever is written about them', async (test) => {
      const newsroom = await openNewsroom(test, await url())
      const { gawai, clock, wulan: by } = newsroom
      await gawai.start()
      const article = await begun(newsroom)
      const shown = await save(newsroom, article, 'Terbit')
      const due = await save(newsroom, article, 'Terjadwal')
      const ready = await save(newsroom, article, 'Siap')
      for (const title of ['Hilang', 'Terakhir']) await save(newsroom, article, title)
      await publish(gawai, { article, revision: shown })
      await gawai.write(async (unit) => {
        await scheduleRevision(unit, gawai, { article, revision: due, due: clock.now() + 365 * aDay })
        await unit.tx
          .insertInto('readiness')
          .values({ article_id: article, revision_id: ready, at: unit.now, by })
          .execute()
        await unit.tx.updateTable('revision').set({ kept_at: null }).execute()
      })
      await sleep(newsroom, 32)
      assert.deepEqual(await titlesOf(newsroom, article), ['Terbit', 'Terjadwal', 'Siap', 'Terakhir'])
    })

    it('are thinned out in as many steps as it takes', async (test) => {
      const newsroom = await openNewsroom(test, await url())
      await newsroom.gawai.start()
      const article = await begun(newsroom)
      await newsroom.gawai.write(async (unit) => {
        for (let index = 0; index < 450; index++) {
          const id = unit.newId()
          const row = {
            id,
            article_id: article,
            made_at: unit.now,
            made_by: null,
            title: `${index}`,
            slug: 'a',
            details: '{}',
          }
          const state = { saved_at: unit.now, kept_at: null, kept_as: null, shown_at: null, restored_from: null }
          await unit.tx
            .insertInto('revision')
            .values({ ...row, ...state })
            .execute()
          await unit.tx.insertInto('revision_body').values({ revision_id: id, document: '{}' }).execute()
        }
      })
      await sleep(newsroom, 32)
      assert.deepEqual(await titlesOf(newsroom, article), ['449'])
    })
  })

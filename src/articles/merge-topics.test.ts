import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { inList, keepTopic, mergeTopics, newArticle, publish, publishedArticle, revise, splitTopics } from '#articles'
import type { Gawai } from '#platform/gawai.ts'
import { Conflict, NotFound } from '#platform/refusals.ts'
import { plainContent } from '#test/content.ts'
import { openNewsroom } from '#test/newsroom.ts'
import { openReader } from '#test/reader.ts'
import { adapters } from '../../test/contracts/open.ts'

/** Everything that a merge touches. */
async function rowsOf({ db }: Gawai) {
  return {
    topics: await db.selectFrom('topic').selectAll().orderBy('id').execute(),
    names: await db.selectFrom('topic_name').selectAll().orderBy('topic_id').orderBy('lang').execute(),
    addresses: await db.selectFrom('address').selectAll().where('kind', '=', 'topic').orderBy('path').execute(),
    former: await db.selectFrom('former_slug').selectAll().orderBy('slug').execute(),
    listed: await db.selectFrom('listed').selectAll().orderBy('list_id').orderBy('article_id').execute(),
  }
}

async function openWithTopics(test: Parameters<typeof openNewsroom>[0], database?: string) {
  const newsroom = await openNewsroom(test, database)
  const { gawai } = newsroom
  const keep = (lang: 'id' | 'en', name: string, topic?: number) =>
    gawai.write((unit) => keepTopic(unit, gawai.settings, { lang, name, ...(topic !== undefined && { topic }) }))
  const [samsung, phones] = [await keep('id', 'Samsung'), await keep('id', 'Ponsel Samsung')]
  await keep('en', 'Samsung phones', phones)
  const [one, both, other] = [
    await newsroom.publish({ slug: 'satu', topics: [phones] }),
    await newsroom.publish({ slug: 'dua', topics: [samsung, phones] }),
    await newsroom.publish({ slug: 'tiga', topics: [samsung] }),
  ]
  const titlesIn = async (id: number) => (await inList(gawai, { kind: 'topic', id, lang: 'id', limit: 9 })).items.length
  return { ...newsroom, samsung, phones, one, both, other, titlesIn }
}

for (const { name, skip, url } of adapters)
  describe(`merging topics on ${name}`, { skip }, () => {
    it('moves what they list, each article once, and is taken back to the last row', async (test) => {
      const { gawai, samsung, phones, one, titlesIn } = await openWithTopics(test, await url())
      const before = await rowsOf(gawai)
      const merges = await gawai.write((unit) =>
        mergeTopics(unit, gawai, { topics: [phones], into: samsung, by: undefined }),
      )
      assert.ok(merges)
      assert.deepEqual([await titlesIn(samsung), await titlesIn(phones)], [3, 0])
      const shown = await publishedArticle(gawai, one.id)
      assert.deepEqual(
        shown?.topics.map((topic) => topic.path),
        ['/topik/samsung/'],
      )
      await gawai.write((unit) => splitTopics(unit, { merges, by: undefined }))
      assert.deepEqual(await rowsOf(gawai), before)
    })
  })

describe('merging topics', () => {
  it('leads old addresses to the topic that stays, over the wire and at once', async (test) => {
    const newsroom = await openWithTopics(test)
    const { gawai, samsung, phones, one } = newsroom
    const { see, warm } = await openReader(test, newsroom)
    await warm(['/topik/ponsel-samsung/', '/topik/samsung/', one.path])
    await gawai.write((unit) => mergeTopics(unit, gawai, { topics: [phones], into: samsung, by: undefined }))
    const old = await see('/topik/ponsel-samsung/')
    assert.deepEqual([old.status, old.headers['location']], [301, '/topik/samsung/'])
    assert.equal((await see('/topik/ponsel-samsung/feed/')).headers['location'], '/topik/samsung/feed/')
    assert.match((await see(one.path)).text, /href="\/topik\/samsung\/"/)
    // It had no English name, so it takes the one that was there.
    assert.equal((await see('/en/topics/samsung-phones/')).status, 200)
  })

  it('reads revisions that name the old topic as the new one, and files that say its name', async (test) => {
    const { gawai, samsung, phones, one, titlesIn, file } = await openWithTopics(test)
    const draft = await gawai.write(async (unit) => {
      const id = await newArticle(unit, { kind: 'article', lang: 'id' })
      await revise(unit, id, plainContent('Isi.', { topics: [phones, samsung] }))
      return id
    })
    await gawai.write((unit) => mergeTopics(unit, gawai, { topics: [phones], into: samsung, by: undefined }))
    await publish(gawai, { article: one.id })
    await publish(gawai, { article: draft })
    await file('---\ntitle: Dari berkas\ntopics: [Ponsel Samsung]\n---\nIsi.')
    assert.equal(await titlesIn(samsung), 5)
    assert.equal(await titlesIn(phones), 0)
    assert.equal((await gawai.db.selectFrom('topic').selectAll().execute()).length, 2)
  })

  it('ends chains at once, and undoes the last link alone', async (test) => {
    const { gawai, samsung, phones, titlesIn, get } = await openWithTopics(test)
    const maker = await gawai.write((unit) => keepTopic(unit, gawai.settings, { lang: 'id', name: 'Pembuat' }))
    await gawai.write((unit) => mergeTopics(unit, gawai, { topics: [phones], into: samsung, by: undefined }))
    const before = await rowsOf(gawai)
    const merges = await gawai.write((unit) =>
      mergeTopics(unit, gawai, { topics: [samsung], into: maker, by: undefined }),
    )
    assert.equal((await get('/topik/ponsel-samsung/')).headers.get('location'), '/topik/pembuat/')
    assert.equal(await titlesIn(maker), 3)
    await gawai.write((unit) => splitTopics(unit, { merges: merges ?? [], by: undefined }))
    assert.deepEqual(await rowsOf(gawai), before)
  })

  it('refuses itself, what is gone, and to take back what was changed since', async (test) => {
    const { gawai, samsung, phones } = await openWithTopics(test)
    const merge = (topics: number[], into: number) =>
      gawai.write((unit) => mergeTopics(unit, gawai, { topics, into, by: undefined }))
    await assert.rejects(merge([samsung], samsung), Conflict)
    const merges = (await merge([phones], samsung)) ?? []
    await assert.rejects(merge([phones], samsung), NotFound)
    await gawai.write((unit) => splitTopics(unit, { merges, by: undefined }))
    await assert.rejects(
      gawai.write((unit) => splitTopics(unit, { merges, by: undefined })),
      Conflict,
    )
  })

  it('leaves a long list to a job, which moves all of it, and says that it cannot be taken back', async (test) => {
    const { gawai, samsung, phones, one, titlesIn } = await openWithTopics(test)
    await gawai.write(async (unit) => {
      const many = Array.from({ length: 2100 }, (_, index) => index)
      for (const at of many)
        await unit.tx
          .insertInto('listed')
          .values({ kind: 'topic', list_id: phones, lang: 'id', published_at: at, article_id: one.id })
          .execute()
    })
    const merges = await gawai.write((unit) =>
      mergeTopics(unit, gawai, { topics: [phones], into: samsung, by: undefined }),
    )
    assert.equal(merges, undefined)
    await gawai.jobs.settle()
    assert.equal(await titlesIn(phones), 0)
  })
})

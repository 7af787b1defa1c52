import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { newArticle, publish, revise, schedule, unschedule } from '#articles'
import { Conflict } from '#platform/refusals.ts'
import { plainContent } from '#test/content.ts'
import { type Newsroom, openNewsroom } from '#test/newsroom.ts'

const hour = 60 * 60 * 1000

async function draft({ gawai }: Newsroom, slug: string): Promise<number> {
  return gawai.write(async (unit) => {
    const id = await newArticle(unit, { kind: 'article', lang: 'id' })
    await revise(unit, id, plainContent('Nanti.', { title: slug, slug }))
    return id
  })
}

describe('a scheduled article', () => {
  it('goes out at its time, with that time, and not before', async (test) => {
    const newsroom = await openNewsroom(test)
    const { gawai, clock } = newsroom
    const due = clock.now() + hour
    await schedule(gawai, { article: await draft(newsroom, 'nanti'), due })
    clock.move(hour - 1)
    await gawai.jobs.settle()
    assert.equal((await newsroom.get('/2026/01/nanti/')).status, 404)
    clock.move(10 * 60_000)
    await gawai.jobs.settle()
    const { status, text } = await newsroom.get('/2026/01/nanti/')
    assert.equal(status, 200)
    assert.match(text, /<time datetime="2026-01-05T11:00:00\+07:00"/)
  })

  it('keeps the day that readers know it by, and says when it was brought up to date', async (test) => {
    const newsroom = await openNewsroom(test)
    const { gawai, clock } = newsroom
    const first = await draft(newsroom, 'lama')
    const { path } = await publish(gawai, { article: first })
    const shown = async () => {
      const row = gawai.db.selectFrom('publication').select(['published_at', 'modified_at'])
      return row.where('article_id', '=', first).executeTakeFirstOrThrow()
    }
    const before = await shown()
    clock.move(48 * hour)
    await newsroom.publish({ title: 'Baru' })
    const due = clock.now() + hour
    await schedule(gawai, { article: first, due })
    clock.move(2 * hour)
    await gawai.jobs.settle()
    assert.deepEqual({ ...(await shown()) }, { published_at: before.published_at, modified_at: due })
    const feed = (await newsroom.get('/feed/')).text
    assert.ok(feed.indexOf('Baru') < feed.indexOf(path), 'readers of a feed do not get it as new')
  })

  it('follows when the time is moved, and stays when it is withdrawn', async (test) => {
    const newsroom = await openNewsroom(test)
    const { gawai, clock } = newsroom
    const moved = await draft(newsroom, 'digeser')
    const withdrawn = await draft(newsroom, 'ditarik')
    for (const article of [moved, withdrawn]) await schedule(gawai, { article, due: clock.now() + hour })
    await schedule(gawai, { article: moved, due: clock.now() + 3 * hour })
    await unschedule(gawai, withdrawn)
    clock.move(2 * hour)
    await gawai.jobs.settle()
    for (const slug of ['digeser', 'ditarik']) assert.equal((await newsroom.get(`/2026/01/${slug}/`)).status, 404)
    clock.move(2 * hour)
    await gawai.jobs.settle()
    assert.equal((await newsroom.get('/2026/01/digeser/')).status, 200)
    assert.equal((await newsroom.get('/2026/01/ditarik/')).status, 404)
  })

  it('cannot be set for the past', async (test) => {
    const newsroom = await openNewsroom(test)
    const article = await draft(newsroom, 'kemarin')
    assert.throws(() => schedule(newsroom.gawai, { article, due: newsroom.clock.now() - 1 }), Conflict)
  })
})

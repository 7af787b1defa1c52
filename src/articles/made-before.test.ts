import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { newArticle, publishRevision, revise } from '#articles'
import { Conflict } from '#platform/refusals.ts'
import { plainContent } from '#test/content.ts'
import { openNewsroom } from '#test/newsroom.ts'

const story = (title: string, day: string) =>
  `---\ntitle: ${title}\nslug: samsung\npublished: ${day}T08:00:00+07:00\n---\n${title}.`

describe('a file whose slug was used before', () => {
  it('changes the article that it made, and no other day’s', async (test) => {
    const newsroom = await openNewsroom(test)
    const first = await newsroom.file(story('Satu', '2026-01-02'))
    const again = await newsroom.file(story('Satu, diperbaiki', '2026-01-02'))
    assert.equal(again.article, first.article)
    await assert.rejects(newsroom.file(story('Lain', '2026-01-03')), (error) => {
      assert.ok(error instanceof Conflict)
      assert.match(error.message, /^story\.md: the slug "samsung" belongs to \/2026\/01\/samsung\/ of 2026-01-02T/)
      return true
    })
    assert.match((await newsroom.get('/2026/01/samsung/')).text, /Satu, diperbaiki/)
  })

  it('says nothing new to readers when nothing in it changed', async (test) => {
    const newsroom = await openNewsroom(test)
    const first = await newsroom.file(story('Satu', '2026-01-02'))
    const before = (await newsroom.get(first.path ?? '')).text
    newsroom.clock.move(60 * 60 * 1000)
    assert.equal((await newsroom.file(story('Satu', '2026-01-02'))).path, first.path)
    assert.equal((await newsroom.get(first.path ?? '')).text, before)
    assert.equal((await newsroom.gawai.db.selectFrom('revision').select('id').execute()).length, 1)
  })

  it('leaves an article that came from elsewhere as it is', async (test) => {
    const newsroom = await openNewsroom(test)
    const { gawai } = newsroom
    await gawai.write(async (unit) => {
      const article = await newArticle(unit, { kind: 'article', lang: 'id', guid: 'https://lama.example/?p=7' })
      const revision = await revise(unit, article, plainContent('Cerita lama.', { slug: 'samsung' }))
      await publishRevision(unit, gawai.settings, { article, revision, at: Date.UTC(2018, 2, 1) })
    })
    const { path } = await newsroom.file(story('Baru', '2026-01-02'))
    assert.equal(path, '/2026/01/samsung/')
    assert.match((await newsroom.get('/2018/03/samsung/')).text, /Cerita lama/)
  })
})

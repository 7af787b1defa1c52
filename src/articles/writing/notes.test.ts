import assert from 'node:assert/strict'
import { describe, it, type TestContext } from 'node:test'
import { everyActor } from '#people'
import { Conflict } from '#platform/refusals.ts'
import { plainContent } from '#test/content.ts'
import { openNewsroom } from '#test/newsroom.ts'
import { visitorOf } from '#test/visitor.ts'
import { beginArticle } from './begin.ts'
import { mentionsOf } from './mentions.ts'
import { notesOf } from './note-threads.ts'
import { addNote, removeNote } from './notes.ts'

/** A note of Wulan's that names Eka. */
async function openNoted(test: TestContext) {
  const newsroom = await openNewsroom(test)
  const { gawai, wulan, hanif } = newsroom
  await visitorOf(newsroom, { name: 'Eka Putri', grants: [{ role: 'editor' }] })
  const [eka] = await everyActor(gawai.db)
  assert.ok(eka)
  const content = plainContent('Satu.')
  const article = await gawai.write((unit) => beginArticle(unit, { kind: 'article', lang: 'id', by: wulan, content }))
  const by = { person: wulan, name: 'Wulan Sasmita' }
  const note = await gawai.write((unit) => addNote(unit, gawai, { article, words: '@Eka Putri, lihat.', by }))
  const mentions = () => mentionsOf(gawai, { actor: eka, limit: 5 })
  return { gawai, article, note, wulan, hanif, mentions }
}

describe('a note that is removed', () => {
  it('is one’s own: nobody removes another’s', async (test) => {
    const { gawai, article, note, hanif } = await openNoted(test)
    await assert.rejects(
      gawai.write((unit) => removeNote(unit, { article, note, by: hanif })),
      Conflict,
    )
    assert.equal((await notesOf(gawai, article)).length, 1)
  })

  it('waits on nobody’s desk any more', async (test) => {
    const { gawai, article, note, wulan, mentions } = await openNoted(test)
    assert.deepEqual(
      (await mentions()).map((mention) => mention.note),
      [note],
    )
    await gawai.write((unit) => removeNote(unit, { article, note, by: wulan }))
    assert.deepEqual(await mentions(), [])
    assert.deepEqual(await gawai.db.selectFrom('note_mention').selectAll().execute(), [])
  })
})

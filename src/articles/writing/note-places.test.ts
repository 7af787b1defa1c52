import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { plainContent } from '#test/content.ts'
import { openNewsroom } from '#test/newsroom.ts'
import { beginArticle } from './begin.ts'
import { placeNotes } from './note-places.ts'
import { notesOf } from './note-threads.ts'
import { addNote } from './notes.ts'

describe('where a script says that the blocks of notes stand', () => {
  it('moves notes on blocks of that article, and neither those on the whole nor another article’s', async (test) => {
    const { gawai, wulan } = await openNewsroom(test)
    const by = { person: wulan, name: 'Wulan Sasmita' }
    const begun = () =>
      gawai.write((unit) =>
        beginArticle(unit, { kind: 'article', lang: 'id', by: wulan, content: plainContent('Satu.\n\nDua.') }),
      )
    const [article, other] = [await begun(), await begun()]
    const said = (on: number, block?: number) =>
      gawai.write((unit) => addNote(unit, gawai, { article: on, block, words: 'Periksa.', by }))
    const [onBlock, onWhole, elsewhere] = [await said(article, 0), await said(article), await said(other, 0)]
    const places = [onBlock, onWhole, elsewhere].map((note) => ({ note, block: 1 }))
    await gawai.write((unit) => placeNotes(unit, article, places))
    const blocks = async (of: number) => (await notesOf(gawai, of)).map(({ id, block }) => [id, block])
    assert.deepEqual(await blocks(article), [
      [onWhole, null],
      [onBlock, 1],
    ])
    assert.deepEqual(await blocks(other), [[elsewhere, 0]])
  })
})

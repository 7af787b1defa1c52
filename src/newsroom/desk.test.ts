import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { addPicture, scrubPictures } from '#media'
import { openNewsroom } from '#test/newsroom.ts'
import { pngOf } from '#test/pictures.ts'
import { visitorOf } from '#test/visitor.ts'

/** A picture of a writer's whose files are both damaged, as a scrub has found. */
async function openDamaged(test: Parameters<typeof openNewsroom>[0]) {
  const newsroom = await openNewsroom(test)
  const { gawai } = newsroom
  const writer = await visitorOf(newsroom, { name: 'Wulan Sasmita', grants: [{ role: 'writer' }] })
  const { picture } = await addPicture(gawai, { name: 'rusak.png', bytes: pngOf(30, 20), by: writer.account })
  for (const folder of ['pictures', 'originals'])
    await gawai.storage.put(`${folder}/${picture.file}`, Buffer.from('rusak'))
  await scrubPictures(gawai)
  return { newsroom, writer, picture }
}

describe('damaged pictures on the desk', () => {
  it('are told to whoever can mend them, with the way to where it is done', async (test) => {
    const { newsroom, writer, picture } = await openDamaged(test)
    const editor = await visitorOf(newsroom, { name: 'Hanif Bayu', grants: [{ role: 'editor' }] })
    for (const who of [writer, editor]) {
      const desk = (await who.get('/newsroom/')).text
      assert.match(desk, /1 gambar rusak/)
      assert.match(desk, /Ganti gambarnya/)
      const [, path = '', place] = /class="damaged"[^]*?<a href="([^"#]+)#(\w+)">rusak\.png/.exec(desk) ?? []
      assert.equal(path, `/newsroom/pictures/${picture.id}/`)
      assert.match((await who.get(path)).text, new RegExp(`id="${place}"`))
    }
  })

  it('are not told to who cannot', async (test) => {
    const { newsroom } = await openDamaged(test)
    for (const role of ['writer', 'moderator'] as const) {
      const other = await visitorOf(newsroom, { name: `Orang ${role}`, grants: [{ role }] })
      assert.doesNotMatch((await other.get('/newsroom/')).text, /class="damaged"/)
    }
  })
})

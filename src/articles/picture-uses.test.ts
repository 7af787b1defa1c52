import assert from 'node:assert/strict'
import { describe, it, type TestContext } from 'node:test'
import { addPicture, picturesPage } from '#media'
import { plainContent } from '#test/content.ts'
import { openNewsroom } from '#test/newsroom.ts'
import { pngOf } from '#test/pictures.ts'
import { usesOfPicture } from './picture-uses.ts'
import { revise } from './revision.ts'
import { schedule, unschedule } from './schedule.ts'
import { unpublish } from './unpublish.ts'

async function openWith(test: TestContext) {
  const newsroom = await openNewsroom(test)
  const { gawai } = newsroom
  const { picture } = await addPicture(gawai, { name: 'a.png', bytes: pngOf(30, 20) })
  const showing = `Isi.\n\n![](${picture.src})`
  const say = (article: number, markdown: string) =>
    gawai.write((unit) => revise(unit, article, plainContent(markdown)))
  const uses = async () => (await usesOfPicture(gawai, picture.id)).map(({ state, isShown }) => [state, isShown])
  return { ...newsroom, showing, say, uses }
}

describe('a picture’s uses', () => {
  it('are what readers see, what goes out later and what is being written', async (test) => {
    const { gawai, clock, publish, showing, say, uses } = await openWith(test)
    const { id } = await publish({ markdown: 'Isi.' })
    assert.deepEqual(await uses(), [])
    await say(id, showing)
    assert.deepEqual(await uses(), [['published', false]])
    await schedule(gawai, { article: id, due: clock.now() + 1000 })
    await say(id, 'Tanpa gambar.')
    assert.deepEqual(await uses(), [['published', false]])
    await unschedule(gawai, id)
    assert.deepEqual(await uses(), [])
  })

  it('stay while an article is taken back: it can come again', async (test) => {
    const { gawai, publish, showing, uses } = await openWith(test)
    const { id } = await publish({ markdown: showing })
    assert.deepEqual(await uses(), [['published', true]])
    await unpublish(gawai, { article: id, why: 'keliru' })
    assert.deepEqual(await uses(), [['unpublished', false]])
  })

  it('bring a picture that lies beside a text into the library, with what the text says of it', async (test) => {
    const { gawai, file } = await openWith(test)
    const image = 'image: {src: gambar/b.png, alt: Sebuah layar, credit: Rina}'
    await file(`---\ntitle: Foto\n${image}\n---\nTeks.`, 'story.md', async () => pngOf(9, 9))
    const [picture] = (await picturesPage(gawai, { limit: 1 })).items
    assert.deepEqual([picture?.name, picture?.alt, picture?.credit], ['b.png', { id: 'Sebuah layar', en: '' }, 'Rina'])
  })

  it('are read from the articles of a site of before the library', async (test) => {
    const { gawai, publish, showing, say, uses } = await openWith(test)
    const { id } = await publish({ markdown: showing })
    await publish({ markdown: 'Tanpa gambar.', slug: 'lain' })
    await say(id, 'Tanpa gambar.')
    const known = await gawai.db.selectFrom('picture_use').selectAll().execute()
    await gawai.write(async (unit) => {
      await unit.tx.deleteFrom('picture_use').execute()
      await gawai.jobs.add(unit, { kind: 'find-picture-uses', payload: { after: 0 } })
    })
    assert.deepEqual(await uses(), [])
    await gawai.jobs.settle()
    assert.deepEqual(await uses(), [['published', true]])
    assert.deepEqual(await gawai.db.selectFrom('picture_use').selectAll().execute(), known)
  })
})

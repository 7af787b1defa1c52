import assert from 'node:assert/strict'
import { describe, it, type TestContext } from 'node:test'
import { newArticle, publish, revise, scheduleRevision, usesOfPicture } from '#articles'
import { plainContent } from '#test/content.ts'
import { openNewsroom } from '#test/newsroom.ts'
import { drawing, pngOf } from '#test/pictures.ts'
import { addPicture } from './add-picture.ts'
import { cropPicture, replacePicture, returnToFile } from './change-picture.ts'
import { findPicture } from './find-picture.ts'

const half = { left: 0, top: 0, width: 0.5, height: 1 }

async function openWith(test: TestContext) {
  const newsroom = await openNewsroom(test)
  const { gawai } = newsroom
  const bytes = await drawing(80, 40, '#cc3300', { left: 40, top: 0, width: 40, height: 40, colour: '#0033cc' })
    .png()
    .toBuffer()
  const { picture } = await addPicture(gawai, { name: 'layar.png', bytes })
  const follow = async () => {
    await gawai.reactions.deliver()
    await gawai.jobs.settle()
  }
  const now = async () => (await findPicture(gawai, picture.id))?.src ?? ''
  return { ...newsroom, picture, bytes, follow, now }
}

describe('a picture that is cropped', () => {
  it('is shown anew by every article that shows it, which does not become younger', async (test) => {
    const { gawai, clock, get, publish: publishOne, picture, follow, now } = await openWith(test)
    const { path } = await publishOne({ markdown: `![](${picture.src})\n\nIsi.` })
    assert.match((await get(path)).text, new RegExp(picture.src.slice(7, 39)))
    const dates = async () =>
      gawai.db.selectFrom('publication').select(['published_at', 'modified_at']).executeTakeFirst()
    const before = await dates()
    clock.move(3_600_000)
    await cropPicture(gawai, { picture: picture.id, crop: half })
    await follow()
    const { text } = await get(path)
    assert.match(text, new RegExp((await now()).slice(7, 39)))
    assert.match(text, /width="40" height="40"/)
    assert.doesNotMatch(text, new RegExp(picture.src.slice(7, 39)))
    assert.deepEqual(await dates(), before)
  })

  it('leads from its old address to the new one, and back when that is undone', async (test) => {
    const { gawai, get, picture, follow, now } = await openWith(test)
    const changed = await cropPicture(gawai, { picture: picture.id, crop: half })
    await follow()
    const moved = await get(picture.src)
    assert.deepEqual([moved.status, moved.headers.get('location')], [301, await now()])
    const rendition = await get(picture.src.replace('.png', '-whole-80.webp'))
    assert.equal(rendition.headers.get('location'), (await now()).replace('.png', '-whole-40.webp'))

    await gawai.write((unit) => returnToFile(unit, { picture: picture.id, file: changed.before }))
    await follow()
    assert.equal((await get(picture.src)).status, 200)
    assert.equal((await get(`/media/${changed.now}`)).headers.get('location'), picture.src)
  })

  it('does not lose what somebody writes behind what readers see', async (test) => {
    const { gawai, publish: publishOne, picture, follow, get, now } = await openWith(test)
    const { id, path } = await publishOne({ markdown: `Lama.\n\n![](${picture.src})` })
    await gawai.write((unit) => revise(unit, id, plainContent('Baru, tanpa gambar.')))
    await cropPicture(gawai, { picture: picture.id, crop: half })
    await follow()
    assert.match((await get(path)).text, /Lama\./)
    assert.match((await get(path)).text, new RegExp((await now()).slice(7, 39)))
    await publish(gawai, { article: id })
    assert.match((await get((await usesPath(gawai, id)) ?? path)).text, /Baru, tanpa gambar/)
  })

  it('is followed by what goes out later, at its time', async (test) => {
    const { gawai, clock, get, picture, follow, now } = await openWith(test)
    const article = await gawai.write(async (unit) => {
      const id = await newArticle(unit, { kind: 'article', lang: 'id' })
      const revision = await revise(unit, id, plainContent(`Nanti.\n\n![](${picture.src})`))
      await scheduleRevision(unit, gawai, { article: id, revision, due: unit.now + 3_600_000 })
      return id
    })
    assert.deepEqual(
      (await usesOfPicture(gawai, picture.id)).map(({ state, isShown }) => [state, isShown]),
      [['scheduled', false]],
    )
    await cropPicture(gawai, { picture: picture.id, crop: half })
    await follow()
    clock.move(3_600_000)
    await follow()
    assert.match((await get((await usesPath(gawai, article)) ?? '')).text, new RegExp((await now()).slice(7, 39)))
  })

  it('keeps its last crop, whichever of two changes is heard of first', async (test) => {
    const { gawai, publish: publishOne, get, picture, follow, now } = await openWith(test)
    const { path } = await publishOne({ markdown: `![](${picture.src})` })
    await cropPicture(gawai, { picture: picture.id, crop: half })
    await cropPicture(gawai, { picture: picture.id, crop: { ...half, width: 0.25 } })
    await follow()
    assert.match((await get(path)).text, new RegExp((await now()).slice(7, 39)))
    assert.match((await get(path)).text, /width="20" height="40"/)
  })

  it('refuses a part that lies outside, and all of a GIF', async (test) => {
    const { gawai, picture } = await openWith(test)
    for (const crop of [
      { ...half, left: 0.6 },
      { ...half, top: 0.1 },
      { ...half, width: 0.001 },
    ])
      await assert.rejects(cropPicture(gawai, { picture: picture.id, crop }), /^Invalid: That part/)
    const bytes = await drawing(8, 8, '#ff0000').gif().toBuffer()
    const moving = (await addPicture(gawai, { name: 'a.gif', bytes })).picture
    await assert.rejects(cropPicture(gawai, { picture: moving.id, crop: half }), /^Invalid: .* is a GIF/)
  })
})

describe('a picture that is replaced', () => {
  it('shows other bytes under the same words, also in a text that is published again', async (test) => {
    const { gawai, file, get, bytes, picture, follow, now } = await openWith(test)
    const story = () => file('---\ntitle: Foto\nslug: foto\nimage: a.png\n---\nTeks.', 'story.md', async () => bytes)
    const { path = '' } = await story()
    await replacePicture(gawai, { picture: picture.id, name: 'baru.jpg', bytes: pngOf(30, 20) })
    await follow()
    assert.match((await get(path)).text, new RegExp((await now()).slice(7, 39)))
    await story()
    assert.match((await get(path)).text, new RegExp((await now()).slice(7, 39)))
    const again = await addPicture(gawai, { name: 'lagi.png', bytes })
    assert.notEqual(again.picture.id, picture.id)
    assert.equal((await get(again.picture.src)).status, 200)
  })
})

async function usesPath(gawai: Awaited<ReturnType<typeof openWith>>['gawai'], article: number) {
  const row = await gawai.db
    .selectFrom('publication')
    .select('path')
    .where('article_id', '=', article)
    .executeTakeFirst()
  return row?.path
}

import assert from 'node:assert/strict'
import { describe, it, type TestContext } from 'node:test'
import { openNewsroom } from '#test/newsroom.ts'
import { pngOf } from '#test/pictures.ts'
import { addPicture } from './add-picture.ts'
import { keepPicture } from './keep-picture.ts'
import { damagedPictures, picturesPage } from './pictures-page.ts'
import { scrubPictures } from './scrub-pictures.ts'

async function openWith(test: TestContext) {
  const { gawai, get } = await openNewsroom(test)
  const { picture } = await addPicture(gawai, { name: 'a.png', bytes: pngOf(30, 20) })
  const damage = (folder: string) => gawai.storage.put(`${folder}/${picture.file}`, Buffer.from('rusak'))
  const damaged = async () => (await damagedPictures(gawai)).map(({ id }) => id)
  return { gawai, get, picture, damage, damaged }
}

describe('a scrub of the stored pictures', () => {
  it('makes a damaged file anew from its upload', async (test) => {
    const { gawai, get, picture, damage, damaged } = await openWith(test)
    const whole = (await get(picture.src)).text
    await damage('pictures')
    assert.deepEqual(await scrubPictures(gawai), { checked: 1, takenIn: 0, mended: 1, problems: [] })
    assert.equal((await get(picture.src)).text, whole)
    assert.deepEqual(await damaged(), [])
  })

  it('shows what it cannot mend, until it is sound again', async (test) => {
    const { gawai, picture, damage, damaged } = await openWith(test)
    const upload = (await gawai.storage.get(`originals/${picture.file}`)) ?? new Uint8Array()
    await damage('pictures')
    await damage('originals')
    const { problems } = await scrubPictures(gawai)
    assert.deepEqual(problems, [`picture ${picture.id} (a.png): its stored file is damaged or missing`])
    assert.deepEqual(await damaged(), [picture.id])
    await gawai.storage.put(`originals/${picture.file}`, upload)
    assert.equal((await scrubPictures(gawai)).mended, 1)
    assert.deepEqual(await damaged(), [])
    await gawai.storage.remove(`originals/${picture.file}`)
    assert.match((await scrubPictures(gawai)).problems[0] ?? '', /its upload is damaged or missing/)
  })

  it('takes in what was kept before there was a library', async (test) => {
    const { gawai, picture } = await openWith(test)
    const old = await keepPicture(gawai, { name: 'b.png', bytes: pngOf(9, 9) })
    assert.equal((await scrubPictures(gawai)).takenIn, 1)
    assert.equal((await scrubPictures(gawai)).takenIn, 0)
    const { items } = await picturesPage(gawai, { limit: 9 })
    assert.deepEqual(
      items.map(({ file }) => file),
      [old.file, picture.file],
    )
  })
})

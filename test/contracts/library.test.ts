import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { usesOfPicture } from '#articles'
import {
  addPicture,
  cropPicture,
  describePicture,
  findPicture,
  keepFolder,
  labelPictures,
  movePictures,
  picturesPage,
  removeFolder,
  removePictures,
  renameFolder,
  restorePictures,
  scrubPictures,
} from '#media'
import { openNewsroom } from '#test/newsroom.ts'
import { pngOf } from '#test/pictures.ts'
import { adapters } from './open.ts'

for (const { name, skip, url } of adapters)
  describe(`the library of pictures on ${name}`, { skip }, () => {
    it('keeps, finds, labels, moves, crops, removes and restores', async (test) => {
      const { gawai, publish, clock } = await openNewsroom(test, await url())
      const { write } = gawai
      const add = async (width: number) =>
        (await addPicture(gawai, { name: `Layar ${width}.png`, bytes: pngOf(width, 10) })).picture
      const [one, two, three] = [await add(20), await add(30), await add(40)]
      const ids = async (wanted: Partial<Parameters<typeof picturesPage>[1]>) => {
        const page = await picturesPage(gawai, { limit: 2, ...wanted })
        return [page.items.map(({ id }) => id), page.before]
      }
      assert.deepEqual(await ids({}), [[three.id, two.id], two.id])
      assert.deepEqual(await ids({ before: two.id }), [[one.id], undefined])

      const folder = await write((unit) => keepFolder(unit, { name: 'Samsung' }))
      assert.equal(await write((unit) => keepFolder(unit, { name: 'SAMSUNG' })), folder)
      const inner = await write((unit) => keepFolder(unit, { name: 'Galaxy', parent: folder }))
      await assert.rejects(
        write((unit) => removeFolder(unit, { folder })),
        /is not empty/,
      )
      assert.equal(await write((unit) => renameFolder(unit, { folder: inner, name: 'Galaxy S' })), 'Galaxy')
      assert.deepEqual(await write((unit) => movePictures(unit, { pictures: [one.id, three.id], folder: inner })), [
        { id: one.id, folder: undefined },
        { id: three.id, folder: undefined },
      ])
      assert.deepEqual(await ids({ folder: inner }), [[three.id, one.id], undefined])
      assert.deepEqual(await ids({ folder: null }), [[two.id], undefined])

      const label = { kind: 'device', name: 'Galaxy S26' } as const
      assert.equal(
        (await write((unit) => labelPictures(unit, { pictures: [one.id, two.id], add: [label] }))).added.length,
        2,
      )
      assert.deepEqual(await ids({ label }), [[two.id, one.id], undefined])
      assert.deepEqual(
        await write((unit) => labelPictures(unit, { pictures: [one.id, three.id], add: [label], remove: [label] })),
        {
          added: [
            { ...label, id: one.id },
            { ...label, id: three.id },
          ],
          removed: [{ ...label, id: one.id }],
        },
      )
      await write((unit) => describePicture(unit, { picture: two.id, alt: { id: 'Ponsel LIPAT É' }, credit: 'Rina' }))
      assert.deepEqual(await ids({ words: 'galaxy é lipat' }), [[two.id], undefined])
      assert.deepEqual(await ids({ words: '100%' }), [[], undefined])

      const shown = await publish({ markdown: `![](${two.src})` })
      assert.deepEqual(await ids({ isUnused: true }), [[three.id, one.id], undefined])
      await assert.rejects(
        write((unit) => removePictures(unit, { pictures: [one.id, two.id] })),
        /Articles show the picture "Layar 30/,
      )
      await cropPicture(gawai, { picture: two.id, crop: { left: 0, top: 0, width: 0.5, height: 1 } })
      await gawai.reactions.deliver()
      await gawai.jobs.settle()
      const cropped = await findPicture(gawai, two.id)
      assert.deepEqual([cropped?.width, cropped?.height, cropped?.labels.length], [15, 10, 1])
      assert.deepEqual(await usesOfPicture(gawai, two.id), [
        { id: shown.id, title: 'Kabar gawai', lang: 'id', state: 'published', path: shown.path, isShown: true },
      ])

      await write((unit) => removePictures(unit, { pictures: [one.id] }))
      assert.deepEqual(await ids({ isRemoved: true }), [[one.id], undefined])
      await write((unit) => restorePictures(unit, { pictures: [one.id] }))
      assert.deepEqual(await ids({ before: two.id }), [[one.id], undefined])
      await write((unit) => removePictures(unit, { pictures: [one.id] }))
      await gawai.start()
      clock.move(31 * 24 * 60 * 60 * 1000)
      await gawai.jobs.settle()
      assert.equal(await findPicture(gawai, one.id), undefined)
      for (const folder of ['pictures', 'originals', 'renditions', 'moved'])
        assert.deepEqual(await gawai.storage.list(`${folder}/${one.file.replace('.png', '')}`), [], folder)
      assert.deepEqual(await scrubPictures(gawai), { checked: 3, takenIn: 0, mended: 0, problems: [] })
    })
  })

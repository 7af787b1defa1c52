import { z } from 'zod'
import { describePicture, type Label, labelPictures, movePictures, removePictures, restorePictures } from '#media'
import { idField } from '../forms/form.ts'
import type { Onward, Visit } from '../route.ts'
import { pictureHere } from './one-picture.ts'
import { library } from './paths.ts'
import { doTo, pictureDeed } from './picture-deed.ts'
import { undoAdding, undoDescribing, undoLabelling, undoMoving, undoRemoving } from './undoes.ts'

const words = z.string().trim().max(2000)

/** Names between commas, each once. */
const named = (kind: Label['kind'], line: string): Label[] =>
  [...new Set(line.split(',').map((name) => name.trim()))].filter((name) => name !== '').map((name) => ({ kind, name }))

const isIn = (labels: readonly Label[], { kind, name }: Label): boolean =>
  labels.some((one) => one.kind === kind && one.name === name)

async function label(visit: Visit, { devices, events }: { devices: string; events: string }): Promise<Onward> {
  const { labels } = await pictureHere(visit)
  const wanted = [...named('device', devices), ...named('event', events)]
  const add = wanted.filter((one) => !isIn(labels, one))
  const remove = labels.filter((one) => !isIn(wanted, one))
  return doTo(visit, 'library.labelled', async ({ unit, picture, by }) =>
    undoLabelling.step(await labelPictures(unit, { pictures: [picture], by, add, remove })),
  )
}

/** What is said of a picture, where it lies, and whether it is in the library at all. */
export const pictureDeeds = [
  pictureDeed('words', {
    form: z.strictObject({ altId: words, altEn: words, credit: words, licence: words }),
    handle: (visit, { altId, altEn, credit, licence }) =>
      doTo(visit, 'library.described', async ({ unit, picture, by }) => {
        const said = await describePicture(unit, { picture, alt: { id: altId, en: altEn }, credit, licence, by })
        return undoDescribing.step({ picture, said })
      }),
  }),
  pictureDeed('labels', { form: z.strictObject({ devices: words, events: words }), handle: label }),
  pictureDeed('folder', {
    form: z.strictObject({ folder: z.union([z.literal('0').transform(() => undefined), idField]) }),
    handle: (visit, { folder }) =>
      doTo(visit, 'library.moved', async ({ unit, picture, by }) =>
        undoMoving.step({ before: await movePictures(unit, { pictures: [picture], folder, by }) }),
      ),
  }),
  pictureDeed('removal', {
    needs: 'pictures.remove',
    form: z.strictObject({}),
    async handle(visit) {
      const done = await doTo(visit, 'library.wereRemoved', async ({ unit, picture, by }) => {
        await removePictures(unit, { pictures: [picture], by })
        return undoRemoving.step({ pictures: [picture] })
      })
      return { ...done, to: library }
    },
  }),
  pictureDeed('restoring', {
    needs: 'pictures.remove',
    form: z.strictObject({}),
    handle: (visit) =>
      doTo(visit, 'library.restored', async ({ unit, picture, by }) => {
        await restorePictures(unit, { pictures: [picture], by })
        return undoAdding.step({ pictures: [picture] })
      }),
  }),
]

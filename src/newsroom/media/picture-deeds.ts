import { z } from 'zod'
import {
  type Changed,
  cropPicture,
  describePicture,
  labelPictures,
  type Label,
  movePictures,
  removePictures,
  replacePicture,
  restorePictures,
  returnToFile,
} from '#media'
import { type Action, must } from '#people'
import type { Id } from '#platform/database/tables.ts'
import type { Unit } from '#platform/database/unit.ts'
import { Invalid } from '#platform/refusals.ts'
import { idField } from '../form.ts'
import { tellDone } from '../notice.ts'
import { type Onward, route, type Visit } from '../route.ts'
import type { UndoStep } from '../undoes.ts'
import { ownerOf, pictureHere, picturePage, wantedPicture } from './one-picture.ts'
import { library, picturePath } from './paths.ts'

const words = z.string().trim().max(2000)
const percent = z.coerce.number().min(0).max(100)
const oneUpload = 13_000_000

interface Doing {
  unit: Unit
  picture: Id
  by: Id
}

/** Something that is done to a picture in one unit, by who may do it. */
async function doTo(
  visit: Visit,
  right: Action,
  key: string,
  work: (doing: Doing) => Promise<UndoStep | undefined>,
): Promise<Onward> {
  const { gawai, actor } = visit
  const here = await pictureHere(visit)
  must(actor, right, ownerOf(here))
  const notice = await gawai.write(async (unit) => {
    const undo = await work({ unit, picture: here.id, by: actor.account })
    return tellDone(unit, actor.account, { key, values: { name: here.name, count: 1 } }, undo)
  })
  return { to: picturePath(here.id), notice }
}

/** The same for what waits for the darkroom: it is done before it is told. */
async function changeIt(visit: Visit, key: string, work: (picture: Id, by: Id) => Promise<Changed>) {
  const { actor } = visit
  const here = await pictureHere(visit)
  must(actor, 'pictures.change', ownerOf(here))
  const { before, now } = await work(here.id, actor.account)
  const undo =
    before === now ? undefined : ({ kind: 'picture.file', payload: { picture: here.id, file: before } } as const)
  return doTo(visit, 'pictures.change', key, async () => undo)
}

const named = (kind: Label['kind'], line: string): Label[] =>
  [...new Set(line.split(',').map((name) => name.trim()))].filter((name) => name !== '').map((name) => ({ kind, name }))

async function label(visit: Visit, { devices, events }: { devices: string; events: string }): Promise<Onward> {
  const { labels } = await pictureHere(visit)
  const wanted = [...named('device', devices), ...named('event', events)]
  const isIn = (list: readonly Label[], one: Label) =>
    list.some(({ kind, name }) => kind === one.kind && name === one.name)
  return doTo(visit, 'pictures.change', 'library.labelled', async ({ unit, picture, by }) => ({
    kind: 'pictures.labels',
    payload: await labelPictures(unit, {
      pictures: [picture],
      by,
      add: wanted.filter((one) => !isIn(labels, one)),
      remove: labels.filter((one) => !isIn(wanted, one)),
    }),
  }))
}

const isAll = ({ left, top, width, height }: Record<'left' | 'top' | 'width' | 'height', number>): boolean =>
  left === 0 && top === 0 && width === 100 && height === 100

/** The picture of the address, as far as rights ask. */
const on = async (visit: Visit) => ownerOf(await pictureHere(visit))

export const pictureDeeds = [
  route.deed({
    path: '/pictures/:picture/words/',
    needs: 'pictures.change',
    on,
    form: z.strictObject({ altId: words, altEn: words, credit: words, licence: words }),
    again: picturePage,
    handle: (visit, { altId, altEn, credit, licence }) =>
      doTo(visit, 'pictures.change', 'library.described', async ({ unit, picture, by }) => ({
        kind: 'picture.words',
        payload: {
          picture,
          said: await describePicture(unit, { picture, alt: { id: altId, en: altEn }, credit, licence, by }),
        },
      })),
  }),
  route.deed({
    path: '/pictures/:picture/labels/',
    needs: 'pictures.change',
    on,
    form: z.strictObject({ devices: words, events: words }),
    again: picturePage,
    handle: label,
  }),
  route.deed({
    path: '/pictures/:picture/folder/',
    needs: 'pictures.change',
    on,
    form: z.strictObject({ folder: z.union([z.literal('0').transform(() => undefined), idField]) }),
    again: picturePage,
    handle: (visit, { folder }) =>
      doTo(visit, 'pictures.change', 'library.moved', async ({ unit, picture, by }) => ({
        kind: 'pictures.folders',
        payload: { before: await movePictures(unit, { pictures: [picture], folder, by }) },
      })),
  }),
  route.deed({
    path: '/pictures/:picture/crop/',
    needs: 'pictures.change',
    on,
    form: z.strictObject({ left: percent, top: percent, width: percent, height: percent, x: percent, y: percent }),
    again: picturePage,
    handle: (visit, { x, y, ...crop }) =>
      changeIt(visit, 'library.cropped', (picture, by) =>
        cropPicture(visit.gawai, {
          picture,
          by,
          focus: { x: x / 100, y: y / 100 },
          crop: isAll(crop)
            ? undefined
            : { left: crop.left / 100, top: crop.top / 100, width: crop.width / 100, height: crop.height / 100 },
        }),
      ),
  }),
  route.deed({
    path: '/pictures/:picture/replacement/',
    needs: 'pictures.change',
    on,
    mostBytes: oneUpload,
    form: z.strictObject({ picture: z.instanceof(File) }),
    again: picturePage,
    async handle(visit, { picture: file }) {
      if (file.size === 0) throw new Invalid('No picture was chosen', { key: 'library.noFile' })
      const bytes = new Uint8Array(await file.arrayBuffer())
      return changeIt(visit, 'library.replaced', (picture, by) =>
        replacePicture(visit.gawai, { picture, by, name: file.name, bytes }),
      )
    },
  }),
  route.deed({
    path: '/pictures/:picture/file/',
    needs: 'pictures.change',
    on,
    form: z.strictObject({ file: z.string().max(60) }),
    again: picturePage,
    handle: (visit, { file }) =>
      doTo(visit, 'pictures.change', 'library.returned', async ({ unit, picture, by }) => {
        const { before } = await returnToFile(unit, { picture, file, by })
        return { kind: 'picture.file', payload: { picture, file: before } }
      }),
  }),
  route.deed({
    path: '/pictures/:picture/removal/',
    needs: 'pictures.remove',
    on,
    form: z.strictObject({}),
    again: picturePage,
    async handle(visit) {
      const pictures = [wantedPicture(visit)]
      const { notice } = await doTo(visit, 'pictures.remove', 'library.wereRemoved', async ({ unit, by }) => {
        await removePictures(unit, { pictures, by })
        return { kind: 'pictures.restoring', payload: { pictures } }
      })
      return { to: library, ...(notice !== undefined && { notice }) }
    },
  }),
  route.deed({
    path: '/pictures/:picture/restoring/',
    needs: 'pictures.remove',
    on,
    form: z.strictObject({}),
    again: picturePage,
    handle: (visit) =>
      doTo(visit, 'pictures.remove', 'library.restored', async ({ unit, picture, by }) => {
        await restorePictures(unit, { pictures: [picture], by })
        return { kind: 'pictures.removal', payload: { pictures: [picture] } }
      }),
  }),
]

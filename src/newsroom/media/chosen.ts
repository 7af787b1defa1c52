import { z } from 'zod'
import { creditPictures, labelPictures, movePictures, removePictures, restorePictures } from '#media'
import type { Id } from '#platform/database/tables.ts'
import type { Unit } from '#platform/database/unit.ts'
import { idField, onwardField, several } from '../forms/form.ts'
import { tellDone, type UndoStep } from '../notice.ts'
import { route, type Visit } from '../route.ts'
import { libraryPage } from './library.ts'
import { mustAll } from './must-all.ts'
import { library } from './paths.ts'
import { undoAdding, undoCrediting, undoLabelling, undoMoving, undoRemoving } from './undoes.ts'

const words = z.string().trim().max(200).optional()

const form = z.strictObject({
  picture: several(idField),
  deed: z.enum(['move', 'device', 'event', 'credit', 'remove', 'restore']),
  into: z.union([z.literal('0').transform(() => undefined), idField]).optional(),
  label: words,
  occasion: words,
  credit: words,
  to: onwardField,
})
type Form = z.output<typeof form>

/** What was done, and how it is taken back. */
interface Done {
  key: string
  undo: UndoStep
}

type Deed = (unit: Unit, form: Form, by: Id) => Promise<Done>

const deeds: Record<Form['deed'], Deed> = {
  async move(unit, { picture: pictures, into: folder }, by) {
    const before = await movePictures(unit, { pictures, folder, by })
    return { key: 'library.moved', undo: undoMoving.step({ before }) }
  },
  device: (unit, { picture: pictures, label: name = '' }, by) => labelled(unit, { pictures, kind: 'device', name, by }),
  event: (unit, { picture: pictures, occasion: name = '' }, by) =>
    labelled(unit, { pictures, kind: 'event', name, by }),
  async credit(unit, { picture: pictures, credit = '' }, by) {
    const before = await creditPictures(unit, { pictures, credit, by })
    return { key: 'library.credited', undo: undoCrediting.step({ before }) }
  },
  async remove(unit, { picture: pictures }, by) {
    await removePictures(unit, { pictures, by })
    return { key: 'library.wereRemoved', undo: undoRemoving.step({ pictures }) }
  },
  async restore(unit, { picture: pictures }, by) {
    await restorePictures(unit, { pictures, by })
    return { key: 'library.restored', undo: undoAdding.step({ pictures }) }
  },
}

async function labelled(
  unit: Unit,
  { pictures, kind, name, by }: { pictures: Id[]; kind: 'device' | 'event'; name: string; by: Id },
): Promise<Done> {
  const changed = await labelPictures(unit, { pictures, add: [{ kind, name }], by })
  return { key: 'library.labelled', undo: undoLabelling.step(changed) }
}

async function doToChosen({ gawai, actor }: Visit, asked: Form) {
  const { picture: pictures, deed, to = library } = asked
  const right = deed === 'remove' || deed === 'restore' ? 'pictures.remove' : 'pictures.change'
  const notice = await gawai.write(async (unit) => {
    await mustAll(unit, actor, right, pictures)
    const { key, undo } = await deeds[deed](unit, asked, actor.account)
    return tellDone(unit, actor.account, { key, values: { count: pictures.length } }, undo)
  })
  return { to, notice }
}

export const chosenRoutes = [
  route.deed({ path: '/pictures/chosen/', needs: 'pictures.change', form, again: libraryPage, handle: doToChosen }),
]

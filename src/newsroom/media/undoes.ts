import { z } from 'zod'
import {
  allSaidSchema,
  creditPictures,
  describePicture,
  labelPictures,
  labelSchema,
  movePictures,
  removePictures,
  restorePictures,
  returnToFile,
} from '#media'
import type { Action } from '#people'
import type { Id } from '#platform/database/tables.ts'
import type { Unit } from '#platform/database/unit.ts'
import { undoing } from '../undo.ts'
import { mustAll } from './must-all.ts'

const id = z.number()
const several = z.object({ pictures: z.array(id) })
const label = labelSchema.extend({ id })

/** The inverse of what was done to pictures: whoever takes it back must still be allowed to do it to each of them. */
const pictureUndoing = <Payload extends z.ZodType>(
  kind: string,
  payload: Payload,
  { right = 'pictures.change', of }: { right?: Action; of(payload: z.output<Payload>): readonly Id[] },
  takeBack: (unit: Unit, payload: z.output<Payload>, by: Id) => Promise<unknown>,
) =>
  undoing(kind, payload, async (unit, kept, actor) => {
    await mustAll(unit, actor, right, of(kept))
    await takeBack(unit, kept, actor.account)
  })

const idsOf = (things: readonly { id: Id }[]): Id[] => things.map((thing) => thing.id)

/** Things with the same value, each value once: the verbs take many pictures and one value. */
function byValue<Thing extends { id: Id }>(things: readonly Thing[]) {
  const valued = things.map(({ id: picture, ...value }) => ({ id: picture, value }))
  return [...Map.groupBy(valued, ({ value }) => JSON.stringify(value)).values()].flatMap(([first, ...others]) =>
    first === undefined ? [] : [{ pictures: idsOf([first, ...others]), value: first.value }],
  )
}

/** Adding is taken back by removing, and so is restoring. */
const removal = { right: 'pictures.remove', of: ({ pictures }: z.output<typeof several>) => pictures } as const
export const undoAdding = pictureUndoing('pictures.removal', several, removal, (unit, { pictures }, by) =>
  removePictures(unit, { pictures, by }),
)
export const undoRemoving = pictureUndoing('pictures.restoring', several, removal, (unit, { pictures }, by) =>
  restorePictures(unit, { pictures, by }),
)

export const undoMoving = pictureUndoing(
  'pictures.folders',
  z.object({ before: z.array(z.object({ id, folder: id.optional() })) }),
  { of: ({ before }) => idsOf(before) },
  async (unit, { before }, by) => {
    for (const { pictures, value } of byValue(before)) await movePictures(unit, { pictures, folder: value.folder, by })
  },
)
export const undoCrediting = pictureUndoing(
  'pictures.credits',
  z.object({ before: z.array(z.object({ id, credit: z.string() })) }),
  { of: ({ before }) => idsOf(before) },
  async (unit, { before }, by) => {
    for (const { pictures, value } of byValue(before)) await creditPictures(unit, { pictures, ...value, by })
  },
)
export const undoLabelling = pictureUndoing(
  'pictures.labels',
  z.object({ added: z.array(label), removed: z.array(label) }),
  { of: ({ added, removed }) => idsOf([...added, ...removed]) },
  async (unit, { added, removed }, by) => {
    for (const { pictures, value } of byValue(added)) await labelPictures(unit, { pictures, remove: [value], by })
    for (const { pictures, value } of byValue(removed)) await labelPictures(unit, { pictures, add: [value], by })
  },
)

const one = { of: ({ picture }: { picture: Id }) => [picture] }
export const undoDescribing = pictureUndoing(
  'picture.words',
  z.object({ picture: id, said: allSaidSchema }),
  one,
  (unit, { picture, said }, by) => describePicture(unit, { picture, ...said, by }),
)
export const undoChanging = pictureUndoing(
  'picture.file',
  z.object({ picture: id, file: z.string() }),
  one,
  (unit, { picture, file }, by) => returnToFile(unit, { picture, file, by }),
)

/** How what is done to pictures is taken back. */
export const pictureUndoes = [
  undoAdding,
  undoRemoving,
  undoMoving,
  undoCrediting,
  undoLabelling,
  undoDescribing,
  undoChanging,
]

import type { z } from 'zod'
import type { Action } from '#people'
import type { Id } from '#platform/database/tables.ts'
import type { Unit } from '#platform/database/unit.ts'
import { tellDone, type UndoStep } from '../notice.ts'
import { type Onward, type Route, route, type Visit } from '../route.ts'
import { ownerOf, pictureHere, picturePage } from './one-picture.ts'
import { picturePath } from './paths.ts'

interface PictureDeed<Form extends z.ZodType> {
  needs?: Action
  /** The largest request, in bytes. */
  mostBytes?: number
  form: Form
  handle(visit: Visit, form: z.output<Form>): Promise<Onward>
}

/**
 * A deed to the picture of the address, which its owner may do or whoever may do it to all.
 *
 * @param segment of the address, below the picture's own
 */
export const pictureDeed = <Form extends z.ZodType>(segment: string, deed: PictureDeed<Form>): Route =>
  route.deed({
    path: `/pictures/:picture/${segment}/`,
    needs: 'pictures.change',
    on: async (visit) => ownerOf(await pictureHere(visit)),
    again: picturePage,
    ...deed,
  })

interface Doing {
  unit: Unit
  picture: Id
  by: Id
}

/**
 * Does something to the picture of the address, and tells what was done in the same unit.
 *
 * @param key the sentence that says so
 * @param work answers how it is taken back, if it can be
 */
export async function doTo(
  visit: Visit,
  key: string,
  work: (doing: Doing) => Promise<UndoStep | undefined>,
): Promise<Onward> {
  const { gawai, actor } = visit
  const here = await pictureHere(visit)
  const notice = await gawai.write(async (unit) => {
    const undo = await work({ unit, picture: here.id, by: actor.account })
    return tellDone(unit, actor.account, { key, values: { name: here.name, count: 1 } }, undo)
  })
  return { to: picturePath(here.id), notice }
}

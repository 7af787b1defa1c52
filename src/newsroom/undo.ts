import { z } from 'zod'
import type { Id } from '#platform/database/tables.ts'
import type { Unit } from '#platform/database/unit.ts'
import type { Gawai } from '#platform/gawai.ts'
import type { Actor } from '#people'
import { idIn, pathField } from './form.ts'
import { findNotice, takeUndo, tellDone } from './notice.ts'
import { route } from './route.ts'

/** The inverse of something that somebody did, in their name: it asks for the same right and the same proof. */
interface Undo<Payload extends z.ZodType = z.ZodType> {
  /** What it needs to know of what was done; proven again before it is used. */
  payload: Payload
  isDangerous: boolean
  takeBack(unit: Unit, payload: z.output<Payload>, actor: Actor, gawai: Gawai): Promise<void>
}

export const undoing = <Payload extends z.ZodType>(
  payload: Payload,
  takeBack: (unit: Unit, payload: z.output<Payload>, actor: Actor, gawai: Gawai) => Promise<void>,
): Undo<Payload> => ({ payload, takeBack, isDangerous: false })

/** The same for what wants a proof that it is still them. */
export const guardedUndoing: typeof undoing = (payload, takeBack) => ({ payload, takeBack, isDangerous: true })

/** Where the button of a notice leads. */
export const undoPath = (notice: Id): string => `/newsroom/notices/${notice}/undoing/`

/** @param undoes every inverse of the newsroom, by kind */
export const undoRoute = (undoes: Readonly<Record<string, Undo>>) =>
  route.deed({
    path: '/notices/:notice/undoing/',
    needs: 'newsroom.enter',
    async isDangerous({ gawai, actor, params }) {
      const notice = await findNotice(gawai, { id: idIn(params, 'notice'), account: actor.account })
      return notice?.undo !== undefined && undoes[notice.undo]?.isDangerous === true
    },
    form: z.strictObject({ to: pathField }),
    handle: async ({ gawai, actor, params }, { to }) => ({
      to,
      notice: await gawai.write(async (unit) => {
        const { kind, payload } = await takeUndo(unit, { id: idIn(params, 'notice'), account: actor.account })
        const undo = undoes[kind]
        if (!undo) throw new Error(`Nobody can take back "${kind}"`)
        await undo.takeBack(unit, undo.payload.parse(payload), actor, gawai)
        return tellDone(unit, actor.account, { key: 'undo.done' })
      }),
    }),
  })

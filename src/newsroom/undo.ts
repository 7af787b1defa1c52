import { z } from 'zod'
import type { Id } from '#platform/database/tables.ts'
import type { Unit } from '#platform/database/unit.ts'
import type { Gawai } from '#platform/gawai.ts'
import type { Actor } from '#people'
import { idIn, pathField } from './forms/form.ts'
import { findNotice, takeUndo, tellDone, type UndoStep } from './notice.ts'
import { type Route, route } from './route.ts'

/** The inverse of one kind of deed, in the name of who did it: it asks for the same right and the same proof. */
export interface Undo<Payload = never> {
  kind: string
  isDangerous: boolean
  /** What `tellDone` writes down, so that this very deed can be taken back. */
  step(payload: Payload): UndoStep
  /** @throws Forbidden when they may not do it any more */
  takeBack(unit: Unit, payload: unknown, actor: Actor, gawai: Gawai): Promise<void>
}

/**
 * An inverse whose payload is proven before it is used.
 *
 * @param kind as it is written down: one for all releases
 */
export const undoing = <Payload extends z.ZodType>(
  kind: string,
  payload: Payload,
  takeBack: (unit: Unit, payload: z.output<Payload>, actor: Actor, gawai: Gawai) => Promise<void>,
): Undo<z.input<Payload>> => ({
  kind,
  isDangerous: false,
  step: (given) => ({ kind, payload: given }),
  takeBack: (unit, given, actor, gawai) => takeBack(unit, payload.parse(given), actor, gawai),
})

/** The same for what wants a proof that it is still them. */
export const guardedUndoing: typeof undoing = (kind, payload, takeBack) => ({
  ...undoing(kind, payload, takeBack),
  isDangerous: true,
})

/** Where the button of a notice leads. */
export const undoPath = (notice: Id): string => `/newsroom/notices/${notice}/undoing/`

/** @param undoes every inverse of the newsroom */
export function undoRoute(undoes: readonly Undo[]): Route {
  const byKind = new Map(undoes.map((undo) => [undo.kind, undo]))
  if (byKind.size < undoes.length) throw new Error('Two inverses have the same kind')
  return route.deed({
    path: '/notices/:notice/undoing/',
    needs: 'newsroom.enter',
    async isDangerous({ gawai, actor, params }) {
      const notice = await findNotice(gawai, { id: idIn(params, 'notice'), account: actor.account })
      return notice?.undo !== undefined && byKind.get(notice.undo)?.isDangerous === true
    },
    form: z.strictObject({ to: pathField }),
    handle: async ({ gawai, actor, params }, { to }) => ({
      to,
      notice: await gawai.write(async (unit) => {
        const { kind, payload } = await takeUndo(unit, { id: idIn(params, 'notice'), account: actor.account })
        const undo = byKind.get(kind)
        if (!undo) throw new Error(`Nobody can take back "${kind}"`)
        await undo.takeBack(unit, payload, actor, gawai)
        return tellDone(unit, actor.account, { key: 'undo.done' })
      }),
    }),
  })
}

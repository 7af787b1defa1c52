import { z } from 'zod'
import { mergeOrganisations, organisationMergeSchema, splitOrganisations } from '#articles'
import { findOrganisation } from '#organisations'
import { must } from '#people'
import { idField } from '../forms/form.ts'
import { tellDone } from '../notice.ts'
import { route } from '../route.ts'
import { undoing } from '../undo.ts'
import { againPage } from './one-organisation.ts'
import { organisationHere, organisationPath } from './organisations.ts'

const undoMerging = undoing('organisation.merged', organisationMergeSchema, async (unit, merge, actor) => {
  must(actor, 'organisations.change')
  await splitOrganisations(unit, { ...merge, by: actor.account })
})

/** How a merge is taken back, where that is possible exactly. */
export const organisationMergingUndoes = [undoMerging]

export const organisationMergingRoutes = [
  route.deed({
    path: '/organisations/:organisation{[1-9]\\d*}/merging/',
    needs: 'organisations.change',
    form: z.strictObject({ into: idField }),
    again: againPage,
    async handle(visit, { into }) {
      const { gawai, actor } = visit
      const from = organisationHere(visit)
      const { name } = await findOrganisation(gawai, from)
      const notice = await gawai.write(async (unit) => {
        const merge = await mergeOrganisations(unit, gawai, { from, into, by: actor.account })
        const said = { key: merge ? 'organisations.merged' : 'organisations.mergedForGood', values: { name } }
        return tellDone(unit, actor.account, said, merge && undoMerging.step(merge))
      })
      return { to: organisationPath(into), notice }
    },
  }),
]

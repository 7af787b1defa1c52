import { z } from 'zod'
import { keepFolder, removeFolder, renameFolder } from '#media'
import { must } from '#people'
import { idField, idIn, line } from '../forms/form.ts'
import { tellDone } from '../notice.ts'
import { route, type Visit } from '../route.ts'
import { undoing } from '../undo.ts'
import { libraryPage } from './library.ts'
import { library, libraryPath } from './paths.ts'

const wanted = ({ params }: Visit): number => idIn(params, 'folder')

const folder = z.number()
const undoMaking = undoing('folder.removal', z.object({ folder }), async (unit, { folder }, actor) => {
  must(actor, 'folders.change')
  await removeFolder(unit, { folder, by: actor.account })
})
const undoRemoving = undoing(
  'folder.making',
  z.object({ name: z.string(), parent: folder.optional() }),
  async (unit, { name, parent }, actor) => {
    must(actor, 'folders.change')
    await keepFolder(unit, { name, parent, by: actor.account })
  },
)
const undoNaming = undoing('folder.name', z.object({ folder, name: z.string() }), async (unit, kept, actor) => {
  must(actor, 'folders.change')
  await renameFolder(unit, { ...kept, by: actor.account })
})

/** How what is done here is taken back. */
export const folderUndoes = [undoMaking, undoRemoving, undoNaming]

export const folderRoutes = [
  route.deed({
    path: '/pictures/folders/',
    needs: 'folders.change',
    form: z.strictObject({ name: line(80), parent: idField.optional() }),
    again: libraryPage,
    handle: ({ gawai, actor }, { name, parent }) =>
      gawai.write(async (unit) => {
        const folder = await keepFolder(unit, { name, parent, by: actor.account })
        const said = { key: 'library.folderMade', values: { name } }
        const notice = await tellDone(unit, actor.account, said, undoMaking.step({ folder }))
        return { to: libraryPath({ folder }), notice }
      }),
  }),
  route.deed({
    path: '/pictures/folders/:folder/name/',
    needs: 'folders.change',
    form: z.strictObject({ name: line(80) }),
    again: libraryPage,
    handle: (visit, { name }) =>
      visit.gawai.write(async (unit) => {
        const [folder, by] = [wanted(visit), visit.actor.account]
        const before = await renameFolder(unit, { folder, name, by })
        const said = { key: 'library.folderNamed', values: { name } }
        const notice = await tellDone(unit, by, said, undoNaming.step({ folder, name: before }))
        return { to: libraryPath({ folder }), notice }
      }),
  }),
  route.deed({
    path: '/pictures/folders/:folder/removal/',
    needs: 'folders.change',
    form: z.strictObject({}),
    again: libraryPage,
    handle: (visit) =>
      visit.gawai.write(async (unit) => {
        const by = visit.actor.account
        const { name, parent } = await removeFolder(unit, { folder: wanted(visit), by })
        const said = { key: 'library.folderRemoved', values: { name } }
        const notice = await tellDone(unit, by, said, undoRemoving.step({ name, parent }))
        return { to: parent === undefined ? library : libraryPath({ folder: parent }), notice }
      }),
  }),
]

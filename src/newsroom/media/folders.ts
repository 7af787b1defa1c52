import { z } from 'zod'
import { keepFolder, removeFolder, renameFolder } from '#media'
import { idField, idIn, line } from '../form.ts'
import { tellDone } from '../notice.ts'
import { route, type Visit } from '../route.ts'
import { libraryPage } from './library.ts'
import { library, libraryPath } from './paths.ts'

const wanted = ({ params }: Visit): number => idIn(params, 'folder')

export const folderRoutes = [
  route.deed({
    path: '/pictures/folders/',
    needs: 'folders.change',
    form: z.strictObject({ name: line(80), parent: idField.optional() }),
    again: libraryPage,
    handle: ({ gawai, actor }, { name, parent }) =>
      gawai.write(async (unit) => {
        const folder = await keepFolder(unit, { name, parent, by: actor.account })
        const undo = { kind: 'folder.removal', payload: { folder } } as const
        const notice = await tellDone(unit, actor.account, { key: 'library.folderMade', values: { name } }, undo)
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
        const undo = { kind: 'folder.name', payload: { folder, name: before } } as const
        const notice = await tellDone(unit, by, { key: 'library.folderNamed', values: { name } }, undo)
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
        const undo = { kind: 'folder.making', payload: { name, parent } } as const
        const notice = await tellDone(unit, by, { key: 'library.folderRemoved', values: { name } }, undo)
        return { to: parent === undefined ? library : libraryPath({ folder: parent }), notice }
      }),
  }),
]

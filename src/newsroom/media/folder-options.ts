import type { Folder } from '#media'
import type { Option } from '../forms/fields-view.ts'
import type { Visit } from '../route.ts'

/** Folders in the order of the tree, each with how deep it lies. */
export const flat = (folders: readonly Folder[], depth = 0): (Folder & { depth: number })[] =>
  folders.flatMap((folder) => [{ ...folder, depth }, ...flat(folder.inside, depth + 1)])

/** For a choice of a folder; what lies in none is '0'. */
export const folderOptions = ({ say }: Visit, folders: readonly Folder[]): Option[] => [
  { value: '0', words: say('library.noFolder') },
  ...flat(folders).map(({ id, name, depth }) => ({ value: String(id), words: `${'– '.repeat(depth)}${name}` })),
]

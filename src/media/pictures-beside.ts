import { readFile, realpath, stat } from 'node:fs/promises'
import { join, resolve, sep } from 'node:path'
import { Invalid } from '#platform/refusals.ts'
import { refuseHeavy } from './prove-picture.ts'

/**
 * Reads a picture file by its path as a text names it; undefined when there is none.
 *
 * @throws Invalid for a path that leads elsewhere, and for what cannot be read
 */
export type ReadPicture = (path: string) => Promise<Uint8Array | undefined>

/** Reads files of a folder and the folders in it, and nothing else, also not through a link. */
export function picturesBeside(folder: string): ReadPicture {
  return async (path) => {
    try {
      return await readWithin(await realpath(folder), path)
    } catch (error) {
      const code = error instanceof Error && 'code' in error ? String(error.code) : undefined
      if (code === 'ENOENT' || code === 'ENOTDIR') return undefined
      if (code === undefined) throw error
      throw new Invalid(`the picture "${path}" cannot be read (${code}): see to it that this account may read it`)
    }
  }
}

/** Looks before it reads: nobody waits for a film that is then refused, or for a pipe that never ends. */
async function readWithin(folder: string, path: string): Promise<Uint8Array> {
  const file = await realpath(resolve(folder, path))
  if (!file.startsWith(join(folder, sep)))
    throw new Invalid(`the picture "${path}" leads out of the article's folder: copy the file into it`)
  const { size, isFile } = await stat(file).then((found) => ({ size: found.size, isFile: found.isFile() }))
  if (!isFile) throw new Invalid(`the picture "${path}" is no file: name the file itself`)
  refuseHeavy(path, size)
  return readFile(file)
}

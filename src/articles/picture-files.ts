import {
  type Focus,
  keepPicture,
  type KeptFile,
  type KeptPicture,
  provePicture,
  type ReadPicture,
  shownNow,
} from '#media'
import type { Gawai } from '#platform/gawai.ts'
import { Invalid } from '#platform/refusals.ts'

/** The pictures of a text that are files beside it, by their path; `shown` is what the library shows of each. */
export type PictureFiles = ReadonlyMap<string, KeptFile & { shown: KeptPicture }>

interface NamedPictures {
  name: string
  paths: Iterable<string>
  read: ReadPicture
  focuses?: ReadonlyMap<string, Focus> | undefined
}

/** Whether a picture's address, as it is written, names a file instead of something on the web or on this site. */
export const isFilePath = (src: string): boolean =>
  isLocal.test(src) || (src.trim() !== '' && !isAddress.test(src.trim()))
const isLocal = /^\s*(file:|[a-z]:)/i
const isAddress = /^([a-z][a-z0-9+.-]*:|[/#])/i

/** A file's path from an address in markup, where blanks and other letters are percent-encoded. */
export function pathOf(src: string): string {
  try {
    return decodeURIComponent(src)
  } catch {
    return src
  }
}

/**
 * Keeps the pictures that a text names. All are proven before the first is kept: a refused text leaves nothing.
 *
 * @param name of the text's file, for the refusal
 * @param focuses focal points by path, of the pictures that have one
 * @throws Invalid naming the text, the picture and what to do
 */
export async function keepPictureFiles(
  gawai: Gawai,
  { name, paths, read, focuses }: NamedPictures,
): Promise<PictureFiles> {
  const wanted = [...new Set(paths)]
  const kept = new Map<string, KeptFile & { shown: KeptPicture }>()
  try {
    // Read twice, so that a text with a hundred pictures never holds them all in memory.
    for (const path of wanted) await provePicture({ name: path, bytes: await bytesOf(path, name, read) })
    for (const path of wanted) {
      const focus = focuses?.get(path)
      const bytes = await bytesOf(path, name, read)
      const file = await keepPicture(gawai, { name: path, bytes, focus })
      kept.set(path, { ...file, shown: await shownNow(gawai, file) })
    }
    return kept
  } catch (error) {
    if (error instanceof Invalid) throw new Invalid(`${name}: ${error.message}`)
    throw error
  }
}

async function bytesOf(path: string, name: string, read: ReadPicture): Promise<Uint8Array> {
  refuseOutside(path)
  const bytes = await read(path)
  if (bytes) return bytes
  throw new Invalid(
    `there is no picture "${path}" beside ${name}: put the file there, or write the picture's web address (https://...)`,
  )
}

/** Whoever reads looks through links too; this needs no file. */
function refuseOutside(path: string): void {
  if (!isLocal.test(path) && !/[\\\p{Cc}]/u.test(path) && !path.startsWith('/') && !path.split('/').includes('..'))
    return
  throw new Invalid(
    `the picture "${path}" does not lie in the article's folder: copy the file into it and write its path from there, such as foto.jpg`,
  )
}

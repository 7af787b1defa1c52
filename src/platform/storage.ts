import { randomUUID } from 'node:crypto'
import { createReadStream } from 'node:fs'
import { link, mkdir, open, readdir, readFile, rename, rm, stat } from 'node:fs/promises'
import { dirname, join, relative, resolve, sep } from 'node:path'
import { Invalid } from './refusals.ts'

/** A stored file that is read as fast as somebody takes it. */
export interface StoredFile {
  /** In bytes. */
  size: number
  /** Nothing is open before its first piece is asked for, nor after its last or when it is cancelled. */
  stream(): ReadableStream<Uint8Array>
}

/** Where files live: a folder, or later an object store. Names are slash-separated paths without dot segments. */
export interface Storage {
  /** Kept whole and on the disk when this returns, or not at all. */
  put(name: string, bytes: Uint8Array): Promise<void>
  /** The same unless the name is taken, also by another program at this moment: what is there then stays. */
  putFirst(name: string, bytes: Uint8Array): Promise<void>
  get(name: string): Promise<Uint8Array | undefined>
  /** The same for whoever passes it on: none of it is held in memory. */
  open(name: string): Promise<StoredFile | undefined>
  /** Size in bytes. */
  size(name: string): Promise<number | undefined>
  remove(name: string): Promise<void>
  /** Names that begin with the prefix, sorted. */
  list(prefix: string): Promise<string[]>
}

const nameForm = /^[\p{L}\p{N}_-][\p{L}\p{N}._ -]*(\/[\p{L}\p{N}_-][\p{L}\p{N}._ -]*)*$/u

/** @throws Invalid from every call whose name would leave the folder or hide in it */
export function folderStorage(folder: string): Storage {
  const root = resolve(folder)
  const pathOf = (name: string) => {
    const path = resolve(root, name)
    if (!nameForm.test(name) || !path.startsWith(root + sep))
      throw new Invalid(`"${name}" is no name for a stored file: use letters, digits, dots and slashes`)
    return path
  }
  return {
    put: (name, bytes) => writeWhole(pathOf(name), bytes, rename),
    putFirst: (name, bytes) => writeWhole(pathOf(name), bytes, linkFirst),
    get: (name) => unlessMissing(readFile(pathOf(name))),
    async open(name) {
      const path = pathOf(name)
      const found = await unlessMissing(stat(path))
      return found && { size: found.size, stream: () => ReadableStream.from(piecesOf(path)) }
    },
    size: async (name) => (await unlessMissing(stat(pathOf(name))))?.size,
    remove: (name) => rm(pathOf(name), { force: true }),
    async list(prefix) {
      const entries = (await unlessMissing(readdir(root, { recursive: true, withFileTypes: true }))) ?? []
      return entries
        .filter((entry) => entry.isFile())
        .map((entry) => relative(root, join(entry.parentPath, entry.name)).split(sep).join('/'))
        .filter((name) => name.startsWith(prefix) && nameForm.test(name))
        .toSorted()
    },
  }
}

/** Opened by whoever takes the first piece: an answer that nobody reads leaves nothing open. */
async function* piecesOf(path: string): AsyncGenerator<Uint8Array> {
  yield* createReadStream(path)
}

/** Written beside, synced, then put in its place: a reader or a power cut sees the old file or the new one. */
async function writeWhole(
  path: string,
  bytes: Uint8Array,
  place: (beside: string, path: string) => Promise<void>,
): Promise<void> {
  await mkdir(dirname(path), { recursive: true })
  const beside = join(dirname(path), `.${randomUUID()}`)
  const file = await open(beside, 'wx')
  try {
    await file.writeFile(bytes)
    await file.sync()
  } finally {
    await file.close()
  }
  await place(beside, path)
  const directory = await open(dirname(path), 'r')
  try {
    await directory.sync()
  } finally {
    await directory.close()
  }
}

/** A link, unlike a rename, is refused where something stands. */
async function linkFirst(beside: string, path: string): Promise<void> {
  try {
    await link(beside, path)
  } catch (error) {
    if (!hasCode(error, 'EEXIST')) throw error
  } finally {
    await rm(beside)
  }
}

const hasCode = (error: unknown, code: string) => error instanceof Error && 'code' in error && error.code === code

async function unlessMissing<T>(asked: Promise<T>): Promise<T | undefined> {
  try {
    return await asked
  } catch (error) {
    if (hasCode(error, 'ENOENT')) return undefined
    throw error
  }
}

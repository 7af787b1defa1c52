import { type FileHandle, open } from 'node:fs/promises'

/**
 * Puts on the disk what was committed into the write-ahead log of a database so far; with `synchronous=normal` SQLite
 * leaves that to the system. Waits beside the event loop, and takes the log only: closing the database's own file
 * would give up SQLite's locks on it.
 */
export async function syncWal(file: string): Promise<void> {
  const log = await openIfThere(`${file}-wal`)
  try {
    await log?.datasync()
  } finally {
    await log?.close()
  }
}

/** Without a log everything stands in the database already. */
async function openIfThere(file: string): Promise<FileHandle | undefined> {
  try {
    return await open(file, 'r+')
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return undefined
    throw error
  }
}

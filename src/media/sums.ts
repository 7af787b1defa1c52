import { createHash } from 'node:crypto'
import type { Storage } from '#platform/storage.ts'

/** The SHA-256 of bytes, as it stands beside a file's name. */
export const sumOf = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex')

/** The same of a stored file, read piece by piece. Nothing: there is no such file. */
export async function storedSum(storage: Storage, name: string): Promise<string | undefined> {
  const file = await storage.open(name)
  if (!file) return undefined
  const hash = createHash('sha256')
  for await (const piece of file.stream()) hash.update(piece)
  return hash.digest('hex')
}

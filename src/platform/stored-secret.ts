import { randomBytes } from 'node:crypto'
import type { Storage } from './storage.ts'

const lengthOfSecret = 32

/**
 * A secret of this installation: 256 random bits, made when they are first needed. They lie with the files, so that
 * they come back with them from a backup; no address leads there.
 *
 * @param name in the storage: `secrets/site`
 */
export async function storedSecret(storage: Storage, name: string): Promise<Uint8Array> {
  const known = await storage.get(name)
  if (known) return known
  // Of two programs that make it at once, both take what the first wrote.
  await storage.putFirst(name, randomBytes(lengthOfSecret))
  const made = await storage.get(name)
  if (!made) throw new Error(`The storage did not keep "${name}"`)
  return made
}

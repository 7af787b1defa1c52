import type { Storage } from '#platform/storage.ts'
import { formats } from './formats.ts'
import { originalName } from './names.ts'

/** The upload of a kept picture, as it is called under `originals/`; what was kept long ago has none. */
export async function originalOf(storage: Storage, file: string): Promise<string | undefined> {
  for (const { ending } of formats) {
    const original = file.replace(/\..*/, `.${ending}`)
    if ((await storage.size(originalName(original))) !== undefined) return original
  }
  return undefined
}

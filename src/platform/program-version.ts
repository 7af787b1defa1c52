import { readdirSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { crc32 } from 'node:zlib'

/**
 * A word that changes whenever a file of the program does, so that nobody has to remember to count up before
 * pages are rendered anew. Looks at names, sizes and times only: a few milliseconds for the whole program.
 */
export function programVersion(): string {
  const folders = ['src', 'dist/browser'].map((folder) => fileURLToPath(new URL(`../../${folder}`, import.meta.url)))
  return folders.reduce((sum, folder) => crc32(fingerprint(folder), sum), 0).toString(36)
}

function fingerprint(folder: string): string {
  try {
    const files = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter(
      (file) => /\.(ts|json|css|js)$/.test(file) && !file.endsWith('.test.ts'),
    )
    return files
      .toSorted()
      .map((file) => {
        const { size, mtimeMs } = statSync(join(folder, file))
        return `${file} ${size} ${mtimeMs}`
      })
      .join('\n')
  } catch {
    return ''
  }
}

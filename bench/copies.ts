import { cpSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

/** A copy of a data folder to write into: what was made once is measured again and again. */
export function copyOf(folder: string): { data: string; remove(): void } {
  const data = mkdtempSync(join(tmpdir(), 'gawai-bench-'))
  cpSync(folder, data, { recursive: true })
  return { data, remove: () => rmSync(data, { recursive: true, force: true }) }
}

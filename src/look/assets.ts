import { existsSync, readFileSync } from 'node:fs'
import { readFile } from 'node:fs/promises'

/** The files that browsers load, under names that change with their content. */
export interface Assets {
  /** The address of a source such as `gawai.css`; it may be kept for ever. */
  address(name: string): string
  /** The file's text by the last segment of its address. */
  read(file: string): Promise<string | undefined>
}

const folder = new URL('../../dist/browser/', import.meta.url)

/** Reads what `npm run build` made. Without a build the addresses lead nowhere, and pages come without style. */
export function readAssets(): Assets {
  const manifest = readManifest()
  const files = new Set(Object.values(manifest))
  return {
    address: (name) => `/assets/${manifest[name] ?? name}`,
    read: async (file) => (files.has(file) ? readFile(new URL(file, folder), 'utf8') : undefined),
  }
}

function readManifest(): Record<string, string> {
  const file = new URL('manifest.json', folder)
  return existsSync(file) ? (JSON.parse(readFileSync(file, 'utf8')) as Record<string, string>) : {} // oxlint-disable-line typescript/no-unsafe-type-assertion -- written by our own build
}

const types: Record<string, string> = {
  css: 'text/css; charset=utf-8',
  js: 'text/javascript; charset=utf-8',
}

export const assetType = (file: string): string => types[file.replace(/^.*\./, '')] ?? 'text/plain; charset=utf-8'

import { readFile } from 'node:fs/promises'
import { keepRecords, lineageProvenance, readLineageLines } from '#devices'
import type { Gawai } from '#platform/gawai.ts'

const name = 'lineage.jsonl'
const file = new URL(`../../demo/gawai/${name}`, import.meta.url)

/** Fills the catalogue with the devices of the demo: from where they are, `demo/gawai/SOURCES.md` says. */
export async function fillCatalogue(gawai: Gawai): Promise<void> {
  const read = readLineageLines(await readFile(file, 'utf8'))
  await keepRecords(gawai, { format: 'lineage', name, read, provenance: lineageProvenance })
}

import { readdir, stat } from 'node:fs/promises'
import { basename, join } from 'node:path'
import {
  certifiedProvenance,
  lineageProvenance,
  type Mapping,
  readCertified,
  readJson,
  readLineage,
  readLineageLines,
  readMapping,
  type ReadRecords,
  readTable,
  type RecordsToKeep,
} from '#devices'
import { Invalid } from '#platform/refusals.ts'
import type { DeviceFormat } from './device-formats.ts'
import { readText } from './read-text.ts'

type Read = Pick<RecordsToKeep, 'read' | 'provenance'>

/**
 * Reads a file of devices, or a folder of files of the LineageOS wiki.
 *
 * @throws Invalid naming the file that cannot be read
 */
export async function readDevices(path: string, format: DeviceFormat, mappingFile: string | undefined): Promise<Read> {
  const mapping = mappingFile === undefined ? undefined : await mappingIn(mappingFile)
  if (format === 'lineage') return { read: await lineage(path), provenance: lineageProvenance }
  const text = await readText(path)
  if (format === 'certified') return { read: readCertified(text), provenance: certifiedProvenance }
  return { read: (format === 'json' ? readJson : readTable)(text, mapping), provenance: sayer(path, mapping) }
}

async function mappingIn(file: string): Promise<Mapping> {
  const mapping = readMapping(await readText(file))
  if (typeof mapping === 'string') throw new Invalid(`${file}: ${mapping}`)
  return mapping
}

const sayer = (path: string, mapping: Mapping | undefined) =>
  mapping?.provenance ?? { kind: 'dataset' as const, name: basename(path) }

async function lineage(path: string): Promise<ReadRecords> {
  if (!(await isFolder(path))) {
    const text = await readText(path)
    return /\.jsonl?$/i.test(path) ? readLineageLines(text) : readLineage(text, basename(path))
  }
  const files = (await readdir(path)).filter((file) => /\.ya?ml$/i.test(file)).toSorted()
  if (files.length === 0) throw new Invalid(`${path} holds no file that ends with .yml`)
  const read: ReadRecords[] = []
  for (const file of files) read.push(readLineage(await readText(join(path, file)), file))
  return { records: read.flatMap(({ records }) => records), problems: read.flatMap(({ problems }) => problems) }
}

async function isFolder(path: string): Promise<boolean> {
  try {
    return (await stat(path)).isDirectory()
  } catch {
    throw new Invalid(`${path} cannot be read: check the name`)
  }
}

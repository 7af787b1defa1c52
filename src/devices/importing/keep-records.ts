import { crashPoint } from '#platform/crash-point.ts'
import type { Unit } from '#platform/database/unit.ts'
import type { Gawai } from '#platform/gawai.ts'
import type { Provenance } from '../provenance.ts'
import { keepBrands } from './brands.ts'
import type { ImportReport } from './import-report.ts'
import { beginImport, endImport, type ImportRun, noteBatch } from './import-run.ts'
import { keepFamilies } from './keep-families.ts'
import type { DeviceRecord, ReadRecords } from './record.ts'
import { type Around, writeBatch } from './write-batch.ts'

/** So many records go into one write: enough to share a sync, few enough that other writers do not wait. */
const atOnce = 1000

export interface RecordsToKeep {
  /** Of the file, such as `lineage`. */
  format: string
  /** Of the file. */
  name: string
  read: ReadRecords
  /** Who says it, where a record does not tell. */
  provenance: Provenance
}

/**
 * Writes what was read of a file into the catalogue. What it said already in an earlier run is left alone, so a second run adds
 * nothing; a run that was cut off goes on where it was.
 *
 * @returns what all runs over this file together did
 */
export async function keepRecords(gawai: Pick<Gawai, 'write'>, wanted: RecordsToKeep): Promise<ImportReport> {
  const { records } = wanted.read
  let run = await gawai.write((unit) => beginImport(unit, wanted))
  const around = await gawai.write((unit) => surroundings(unit, wanted))
  while (run.done < records.length) {
    const [from, batch] = [run, records.slice(run.done, run.done + atOnce)]
    crashPoint('devices.batch')
    run = await gawai.write((unit) => writeNext(unit, from, batch, around))
  }
  const last = run
  await gawai.write((unit) => endImport(unit, last))
  return run.report
}

async function writeNext(
  unit: Unit,
  run: ImportRun,
  batch: readonly DeviceRecord[],
  around: Around,
): Promise<ImportRun> {
  return noteBatch(unit, run, batch.length, await writeBatch(unit, batch, around))
}

/** Brands and families come before devices, of all records at once: what many names share shows only together. */
async function surroundings(unit: Unit, { read, provenance }: RecordsToKeep): Promise<Around> {
  const brands = await keepBrands(
    unit,
    read.records.map(({ brand }) => brand),
  )
  const coming = Map.groupBy(read.records, ({ brand }) => brands.get(brand)?.id ?? 0)
  coming.delete(0)
  const names = new Map([...coming].map(([brand, records]) => [brand, records.map(({ name }) => name)]))
  const families = await keepFamilies(unit, names)
  return { origin: `${provenance.kind} ${provenance.name}`, provenance, brands, families }
}

/** What `keepRecords` would do. It does all of it and takes it back, so other writers wait until it is done. */
export async function tryRecords(gawai: Pick<Gawai, 'write'>, wanted: RecordsToKeep): Promise<ImportReport> {
  const taken = new TakenBack()
  try {
    await gawai.write(async (unit) => {
      let run = await beginImport(unit, wanted)
      const around = await surroundings(unit, wanted)
      for (const { records } = wanted.read; run.done < records.length;)
        run = await writeNext(unit, run, records.slice(run.done, run.done + atOnce), around)
      taken.report = run.report
      throw taken
    })
  } catch (error) {
    if (error !== taken) throw error
  }
  if (!taken.report) throw new Error('A trial came to no end')
  return taken.report
}

class TakenBack extends Error {
  report: ImportReport | undefined
}

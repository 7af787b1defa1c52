import type { Id } from '#platform/database/tables.ts'
import type { Unit } from '#platform/database/unit.ts'
import { type ImportReport, importReportSchema } from './import-report.ts'
import { digestOf } from './planned.ts'
import type { ReadRecords } from './record.ts'
import type { BatchDone } from './write-batch.ts'

/** How far an import of a file is. */
export interface ImportRun {
  id: Id
  /** Records that are written. */
  done: number
  report: ImportReport
}

interface File {
  format: string
  name: string
  read: ReadRecords
}

/** Begins an import of a file, or goes on with the one that was cut off. */
export async function beginImport(unit: Unit, { format, name, read }: File): Promise<ImportRun> {
  const digest = digestOf(read.records)
  const known = await unit.tx
    .selectFrom('device_import')
    .select(['id', 'done', 'report', 'ended_at'])
    .where('format', '=', format)
    .where('name', '=', name)
    .where('digest', '=', digest)
    .executeTakeFirst()
  if (known && known.ended_at === null)
    return { id: known.id, done: known.done, report: importReportSchema.parse(JSON.parse(known.report)) }
  const run = { id: known?.id ?? unit.newId(), done: 0, report: newReport(read) }
  const row = { done: 0, report: JSON.stringify(run.report), begun_at: unit.now, ended_at: null }
  await (known
    ? unit.tx.updateTable('device_import').set(row).where('id', '=', known.id).execute()
    : unit.tx
        .insertInto('device_import')
        .values({ id: run.id, format, name, digest, ...row })
        .execute())
  return run
}

const newReport = ({ records, problems }: ReadRecords): ImportReport => ({
  read: records.length,
  added: 0,
  changed: 0,
  same: 0,
  refused: problems.filter(({ isPart }) => !isPart),
  notes: problems.filter(({ isPart }) => isPart),
})

/** Writes down in the unit of a batch that it is written. */
export async function noteBatch(unit: Unit, run: ImportRun, records: number, batch: BatchDone): Promise<ImportRun> {
  const report: ImportReport = {
    ...run.report,
    added: run.report.added + batch.added,
    changed: run.report.changed + batch.changed,
    same: run.report.same + batch.same,
    refused: [...run.report.refused, ...batch.refused],
  }
  const next = { id: run.id, done: run.done + records, report }
  await unit.tx
    .updateTable('device_import')
    .set({ done: next.done, report: JSON.stringify(report) })
    .where('id', '=', run.id)
    .execute()
  return next
}

export async function endImport(unit: Unit, { id }: ImportRun): Promise<void> {
  await unit.tx.updateTable('device_import').set({ ended_at: unit.now }).where('id', '=', id).execute()
}

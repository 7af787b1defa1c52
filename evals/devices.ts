import { readdir, readFile } from 'node:fs/promises'
import { basename, join } from 'node:path'
import { certifiedProvenance, keepRecords, lineageProvenance, readCertified, readLineage, tryRecords } from '#devices'
import { Invalid } from '#platform/refusals.ts'
import { cellsOf } from './devices/cells.ts'
import { columns, type Expected, isRight, readExpected } from './devices/expected.ts'
import type { Eval } from './run.ts'
import { withSite } from './throw-away-site.ts'

/**
 * Imports every YAML file of a folder of the LineageOS wiki into an empty site, reads it out of the catalogue again and prints
 * the share of right cells of each column of the table. `--certified FILE` then imports Google's list and says how long it took.
 */
export const run: Eval = async (args, out) => {
  const place = args.indexOf('--certified')
  const certified = place === -1 ? undefined : args[place + 1]
  const [folder, table] = place === -1 ? args : args.toSpliced(place, 2)
  if (folder === undefined || table === undefined)
    throw new Invalid('npm run eval -- devices DIR EXPECTED.tsv [--certified FILE.tsv]')
  const expected = readExpected(await readFile(table, 'utf8'))
  const files = (await readdir(folder)).filter((file) => /\.ya?ml$/i.test(file)).toSorted()
  const texts = await Promise.all(files.map((file) => readFile(join(folder, file), 'utf8')))

  return withSite(async ({ gawai }) => {
    const read = files.map((file, index) => readLineage(texts[index] ?? '', file))
    const wanted = {
      format: 'lineage',
      name: basename(folder),
      read: { records: read.flatMap(({ records }) => records), problems: read.flatMap(({ problems }) => problems) },
      provenance: lineageProvenance,
    }
    const tried = await tryRecords(gawai, wanted)
    const first = await keepRecords(gawai, wanted)
    for (const { where, what } of [...first.refused, ...first.notes]) out(`${where}: ${what}`)
    const second = await keepRecords(gawai, wanted)
    const cells = await cellsOf(gawai)
    return {
      files: files.length,
      added: first.added,
      changed: first.changed,
      refused: first.refused.length,
      triedToAdd: tried.added,
      addedBySecondRun: second.added + second.changed,
      ...shares(expected, cells, out),
      ...(certified !== undefined && (await importCertified(gawai, certified))),
    }
  })
}

type Site = Parameters<typeof cellsOf>[0] & Parameters<typeof keepRecords>[0]

function shares(
  expected: readonly Expected[],
  cells: Awaited<ReturnType<typeof cellsOf>>,
  out: (line: string) => void,
) {
  return Object.fromEntries(
    columns.map((column) => {
      const right = expected.filter((row) => {
        const got = cells.get(row.file)?.[column] ?? []
        const isSo = isRight(column, row, got)
        if (!isSo)
          out(`${row.file} ${column}: expected ${row.cells[column].join('|')}, the catalogue says ${got.join('|')}`)
        return isSo
      })
      return [column, Number((right.length / Math.max(1, expected.length)).toFixed(4))]
    }),
  )
}

/** With reading the file; then looks whether each code lists every name that it stands under. */
async function importCertified(gawai: Site, file: string) {
  const text = await readFile(file, 'utf8')
  const [began, before] = [performance.now(), process.cpuUsage()]
  const read = readCertified(text)
  const report = await keepRecords(gawai, {
    format: 'certified',
    name: basename(file),
    read,
    provenance: certifiedProvenance,
  })
  const certifiedMs = Math.round(performance.now() - began)
  const { user, system } = process.cpuUsage(before)
  const rows = await gawai.db.selectFrom('model_code').select(['code', 'device_id']).execute()
  const kept = new Set(rows.map(({ code }) => code.toUpperCase()))
  const wanted = new Set(read.records.flatMap(({ codes }) => codes.map(({ code }) => code.toUpperCase())))
  return {
    certifiedMs,
    certifiedCpuMs: Math.round((user + system) / 1000),
    certifiedDevices: report.read,
    certifiedAdded: report.added,
    certifiedRefused: report.refused.length,
    codes: kept.size,
    codesMissing: wanted.difference(kept).size,
  }
}

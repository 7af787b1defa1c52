import { basename } from 'node:path'
import { type ImportReport, keepRecords, tryRecords } from '#devices'
import { Invalid } from '#platform/refusals.ts'
import { type Command, withSite } from './command.ts'
import { deviceFormats, isDeviceFormat } from './device-formats.ts'

const usage = `gawai devices import FILE --format ${deviceFormats.join('|')} [--mapping FILE] [--dry-run]`

/** `gawai devices import FILE`: prints what was added, changed, said already and refused, and why. */
export const devices: Command = async (line) => {
  const [deed, path, ...more] = line.words
  const { format = '', mapping, isDryRun = false } = line
  if (deed !== 'import' || path === undefined || more.length > 0)
    throw new Invalid(`devices imports one file or folder: ${usage}`)
  if (!isDeviceFormat(format))
    throw new Invalid(`${format === '' ? 'the format is missing' : `there is no format "${format}"`}: ${usage}`)
  const { readDevices } = await import('./read-devices.ts')
  const wanted = { format, name: basename(path), ...(await readDevices(path, format, mapping)) }
  return withSite(line, async ({ gawai }) => {
    const report = await (isDryRun ? tryRecords : keepRecords)(gawai, wanted)
    line.say(wordsOf(report, isDryRun), { ...report, isDryRun })
    return 0
  })
}

const mostLines = 200

function wordsOf({ read, added, changed, same, refused, notes }: ImportReport, isDryRun: boolean): string {
  const lines = (heading: string, problems: ImportReport['refused']) =>
    problems.length === 0
      ? []
      : [
          `${heading}:`,
          ...problems.slice(0, mostLines).map(({ where, what, todo }) => `  ${where}: ${what}; ${todo}`),
          ...(problems.length > mostLines ? [`  and ${problems.length - mostLines} more; --json lists all`] : []),
        ]
  return [
    `Devices read: ${read}`,
    `${isDryRun ? 'Would be added' : 'Added'}: ${added}, changed: ${changed}, the same as before: ${same}`,
    `Refused: ${refused.length}`,
    ...lines('Refused', refused),
    ...lines('Not understood', notes),
  ].join('\n')
}

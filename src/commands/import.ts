import { importWordPress } from '#interchange'
import { Invalid } from '#platform/refusals.ts'
import { type Command, withSite } from './command.ts'

/** `gawai import wordpress FILE`: prints what was read, imported and refused, and why. */
export const importExport: Command = async (line) => {
  const [from, file, ...more] = line.words
  if (from !== 'wordpress')
    throw new Invalid(
      `import reads exports of: wordpress. Not of ${from === undefined ? 'nothing' : `"${from}"`}: gawai import wordpress FILE`,
    )
  if (file === undefined || more.length > 0) throw new Invalid('import takes one file: gawai import wordpress FILE')
  return withSite(line, async ({ gawai }) => {
    const report = await importWordPress(gawai, file)
    line.say(report.words, { ...report.facts })
    return 0
  })
}

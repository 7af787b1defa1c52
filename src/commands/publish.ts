import { basename, dirname } from 'node:path'
import { publishFile } from '#articles'
import { picturesBeside } from '#media'
import { Invalid } from '#platform/refusals.ts'
import { type Command, withSite } from './command.ts'
import { readText } from './read-text.ts'

/** `gawai publish FILE.md`: keeps the pictures beside it and prints the article's address. */
export const publish: Command = async (line) => {
  const [file, ...more] = line.words
  if (file === undefined || more.length > 0) throw new Invalid('publish takes one file: gawai publish FILE.md')
  const text = await readText(file)
  return withSite(line, async ({ gawai }) => {
    const published = await publishFile(gawai, { name: basename(file), text, read: picturesBeside(dirname(file)) })
    for (const problem of published.notUnderstood) process.stderr.write(`${basename(file)}: ${problem}\n`)
    const address = published.path ?? `goes out at ${new Date(published.due ?? 0).toISOString()}`
    line.say(`${published.path === undefined ? '' : gawai.origin}${address}`, { ...published })
    return 0
  })
}

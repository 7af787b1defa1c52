import { basename } from 'node:path'
import { Invalid } from '#platform/refusals.ts'
import { type Command, withSite } from './command.ts'
import { readNewsroomFile } from './newsroom-file.ts'
import { readText } from './read-text.ts'
import { setUp, setUpFront } from './set-up.ts'

/** `gawai newsroom FILE.yaml`: names, sections, topics, people, brands and the front page, as a file has them. */
export const newsroom: Command = async (line) => {
  const [path, ...more] = line.words
  if (path === undefined || more.length > 0)
    throw new Invalid('newsroom takes one file: gawai newsroom FILE.yaml (see docs/operating.md for what it may say)')
  const name = basename(path)
  const file = readNewsroomFile(name, await readText(path))
  return withSite(line, async ({ gawai }) => {
    await setUp(gawai, name, file)
    await setUpFront(gawai, name, file)
    const { sections, topics, people, brands } = file
    const count = { sections: sections.length, topics: topics.length, people: people.length, brands: brands.length }
    line.say(
      `The newsroom is as ${name} says: ${Object.entries(count)
        .map(([thing, number]) => `${number} ${thing}`)
        .join(', ')}`,
      count,
    )
    return 0
  })
}

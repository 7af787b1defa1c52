import { existsSync } from 'node:fs'
import { checkPublications } from '#articles'
import { scrubPictures } from '#media'
import { databaseFile } from '#platform/database/open.ts'
import { integrityProblems } from '#platform/database/integrity.ts'
import { Invalid } from '#platform/refusals.ts'
import { type Command, withSite } from './command.ts'

/** `gawai check`: looks whether the database and what stands in it are sound. Exit code 2 when something is not. */
export const check: Command = async (line) => {
  const { environment } = line
  if (environment.database === undefined && !existsSync(databaseFile(environment.data)))
    throw new Invalid(`${environment.data} holds no site: "gawai serve --data ${environment.data}" makes one`)
  return withSite(line, async ({ gawai }) => {
    const damage = environment.database === undefined ? await integrityProblems(gawai.reports) : []
    const { checked, problems } = await checkPublications(gawai)
    const pages = gawai.pages.check()
    const pictures = await scrubPictures(gawai)
    const all = [...damage, ...problems, ...pictures.problems, ...pages.problems]
    const facts = { articles: checked, pictures: pictures.checked, pages: pages.checked, problems: all }
    line.say(
      [
        ...all,
        `${checked} published articles, ${pictures.checked} pictures and ${pages.checked} kept fragments looked at, ${all.length} problems`,
      ].join('\n'),
      facts,
    )
    return all.length === 0 ? 0 : 2
  })
}

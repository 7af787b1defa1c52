import { type ReadPicture, registerPicture } from '#media'
import { keepOrganisation } from '#organisations'
import type { Id, Instant } from '#platform/database/tables.ts'
import type { Unit } from '#platform/database/unit.ts'
import type { Gawai } from '#platform/gawai.ts'
import { Invalid } from '#platform/refusals.ts'
import { type Language, siteLanguage, siteZone } from '#platform/settings.ts'
import { newArticle, pairArticles } from './article.ts'
import type { Content } from './content.ts'
import { type Said, saidOfPicture } from './document/index.ts'
import { readFileText, withOrganisations } from './file-text.ts'
import { type FrontMatter, readFrontMatter } from './front-matter.ts'
import { articleOfSlug, madeBefore, type NamedBySlug, unchangedPath } from './made-before.ts'
import { publishRevision } from './publish.ts'
import { revise } from './revision.ts'
import { scheduleRevision } from './schedule.ts'
import { keepSection } from './section.ts'
import { contentOf, kindOf, type Written } from './written.ts'

export interface PublishedFile {
  article: Id
  /** Set unless the file's date lies ahead. */
  path?: string
  /** Set when the file's date lies ahead: it goes out by itself then. */
  due?: Instant
  /** What of the text could not be expressed, and what readers do not get to see as the writer may think. */
  notUnderstood: string[]
}

/** A Markdown file with front matter. */
export interface ArticleFile {
  name: string
  text: string
  /** Reads the pictures that lie beside it; without it there are none. */
  read?: ReadPicture
}

/**
 * Publishes a Markdown file with front matter, in one write; its pictures are kept before. The same file again (same
 * language and slug) becomes a new revision of the article that it made before.
 *
 * @throws Invalid naming the file and what to mend
 * @throws Conflict when its slug belongs to an article of another day
 */
export async function publishFile(gawai: Gawai, file: ArticleFile): Promise<PublishedFile> {
  const { matter, markdown } = readFrontMatter(file.name, file.text)
  const lang = matter.lang ?? gawai.settings.get(siteLanguage)
  const at = publicationTime(file.name, matter.published, gawai.settings.get(siteZone))
  const { notes: notUnderstood, ...text } = await readFileText(gawai, {
    name: file.name,
    markdown,
    image: matter.image,
    read: file.read ?? (async () => undefined),
  })

  return gawai.write(async (unit) => {
    for (const picture of text.pictures) {
      const { alt, credit } = saidOfPicture(text.document, picture.src)
      await registerPicture(unit, picture, { alt: { [lang]: alt }, credit })
    }
    const document = withOrganisations(text.document, await organisationsOf(unit, text.said))
    const written = await writtenOf(unit, gawai, { matter, lang, document })
    const content = await contentOf(unit, gawai.settings, lang, written)
    const { kind } = matter
    const known = await madeBefore(unit, file.name, { kind, lang, slug: content.slug, at })
    const article = known ?? (await newArticle(unit, { kind, lang }))
    if (matter.pair !== undefined) await pairWith(unit, article, { kind, lang: other(lang), slug: matter.pair })
    const same = known === undefined ? undefined : await unchangedPath(unit, article, content)
    if (same !== undefined) return { article, path: same, notUnderstood }
    const revision = await revise(unit, article, content)
    if (at !== undefined && at > unit.now) {
      await scheduleRevision(unit, gawai, { article, revision, due: at })
      return { article, due: at, notUnderstood }
    }
    const { path } = await publishRevision(unit, gawai.settings, { article, revision, ...(at !== undefined && { at }) })
    return { article, path, notUnderstood }
  })
}

async function writtenOf(
  unit: Unit,
  { settings }: Gawai,
  { matter, lang, document }: { matter: FrontMatter; lang: Language; document: Content['document'] },
): Promise<Written> {
  const { section: name, ...written } = matter
  const section = name === undefined ? undefined : await keepSection(unit, settings, { lang, name })
  return { ...written, section, document }
}

async function organisationsOf(unit: Unit, said: readonly Said[]): Promise<Id[]> {
  const ids: Id[] = []
  for (const { role, name } of said) ids.push(await keepOrganisation(unit, { name, kind: kindOf(role) }))
  return ids
}

/** The partner may be published later: then its own file names this one. */
async function pairWith(unit: Unit, article: Id, sought: NamedBySlug): Promise<void> {
  const partner = await articleOfSlug(unit, sought)
  if (partner !== undefined) await pairArticles(unit, article, partner.id)
}

const other = (lang: Language): Language => (lang === 'id' ? 'en' : 'id')

function publicationTime(file: string, written: string | undefined, zone: string): Instant | undefined {
  if (written === undefined) return undefined
  try {
    if (/(Z|[+-]\d\d:?\d\d)$/i.test(written)) return Temporal.Instant.from(written).epochMilliseconds
    return Temporal.PlainDateTime.from(written).toZonedDateTime(zone).epochMilliseconds
  } catch {
    throw new Invalid(
      `${file}: the field "published" is "${written}"; write ISO 8601, such as 2018-03-20T14:05:00+07:00`,
    )
  }
}

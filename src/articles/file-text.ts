import type { Focus, KeptFile, ReadPicture } from '#media'
import type { Id } from '#platform/database/tables.ts'
import type { Gawai } from '#platform/gawai.ts'
import { Invalid } from '#platform/refusals.ts'
import { type Block, type Document, picturesOf, readMarkdown, type Said } from './document/index.ts'
import type { FrontMatter } from './front-matter.ts'
import { isFilePath, keepPictureFiles, pathOf, type PictureFiles } from './picture-files.ts'
import { readAlsoTargets } from './read-also-targets.ts'

/** A file's text as blocks. */
export interface FileText {
  /** Attributions hold the place in `said`, counted from 1, where the organisation's id goes. */
  document: Document
  said: Said[]
  /** The pictures beside the file. */
  pictures: KeptFile[]
  /** What a person should know about the text, in words. */
  notes: string[]
}

/** What stands in a file: the text, and the picture that the front matter names. */
interface Written {
  name: string
  markdown: string
  image: FrontMatter['image']
  read: ReadPicture
}

/**
 * Reads the text below the front matter, with the picture that the front matter names above it. Pictures beside the
 * file are kept.
 *
 * @throws Invalid when there is no text, or when a picture cannot be shown
 */
export async function readFileText(gawai: Gawai, file: Written): Promise<FileText> {
  const named = namedIn(file)
  const targets = await readAlsoTargets(gawai, named.hrefs)
  const kept = await keepPictureFiles(gawai, { ...named, name: file.name, read: file.read })
  const said: Said[] = []
  const { document, notUnderstood } = readMarkdown(file.markdown, {
    pictureFile: (src) => kept.get(pathOf(src))?.shown,
    readAlso: (href) => targets.get(href),
    organisation: (one) => said.push(one),
  })
  const lead = file.image ? [leadPicture(file.image, kept)] : []
  const content = [...lead, ...document.content]
  if (content.length === 0) throw new Invalid(`${file.name}: there is no text below the front matter`)
  const whole: Document = { type: 'doc', content }
  return {
    document: whole,
    said,
    pictures: [...kept.values()],
    notes: [...notUnderstood, ...pictureNotes(gawai, whole, kept)],
  }
}

interface Named {
  paths: Set<string>
  focuses: Map<string, Focus>
  hrefs: Set<string>
}

/** What the text points to: paths of picture files, and addresses in "Baca juga" lines. */
function namedIn({ name, markdown, image }: Written): Named {
  const paths = new Set<string>()
  const focuses = new Map<string, Focus>()
  const hrefs = new Set<string>()
  if (image && isLeadFile(name, image.src)) paths.add(image.src)
  if (image?.focus) focuses.set(image.src, image.focus)
  readMarkdown(markdown, {
    pictureFile(src) {
      if (isFilePath(src)) paths.add(pathOf(src))
      return undefined
    },
    readAlso: (href) => void hrefs.add(href),
  })
  return { paths, focuses, hrefs }
}

/** The document with the organisations that its attributions name. */
export function withOrganisations(document: Document, ids: readonly Id[]): Document {
  const content = document.content.map((block) =>
    block.type === 'attribution'
      ? { ...block, attrs: { ...block.attrs, organisation: ids[Number(block.attrs?.['organisation']) - 1] } }
      : block,
  )
  return { type: 'doc', content }
}

/** @throws Invalid for what is neither a file nor an address */
function isLeadFile(name: string, src: string): boolean {
  if (isFilePath(src)) return true
  if (/^(https?:\/\/|\/(?!\/))/i.test(src)) return false
  throw new Invalid(
    `${name}: the field "image" names "${src}": write the path of a file beside this one (foto.jpg) or a web address (https://...)`,
  )
}

function leadPicture({ src, alt = '', caption, credit }: NonNullable<FrontMatter['image']>, kept: PictureFiles): Block {
  const words = { alt, ...(caption !== undefined && { caption }), ...(credit !== undefined && { credit }) }
  return { type: 'image', attrs: { ...words, ...(kept.get(src)?.shown ?? { src }) } }
}

/** A page loads nothing from elsewhere, and nobody promises that something answers at a path. */
function pictureNotes({ origin }: Gawai, document: Document, kept: PictureFiles): string[] {
  const own = new Set([...kept.values()].map(({ shown }) => shown.src))
  return [...new Set(picturesOf(document))].flatMap((src) => {
    if (own.has(src) || src.startsWith(`${origin}/`)) return []
    return src.startsWith('/')
      ? [
          `the picture ${src} is shown from this site: see to it that something answers there (a file is named from the article's folder: foto.jpg)`,
        ]
      : [`the picture ${src} lies on another host: readers get a link to it instead`]
  })
}

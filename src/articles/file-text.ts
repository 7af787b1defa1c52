import type { Id } from '#platform/database/tables.ts'
import type { Gawai } from '#platform/gawai.ts'
import { canonicalPath } from '#platform/http/canonical-path.ts'
import { Invalid } from '#platform/refusals.ts'
import { findAddress } from './address.ts'
import { type Block, type Document, picturesOf, readMarkdown, type Said } from './document/index.ts'
import type { FrontMatter } from './front-matter.ts'

/** A file's text as blocks. */
export interface FileText {
  /** Attributions hold the place in `said`, counted from 1, where the organisation's id goes. */
  document: Document
  said: Said[]
  /** What a person should know about the text, in words. */
  notes: string[]
}

/**
 * Reads the text below the front matter, with the picture that the front matter names above it.
 *
 * @throws Invalid when there is no text, or when the picture cannot be shown
 */
export async function readFileText(
  gawai: Gawai,
  file: { name: string; markdown: string; image: FrontMatter['image'] },
): Promise<FileText> {
  const targets = await readAlsoTargets(gawai, file.markdown)
  const said: Said[] = []
  const { document, notUnderstood } = readMarkdown(file.markdown, {
    readAlso: (href) => targets.get(href),
    organisation: (one) => said.push(one),
  })
  const lead = file.image ? [leadPicture(file.name, file.image)] : []
  const content = [...lead, ...document.content]
  if (content.length === 0) throw new Invalid(`${file.name}: there is no text below the front matter`)
  const whole: Document = { type: 'doc', content }
  return { document: whole, said, notes: [...notUnderstood, ...pictureNotes(gawai, whole)] }
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

/** The articles that "Baca juga" lines point to, by the address as it is written. */
async function readAlsoTargets(gawai: Gawai, markdown: string): Promise<Map<string, Id>> {
  const hrefs = new Set<string>()
  readMarkdown(markdown, { readAlso: (href) => void hrefs.add(href) })
  const targets = new Map<string, Id>()
  for (const href of hrefs) {
    const target = await articleAt(gawai, href)
    if (target !== undefined) targets.set(href, target)
  }
  return targets
}

/** Also when it is written with this site's origin, or without its last slash. */
async function articleAt(gawai: Gawai, href: string): Promise<Id | undefined> {
  const written = href.startsWith(`${gawai.origin}/`) ? href.slice(gawai.origin.length) : href
  const path = canonicalPath(written.replace(/[?#].*$/, ''))
  if (path === undefined) return undefined
  const address = (await findAddress(gawai, path)) ?? (await findAddress(gawai, `${path}/`))
  return address?.kind === 'article' ? address.target : undefined
}

function leadPicture(file: string, { src, ...words }: NonNullable<FrontMatter['image']>): Block {
  if (!/^(https?:\/\/|\/(?!\/))/i.test(src))
    throw new Invalid(
      `${file}: the field "image" names "${src}", and picture files are not kept yet: write its web address (https://...), or leave the field out`,
    )
  return { type: 'image', attrs: { src, alt: '', ...words } }
}

/** A page loads nothing from elsewhere, and nobody promises that something answers at a path. */
function pictureNotes({ origin }: Gawai, document: Document): string[] {
  return [...new Set(picturesOf(document))].flatMap((src) => {
    if (src.startsWith(`${origin}/`)) return []
    return src.startsWith('/')
      ? [`the picture ${src} is shown from this site: see to it that something answers there`]
      : [`the picture ${src} lies on another host: readers get a link to it instead`]
  })
}

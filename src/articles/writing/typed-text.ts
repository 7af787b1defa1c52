import { keepOrganisation } from '#organisations'
import type { Unit } from '#platform/database/unit.ts'
import type { Gawai } from '#platform/gawai.ts'
import { type Document, readMarkdown, type Said } from '../document/index.ts'
import { withOrganisations } from '../file-text.ts'
import { readAlsoIn } from '../read-also-targets.ts'
import { kindOf } from '../written.ts'

/** A text that somebody typed as Markdown, before the organisations that it names have their records. */
export interface TypedText {
  document: Document
  said: Said[]
  /** What of it could not be expressed, in words. */
  notUnderstood: string[]
}

/** Reads Markdown as the program writes it, with "Baca juga" lines and attributions. Waits for nothing else. */
export async function readTypedText(gawai: Gawai, markdown: string): Promise<TypedText> {
  const targets = await readAlsoIn(gawai, markdown)
  const said: Said[] = []
  const read = readMarkdown(markdown, {
    readAlso: (href) => targets.get(href),
    organisation: (one) => said.push(one),
  })
  return { ...read, said }
}

/** The document with its attributions: whoever has no record yet gets one. */
export async function keepTypedText(unit: Unit, { document, said }: TypedText): Promise<Document> {
  if (said.length === 0) return document
  const ids: number[] = []
  for (const { role, name } of said) ids.push(await keepOrganisation(unit, { name, kind: kindOf(role) }))
  return withOrganisations(document, ids)
}

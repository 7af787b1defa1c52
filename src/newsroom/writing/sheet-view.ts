import type { DeskArticle, Document, referencesOfManuscript } from '#articles'
import { type Html, html } from '#platform/html.ts'
import type { Visit } from '../route.ts'
import { acceptedPictures } from '../accepted-pictures.ts'
import { sheetPath } from './article-here.ts'
import { toolWords } from './tool-words.ts'

/** A note and the block that it speaks of, by its place among all. */
export interface NotePlace {
  note: number
  block: number | null
  quote: string
}

interface Text {
  /** What is kept, or what was typed and could not be saved. */
  document: Document
  references: Awaited<ReturnType<typeof referencesOfManuscript>>
  notes: readonly NotePlace[]
}

/** The place of the sheet, with all that its script must know. Nobody sees it, and no form sends it, before there is one. */
export function placeView(visit: Visit, { article, lang }: DeskArticle, { document, references, notes }: Text): Html {
  const { say, gawai } = visit
  const below = sheetPath(article)
  const titles = [...references.articles].map(([id, { title }]) => [id, title] as const)
  const names = [...references.organisations].map(([id, { name }]) => [id, name] as const)
  return html`<textarea id="field-document" name="document" disabled hidden>${JSON.stringify(document)}</textarea>
    <div
      hidden
      lang="${lang}"
      data-sheet="field-document"
      data-words="${JSON.stringify(blockWords(gawai.words.in(lang), say))}"
      data-titles="${JSON.stringify(Object.fromEntries(titles))}"
      data-names="${JSON.stringify(Object.fromEntries(names))}"
      data-placeholder="${say('sheet.placeholder')}"
      data-markdown="${below}markdown/"
      data-picks="${below}picks/"
      data-uploads="/newsroom/pictures/uploads/"
      data-accepted="${acceptedPictures}"
      data-notes="${JSON.stringify(notes)}"
      data-tools="${JSON.stringify(toolWords(say))}"
      data-label="${say('writing.text')}"
    ></div>`
}

/** What stands around the text of blocks: what readers will read in their language, the rest in the writer's. */
const blockWords = (toReaders: Visit['say'], say: Visit['say']) => ({
  readAlso: toReaders('document.readAlso'),
  accordingTo: toReaders('document.accordingTo'),
  via: toReaders('document.via'),
  keyPoints: toReaders('document.keyPoints'),
  picture: say('sheet.picture'),
  pictureElsewhere: toReaders('document.pictureElsewhere'),
  rawHtml: say('sheet.rawHtml'),
  unknown: say('sheet.unknown'),
})

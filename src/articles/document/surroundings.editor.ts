import type { Document } from './shared/document.ts'

/** A name that is known, that will be known, or that nobody knows. */
export type Late = string | undefined | Promise<string | undefined>

/** What blocks say around what the writer writes, in the language of the article. */
export interface BlockWords {
  readAlso: string
  accordingTo: string
  via: string
  keyPoints: string
  picture: string
  pictureElsewhere: string
  rawHtml: string
  /** In the place of a name that nobody knows. */
  unknown: string
}

/** What an editor needs to know that no document holds. Articles know nobody who edits them: who does tells. */
export interface Surroundings {
  words: BlockWords
  /** The headline of an article. */
  titleOf(article: number): Late
  /** The name of an organisation. */
  nameOf(organisation: number): Late
  /** From where a picture of this site is shown; its own address when not given. */
  pictureAt?(src: string): string
  /** The article that lives at a path of this site: a pasted "Read also" line points to it again. */
  articleAt?(path: string): number | undefined
  /** The organisation of that name: a pasted attribution names it again. */
  organisationNamed?(name: string): number | undefined
  /** Reads pasted Markdown. Until it answers, and when it fails, the text stands there as it is. */
  readMarkdown?(text: string): Promise<Document>
  /** Pasted pictures that lie in the clipboard itself (`data:`) or on the writer's machine, and so were left out. */
  onPicturesLeftOut?(sources: readonly string[]): void
  /** A change that would make the document deeper or longer than can be kept was not made. */
  onTooMuch?(): void
}

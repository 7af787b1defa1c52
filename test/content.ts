import { type Content, readMarkdown } from '#articles'

/** Content that says this and nothing beside it. */
export const plainContent = (markdown: string, more: Partial<Content> = {}): Content => ({
  title: 'Kabar gawai',
  slug: 'kabar-gawai',
  summary: '',
  document: readMarkdown(markdown).document,
  sections: [],
  topics: [],
  bylines: [],
  sources: [],
  ...more,
})

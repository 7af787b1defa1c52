import type { Document, PublishedArticle } from '#articles'

/** "Jakarta – " opens the line of the first paragraph. */
export function withDateline({ document, dateline }: PublishedArticle): Document {
  if (dateline === undefined) return document
  const first = document.content.findIndex(({ type }) => type === 'paragraph')
  const opening = { type: 'text', text: `${dateline} – `, marks: [{ type: 'bold' }] }
  const content = document.content.map((block, index) =>
    index === first ? { ...block, content: [opening, ...(block.content ?? [])] } : block,
  )
  return { type: 'doc', content }
}

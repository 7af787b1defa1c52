import { Fragment, type Node, type Schema, Slice } from '@tiptap/pm/model'

/**
 * Plain text as Docs reads it: each line a paragraph. Where blank lines part the paragraphs, the others are breaks
 * inside one.
 */
export function textSlice(text: string, schema: Schema): Slice {
  const lines = text.replace(/\r\n?/g, '\n').replace(/^\n+|\s+$/g, '')
  const parts = /\n[^\S\n]*\n/.test(lines) ? lines.split(/\n(?:[^\S\n]*\n)+/) : lines.split('\n')
  const paragraphs = parts.map((part) => paragraphOf(part, schema))
  return openSlice(Fragment.from(paragraphs))
}

function paragraphOf(part: string, schema: Schema): Node {
  const line = part.split('\n').flatMap((words, index): Node[] => {
    const broken = index > 0 ? [schema.node('hardBreak')] : []
    return words.trim() === '' ? broken : [...broken, schema.text(words.trim())]
  })
  return schema.node('paragraph', null, line)
}

/** The first and the last line join the lines in which they are pasted. */
export function openSlice(content: Fragment): Slice {
  const open = (node: Node | null) => (node?.type.name === 'paragraph' ? 1 : 0)
  return new Slice(content, open(content.firstChild), open(content.lastChild))
}

const signs = [
  /^#{1,6} \S/m,
  /^ {0,3}(```|~~~)/m,
  /^ {0,3}>\s?\S/m,
  /^ {0,3}[-*+] \S.*\n(?:.*\n)*? {0,3}[-*+] \S/m,
  /^ {0,3}1[.)] \S.*\n(?:.*\n)*? {0,3}2[.)] \S/m,
  /^\|.*\|\s*\n\|[-:| ]+\|/m,
  /!?\[[^\]\n]*\]\([^)\s]+(?: "[^"\n]*")?\)/,
  /(^|\s)(\*\*|__)\S[^\n]*?\S?\2/,
]

/** Whether somebody wrote Markdown: a sign of it that is nothing else in plain text. */
export const looksLikeMarkdown = (text: string): boolean =>
  signs.some((sign) => sign.test(text.replace(/\r\n?/g, '\n')))

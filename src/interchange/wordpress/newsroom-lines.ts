import type { Block, Document, Node } from '#articles'

/** What Indonesian newsrooms write into the text itself: where it was written, and the initials of writer and editor. */
export interface NewsroomLines {
  document: Document
  dateline?: string
  /** Initials as they stand: writer, then editor. */
  signOff?: [string, string]
}

/** "BERITA.example, Jakarta – ": the outlet in capitals or with its domain, a place, a dash. */
const datelineForm = /^\s*\p{Lu}[\p{L}\d]*(?:\.[a-z]{2,})?,\s+(\p{Lu}\p{L}+(?: \p{Lu}\p{L}+){0,2})\s*[–—-]+\s+/u
const signOffForm = /^\s*[[(]\s*(\p{L}{1,4})\s*\/\s*(\p{L}{1,4})\s*[\])]\s*$/u

/** Takes the dateline out of the first paragraph and the sign-off out of the last. */
export function takeNewsroomLines(document: Document): NewsroomLines {
  const content = [...document.content]
  const signOff = signOffOf(content.at(-1))
  if (signOff) content.pop()
  const dateline = takeDateline(content)
  return {
    document: { type: 'doc', content },
    ...(dateline !== undefined && { dateline }),
    ...(signOff && { signOff }),
  }
}

function signOffOf(block: Block | undefined): [string, string] | undefined {
  if (block?.type !== 'paragraph') return undefined
  const [, writer, editor] = signOffForm.exec(wordsOf(block)) ?? []
  return writer !== undefined && editor !== undefined ? [writer.toUpperCase(), editor.toUpperCase()] : undefined
}

function takeDateline(content: Block[]): string | undefined {
  const [first] = content
  if (first?.type !== 'paragraph') return undefined
  const [opening, place] = datelineForm.exec(wordsOf(first)) ?? []
  if (opening === undefined || place === undefined) return undefined
  content[0] = { ...first, content: withoutFirst(first.content ?? [], opening.length) }
  return place
}

/** The outlet is often bold and the place not, so the characters are taken across nodes. */
function withoutFirst(nodes: readonly Node[], characters: number): Node[] {
  let rest = characters
  return nodes.flatMap((node) => {
    const text = node.text ?? ''
    const taken = Math.min(rest, text.length)
    rest -= taken
    return taken === 0 ? [node] : text.length > taken ? [{ ...node, text: text.slice(taken) }] : []
  })
}

const wordsOf = ({ content }: Block): string => (content ?? []).map((node) => node.text ?? ' ').join('')

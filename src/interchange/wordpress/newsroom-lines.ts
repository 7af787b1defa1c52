import type { Block, Document, Node } from '#articles'

/** What Indonesian newsrooms write into the text itself: where it was written, and the initials of writer and editor. */
export interface NewsroomLines<Signer> {
  document: Document
  dateline?: string
  /** Writer, then editor. */
  signOff?: [Signer, Signer]
}

export interface Newsroom<Signer> {
  /** Names that the outlet calls itself, for datelines that carry it without a domain. */
  outlets: readonly string[]
  /** Who signs with these initials, in capitals; a sign-off of others stays in the text. */
  signer(initials: string): Signer | undefined
}

/** "BERITA.example, Jakarta – ": the outlet, a place, a dash. */
const datelineForm = /^\s*(\p{L}[\p{L}\d]*(?:\.[A-Za-z]{2,})*),\s+(\p{Lu}\p{L}+(?: \p{Lu}\p{L}+){0,2})\s*[–—-]+\s+/u
const signOffForm = /\s*[[(]\s*(\p{L}{1,4})\s*\/\s*(\p{L}{1,4})\s*[\])]\s*$/u

/** With blanks around it; the form would try every place of a long text. */
const longestSignOff = 60

/** Takes the dateline out of the first paragraph and the sign-off out of the last. */
export function takeNewsroomLines<Signer>(document: Document, newsroom: Newsroom<Signer>): NewsroomLines<Signer> {
  const content = [...document.content]
  const signOff = takeSignOff(content, newsroom)
  const dateline = takeDateline(content, newsroom.outlets)
  return {
    document: { type: 'doc', content },
    ...(dateline !== undefined && { dateline }),
    ...(signOff && { signOff }),
  }
}

function takeSignOff<Signer>(content: Block[], { signer }: Newsroom<Signer>): [Signer, Signer] | undefined {
  const last = content.findLastIndex(({ type }) => type === 'paragraph')
  const paragraph = content[last]
  if (!paragraph) return undefined
  const words = wordsOf(paragraph)
  const [whole, ...initials] = signOffForm.exec(words.slice(-longestSignOff)) ?? []
  const [writer, editor] = initials.map((letters) => signer(letters.toUpperCase()))
  if (whole === undefined || writer === undefined || editor === undefined) return undefined
  content.splice(last, 1, ...withContent(paragraph, firstOf(paragraph, words.length - whole.length)))
  return [writer, editor]
}

function takeDateline(content: Block[], outlets: readonly string[]): string | undefined {
  const at = content.findIndex(({ type }) => type === 'paragraph')
  const first = content[at]
  if (!first) return undefined
  const [opening, outlet, city] = datelineForm.exec(wordsOf(first)) ?? []
  if (opening === undefined || outlet === undefined || city === undefined) return undefined
  // "ASUS, Lenovo – ..." is no dateline.
  const isOutlet = outlet.includes('.') || outlets.some((name) => name.toLowerCase() === outlet.toLowerCase())
  if (!isOutlet) return undefined
  content.splice(at, 1, ...withContent(first, withoutFirst(first.content ?? [], opening.length)))
  return city
}

const withContent = (block: Block, content: Node[]): Block[] => (content.length > 0 ? [{ ...block, content }] : [])

/** The outlet is often bold and the place not, so the characters are taken across nodes. */
function withoutFirst(nodes: readonly Node[], characters: number): Node[] {
  let rest = characters
  return nodes.flatMap((node) => {
    const text = textOf(node)
    const taken = Math.min(rest, text.length)
    rest -= taken
    return taken === 0 ? [node] : text.length > taken ? [{ ...node, text: text.slice(taken) }] : []
  })
}

function firstOf({ content = [] }: Block, characters: number): Node[] {
  let rest = characters
  const kept = content.flatMap((node) => {
    const text = textOf(node)
    const taken = Math.min(rest, text.length)
    rest -= taken
    return taken === 0 ? [] : node.text === undefined ? [node] : [{ ...node, text: text.slice(0, taken) }]
  })
  while (kept.at(-1)?.type === 'hardBreak') kept.pop()
  return kept
}

/** A line break counts as a blank. */
const textOf = ({ text }: Node): string => text ?? ' '
const wordsOf = ({ content }: Block): string => (content ?? []).map(textOf).join('')

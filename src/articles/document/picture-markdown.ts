import { type Caption, captionOf } from './shared/caption.ts'
import { figure } from './markdown-layout.ts'
import { destination, escaped, htmlText, quoted } from './markdown-text.ts'
import type { ViewContext } from './node.ts'

interface Picture {
  src: string
  alt: string
  caption?: string | undefined
  credit?: string | undefined
}

/** A picture whose title is its caption and credit, in the form in which `captionOf` tells them apart. */
export function pictureMarkdown({ src, alt, ...below }: Picture, { origin, say }: ViewContext): string {
  const opening = `![${escaped(alt)}](${destination(src, origin)}`
  const [caption, credit] = [below.caption, below.credit].map((words = '') => words.replace(/\s+/g, ' ').trim())
  if (!caption && !credit) return `${opening})`
  const credited = credit ? say('document.credit', { name: credit }) : ''
  const title = lineBelow(caption ?? '', credited)
  return isReadAs(title, { caption, credit })
    ? `${opening} ${quoted(title)})`
    : figure(`${opening})`, `${htmlText(caption ?? '')} <span class="credit">${htmlText(credited)}</span>`)
}

/** "Layar. Foto: Sari Dewi", or "Layar (Foto: Sari Dewi)" where no sentence ends. */
function lineBelow(caption: string, credited: string): string {
  if (caption === '' || credited === '') return caption + credited
  return /[.!?…]$/.test(caption) ? `${caption} ${credited}` : `${caption} (${credited})`
}

function isReadAs(line: string, below: { [Part in keyof Caption]: string | undefined }): boolean {
  const { caption = '', credit = '' } = captionOf(line)
  return caption === (below.caption ?? '') && credit === (below.credit ?? '')
}

import { randomBytes } from 'node:crypto'
import { setAside } from './set-aside.ts'

const blocks =
  'table|thead|tfoot|caption|colgroup|tbody|tr|td|th|div|dl|dd|dt|ul|ol|li|pre|form|map|area|blockquote|address|style|p|h[1-6]|hr|fieldset|legend|section|article|aside|hgroup|header|footer|nav|figure|figcaption|details|menu|summary|iframe|x-block|script|noscript|object'
const opensBlock = new RegExp(`^\\s*</?(?:${blocks})\\b`, 'i')
const blockOpening = new RegExp(`(<(?:${blocks})\\b[^<>]*>)`, 'gi')
const blockClosing = new RegExp(`(</(?:${blocks})>|<hr\\b[^<>]*>)`, 'gi')
const breakBesideBlock = new RegExp(`(</?(?:${blocks})\\b[^<>]*>)<br>\\n|<br>\\n(?=</?(?:${blocks})\\b)`, 'gi')

/**
 * The paragraph rules of WordPress's classic editor ("wpautop"): blank lines part paragraphs, a single line end is a
 * line break, and block elements stand by themselves.
 */
export function paragraphs(text: string): string {
  const kept: string[] = []
  // No text can hold a stand-in of its own: nobody knows the token beforehand.
  const token = randomBytes(8).toString('hex')
  const standIn = new RegExp(`<x-block data-kept="${token}-(\\d+)"></x-block>`, 'g')
  return setAside(text, (element) => `<x-block data-kept="${token}-${kept.push(element) - 1}"></x-block>`)
    .replace(/\r\n?/g, '\n')
    .replace(/<[^<>]*>/g, (tag) => tag.replaceAll('\n', ' '))
    .replace(blockOpening, '\n\n$1')
    .replace(blockClosing, '$1\n\n')
    .split(/\n[ \t\n]*\n/)
    .filter((piece) => piece.trim() !== '')
    .map((piece) => (opensBlock.test(piece) ? withBreaks(piece) : `<p>${withBreaks(piece)}</p>`))
    .join('\n')
    .replace(standIn, (_, at: string) => kept[Number(at)] ?? '')
}

const withBreaks = (piece: string): string =>
  piece
    .trim()
    .replace(/(?<![ \t])[ \t]*\n/g, '<br>\n')
    .replace(breakBesideBlock, '$1')

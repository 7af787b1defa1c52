import { tagOf } from './inline.ts'

/** A stretch of a line as Markdown, and the mark that is still to be set around it. */
export interface Run {
  text: string
  mark?: string
}

const signs: Readonly<Record<string, string>> = { bold: '**', italic: '_', strike: '~~' }
/**
 * Beside these a sign opens or closes whatever stands on its other side. White space is what CommonMark means by it
 * (2.1): neither a line separator nor a mark of byte order.
 */
const border = /^$|[\t\n\f\r\p{Zs}!-/:-@[-`{-~\p{P}]/u

/** The line that the stretches make, each below its mark: as a sign where Markdown would know it, else as an element. */
export function joined(runs: readonly Run[]): string {
  const apart = runs.flatMap(withoutBlankEdges)
  const parts: string[] = []
  for (const [index, run] of apart.entries()) {
    const last = parts.pop() ?? ''
    parts.push(last.endsWith('!') && isLink(run) ? `${last.slice(0, -1)}\\!` : last)
    parts.push(marked(run, last.at(-1) ?? '', startOf(apart[index + 1])))
  }
  return parts.join('')
}

/** After an exclamation mark a link would be a picture. */
const isLink = ({ text, mark }: Run) => mark === undefined && text.startsWith('[')

/** Signs must touch their words; nobody sees whether a blank is bold. */
function withoutBlankEdges(run: Run): Run[] {
  if (run.mark !== 'bold' && run.mark !== 'italic') return [run]
  const [, before = '', text = '', after = ''] = /^( *)(.*?)( *)$/s.exec(run.text) ?? []
  return [{ text: before }, { ...run, text }, { text: after }].filter((part) => part.text !== '')
}

const startOf = (run: Run | undefined): string =>
  run?.mark === undefined ? (run?.text.at(0) ?? '') : (signs[run.mark]?.at(0) ?? '<')

function marked({ text, mark }: Run, before: string, after: string): string {
  if (mark === undefined) return text
  const sign = signs[mark]
  const isKnown = sign && isBeside(sign, before, text.at(0)) && isBeside(sign, after, text.at(-1))
  return isKnown ? sign + text + sign : `<${tagOf(mark)}>${text}</${tagOf(mark)}>`
}

/** CommonMark's rule for delimiter runs, a little stricter. */
function isBeside(sign: string, outside: string, inside = ''): boolean {
  if (/\s/.test(inside) || outside === sign.at(0)) return false
  return border.test(outside) || (sign !== '_' && /[\p{L}\p{N}]/u.test(inside))
}

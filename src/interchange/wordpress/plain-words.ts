import { Parser } from 'htmlparser2'

/** Names, titles and excerpts may hold markup and character references; this is what a reader sees of them. */
export function plainWords(markup: string): string {
  return (/[<&]/.test(markup) ? textOf(markup) : markup).replace(/[\s\u00a0]+/g, ' ').trim()
}

function textOf(markup: string): string {
  const words: string[] = []
  const parser = new Parser({
    ontext: (text) => void words.push(text),
    onopentag: (name) => void (parting.test(name) && words.push(' ')),
  })
  parser.end(markup)
  return words.join('')
}

/** `<b>` stands inside a word or sentence; these part one from the next. */
const parting = /^(br|p|div|li|h[1-6]|tr|td)$/

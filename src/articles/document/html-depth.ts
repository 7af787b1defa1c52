import { Parser } from 'htmlparser2'

/** No person nests so deep, nor any program that was written for readers. */
const deepestMarkup = 512

/**
 * Whether elements stand in each other so deep that parsing would take minutes: the parser moves all that is open for
 * each that is opened (htmlparser2 keeps the innermost first). Most markup has fewer signs than that and is not looked at.
 */
export function isTooDeep(markup: string): boolean {
  if (markup.split('<', deepestMarkup + 2).length <= deepestMarkup + 1) return false
  let depth = 0
  const parser = new Parser({
    onopentag() {
      depth += 1
      // Nothing more of it is read.
      if (depth > deepestMarkup) parser.pause()
    },
    onclosetag() {
      depth -= 1
    },
  })
  parser.write(markup)
  return depth > deepestMarkup
}

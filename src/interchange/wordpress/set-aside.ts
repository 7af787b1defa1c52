const opening = /<(pre|script|style|textarea)\b/gi

/**
 * Takes elements whose contents are not to be read (`<pre>`, `<script>`) out of a text.
 *
 * @param keep answers what stands in its place
 */
export function setAside(text: string, keep: (element: string) => string): string {
  const unclosed = new Set<string>()
  let result = ''
  let from = 0
  for (const match of text.matchAll(opening)) {
    const name = (match[1] ?? '').toLowerCase()
    if (match.index < from || unclosed.has(name)) continue
    const end = endOf(text, name, match.index)
    if (end === undefined) unclosed.add(name)
    else {
      result += text.slice(from, match.index) + keep(text.slice(match.index, end))
      from = end
    }
  }
  return result + text.slice(from)
}

function endOf(text: string, name: string, from: number): number | undefined {
  const closing = new RegExp(`</${name}\\s*>`, 'gi')
  closing.lastIndex = from
  return closing.test(text) ? closing.lastIndex : undefined
}

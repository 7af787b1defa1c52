const blocks =
  'table|thead|tfoot|caption|colgroup|tbody|tr|td|th|div|dl|dd|dt|ul|ol|li|pre|form|map|area|blockquote|address|style|p|h[1-6]|hr|fieldset|legend|section|article|aside|hgroup|header|footer|nav|figure|figcaption|details|menu|summary|iframe|x-block|script|noscript|object'
const opensBlock = new RegExp(`^\\s*</?(?:${blocks})\\b`, 'i')
const blockOpening = new RegExp(`(<(?:${blocks})\\b[^<>]*>)`, 'gi')
const blockClosing = new RegExp(`(</(?:${blocks})>|<hr\\b[^<>]*>)`, 'gi')
const verbatim = /<(pre|script|style|textarea)\b[^]*?<\/\1\s*>/gi

/**
 * The paragraph rules of WordPress's classic editor ("wpautop"): blank lines part paragraphs, a single line end is a
 * line break, and block elements stand by themselves.
 */
export function paragraphs(text: string): string {
  const kept: string[] = []
  const marked = text
    .replace(/\r\n?/g, '\n')
    .replace(verbatim, (whole) => `\n\n<x-block data-kept="${kept.push(whole) - 1}"></x-block>\n\n`)
    .replace(blockOpening, '\n\n$1')
    .replace(blockClosing, '$1\n\n')
  const pieces = marked.split(/\n[ \t\n]*\n/).filter((piece) => piece.trim() !== '')
  const whole = pieces
    .map((piece) => (opensBlock.test(piece) ? piece : `<p>${piece.trim().replace(/[ \t]*\n/g, '<br>\n')}</p>`))
    .join('\n')
  return whole.replace(/<x-block data-kept="(\d+)"><\/x-block>/g, (_, index: string) => kept[Number(index)] ?? '')
}

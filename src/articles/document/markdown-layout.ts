/** Blocks one below the other. */
export function stacked(blocks: readonly string[]): string {
  const shown = blocks.filter((block) => block !== '')
  return shown
    .map((block, index) => (isListAfterList(shown[index - 1], block) ? `<!-- -->\n\n${block}` : block))
    .join('\n\n')
}

/** Two lists with the same marker would be read as one. */
function isListAfterList(above: string | undefined, block: string): boolean {
  const last = above?.split('\n').findLast((line) => /^\S/.test(line)) ?? ''
  return [/^- /, /^\d+\. /].some((marker) => marker.test(last) && marker.test(block))
}

/** A block whose further lines stand below its first, right of the marker. */
export const hanging = (mark: string, block: string): string =>
  mark + block.replace(/\n(?!\n|$)/g, `\n${' '.repeat(mark.length)}`)

/** Each line of a block behind the same sign. */
export function behind(sign: string, block: string): string {
  if (block === '') return ''
  const lines = block.split('\n')
  return lines.map((line) => (line === '' ? sign : `${sign} ${line}`)).join('\n')
}

/** List items, close together when none of them has parts. */
export function listed(items: readonly string[], markOf: (index: number) => string): string {
  const shown = items.filter((item) => item !== '').map((item, index) => hanging(markOf(index), item))
  return shown.join(shown.some((item) => item.includes('\n\n')) ? '\n\n' : '\n')
}

/** The same as one line, where nothing else can stand: paragraphs are told apart by two line breaks. */
export const oneLine = (blocks: string): string => blocks.replace(/\\\n/g, '<br>').replaceAll('\n\n', '<br><br>')

/** What Markdown has no caption for, with one. */
export function figure(block: string, caption = ''): string {
  const below = caption === '' ? '' : `<figcaption>${caption}</figcaption>\n`
  return stacked(['<figure>', block, `${below}</figure>`])
}

/** Markup as one HTML block, which would end at an empty line. */
export const htmlBlock = (markup: string): string =>
  markup.replace(/\r\n?/g, '\n').replace(/\n(?=[ \t]*(?:\n|$))/g, '&#10;')

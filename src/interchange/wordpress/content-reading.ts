import type { Block, HtmlElement } from '#articles'
import { setAside } from './set-aside.ts'

/** One reading of a text: what is made beside its markup, and what has to be told about it. */
export interface ContentReading {
  notes: Set<string>
  /** Blocks that show what the site knows by itself. */
  dynamic: Set<string>
  /** Text of a reusable block. */
  reusable(id: string): string | undefined
  /** Reusable blocks around the place that is being read. */
  within: string[]
  morePages: number
  /** Keeps blocks and answers the markup that stands for them: an element with their number. */
  put(blocks: Block[]): string
  take(element: HtmlElement): Block[] | undefined
  /** Takes `<pre>` and the like out of the way of other rules. */
  aside(text: string): string
  back(text: string): string
}

export function newReading(reusable: ContentReading['reusable'] = () => undefined): ContentReading {
  const kept: Block[][] = []
  const elements: string[] = []
  return {
    notes: new Set(),
    dynamic: new Set(),
    reusable,
    within: [],
    morePages: 0,
    put: (blocks) => `\n\n<x-block data-number="${kept.push(blocks) - 1}"></x-block>\n\n`,
    take: (element) => (element.name === 'x-block' ? (kept[Number(element.attribs['data-number'])] ?? []) : undefined),
    aside: (text) => setAside(text, (element) => `<x-block data-aside="${elements.push(element) - 1}"></x-block>`),
    back: (text) =>
      elements.length === 0
        ? text
        : text.replace(/<x-block data-aside="(\d+)"><\/x-block>/g, (_, at: string) => elements[Number(at)] ?? ''),
  }
}

/** What the reader of the report should know of a text. */
export const toldBy = ({ notes, dynamic }: ContentReading): string[] => [
  ...(dynamic.size > 0 ? [`left out, because they show what a site knows by itself: ${[...dynamic].join(', ')}`] : []),
  ...notes,
]

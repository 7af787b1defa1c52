import type { Block, HtmlElement } from '#articles'
import { randomBytes } from 'node:crypto'
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
  /** How many reusable blocks were read so far, and how many shortcodes stand around the place. */
  reused: number
  depth: number
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
  // Nobody who writes a text can know it, so nobody can write a stand-in of his own.
  const token = randomBytes(8).toString('hex')
  const stands = (attribute: string, number: number) => `<x-block data-${attribute}="${token}-${number}"></x-block>`
  const numberIn = (written = '') => (written.startsWith(`${token}-`) ? Number(written.slice(token.length + 1)) : -1)
  const aside = new RegExp(`<x-block data-aside="(${token}-\\d+)"></x-block>`, 'g')
  return {
    notes: new Set(),
    dynamic: new Set(),
    reusable,
    within: [],
    morePages: 0,
    reused: 0,
    depth: 0,
    put: (blocks) => `\n\n${stands('number', kept.push(blocks) - 1)}\n\n`,
    take: (element) =>
      element.name === 'x-block' ? (kept[numberIn(element.attribs['data-number'])] ?? undefined) : undefined,
    aside: (text) => setAside(text, (element) => stands('aside', elements.push(element) - 1)),
    back: (text) =>
      elements.length === 0 ? text : text.replace(aside, (_, written: string) => elements[numberIn(written)] ?? ''),
  }
}

/** What the reader of the report should know of a text. */
export const toldBy = ({ notes, dynamic }: ContentReading): string[] => [
  ...(dynamic.size > 0 ? [`left out, because they show what a site knows by itself: ${[...dynamic].join(', ')}`] : []),
  ...notes,
]

import type { Language } from '#platform/settings.ts'

/** A mention as somebody labelled it. */
export interface GoldMention {
  start: number
  end: number
  kind: string
  brand: string
  device: string
}

export interface GoldText {
  id: string
  text: string
  lang: Language
  mentions: GoldMention[]
}

/** Reads labelled texts: a row a mention, and one of kind `none` for a text that holds none. */
export function readGold(file: string): GoldText[] {
  const [head = '', ...rows] = file.split('\n').filter((line) => line !== '')
  const columns = head.split('\t')
  const texts = new Map<string, GoldText>()
  for (const row of rows) {
    const cells = row.split('\t')
    const cell = (name: string): string => cells[columns.indexOf(name)] ?? ''
    const id = cell('text_id')
    const text = texts.get(id) ?? { id, text: cell('text'), lang: cell('lang') === 'en' ? 'en' : 'id', mentions: [] }
    texts.set(id, text)
    if (cell('kind') === 'none') continue
    const [start, end] = [Number(cell('start')), Number(cell('end'))]
    text.mentions.push({ start, end, kind: cell('kind'), brand: cell('brand'), device: cell('device') })
  }
  return [...texts.values()]
}

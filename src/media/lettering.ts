import { fileURLToPath } from 'node:url'
import sharp from 'sharp'
import { lineHeight, type Measured } from './card-lines.ts'

/** How letters look. */
export interface Style {
  /** In pixels. */
  size: number
  face: keyof typeof typefaces
  colour: string
}

/** Letters as a picture, cut to their ink. */
export interface Drawn {
  input: Buffer
  width: number
}

/** From its package, not from the machine: a card looks the same wherever it is drawn. */
const typefaces = {
  regular: {
    name: 'Source Serif 4',
    file: import.meta.resolve('@expo-google-fonts/source-serif-4/400Regular/SourceSerif4_400Regular.ttf'),
  },
  semiBold: {
    name: 'Source Serif 4 SemiBold',
    file: import.meta.resolve('@expo-google-fonts/source-serif-4/600SemiBold/SourceSerif4_600SemiBold.ttf'),
  },
}

/** What the typeface puts between two baselines by itself, in letters' sizes. */
const ownLineHeight = 1.36

/** Draws lines of letters. They are letters, not markup, whatever is in them. */
export async function letter(lines: readonly string[], { size, face, colour }: Style): Promise<Drawn> {
  const { name, file } = typefaces[face]
  const fontfile = fileURLToPath(file)
  const text = `<span foreground="${colour}">${lines.map(escaped).join('\n')}</span>`
  const spacing = Math.round((lineHeight - ownLineHeight) * size)
  const drawn = sharp({ text: { text, font: `${name} ${size}`, fontfile, dpi: 72, rgba: true, spacing } })
  const { data, info } = await drawn.png().toBuffer({ resolveWithObject: true })
  return { input: data, width: info.width }
}

/** Pango reads markup. */
const escaped = (text: string): string => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;')

/** The same, smaller where it is wider than its room: some letters are wider than anybody thinks. */
export async function letterWithin(width: number, lines: readonly string[], style: Style): Promise<Drawn> {
  const drawn = await letter(lines, style)
  if (drawn.width <= width) return drawn
  return { input: await sharp(drawn.input).resize({ width }).png().toBuffer(), width }
}

const measuringSize = 100

/** How wide words are. */
export async function measure(words: readonly string[], style: Omit<Style, 'size'>): Promise<Measured> {
  const widthOf = async (text: string) =>
    (await letter([text], { ...style, size: measuringSize })).width / measuringSize
  const space = (await widthOf('n n')) - (await widthOf('nn'))
  return { words, widths: await Promise.all(words.map(widthOf)), space }
}

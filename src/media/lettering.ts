import { createRequire } from 'node:module'
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
  regular: typeface('400Regular/SourceSerif4_400Regular.ttf', ''),
  semiBold: typeface('600SemiBold/SourceSerif4_600SemiBold.ttf', ' SemiBold'),
}

function typeface(file: string, style: string) {
  const fontfile = createRequire(import.meta.url).resolve(`@expo-google-fonts/source-serif-4/${file}`)
  return { fontfile, name: `Source Serif 4${style}` }
}

/** What the typeface puts between two baselines by itself, in letters' sizes. */
const ownLineHeight = 1.36

/** Draws lines of letters. They are letters, not markup, whatever is in them. */
export async function letter(lines: readonly string[], { size, face, colour }: Style): Promise<Drawn> {
  const { name, fontfile } = typefaces[face]
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

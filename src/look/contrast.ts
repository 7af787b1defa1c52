import { type ColourName, coloursOf, type Scheme, schemes, type Tokens } from './tokens.ts'

/** How much lighter one colour is than another, from 1 to 21 (WCAG 2.2, "contrast ratio"). Colours are `#rrggbb`. */
export function contrast(one: string, other: string): number {
  const [darker = 0, lighter = 0] = [luminance(one), luminance(other)].toSorted((a, b) => a - b)
  return (lighter + 0.05) / (darker + 0.05)
}

function luminance(colour: string): number {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((from) => {
    const part = Number.parseInt(colour.slice(from, from + 2), 16) / 255
    return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4
  })
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue
}

/** What text needs (WCAG 2.2, 1.4.3). */
export const leastContrast = 4.5

/** Text on its ground. */
export interface ColourPair {
  scheme: Scheme
  text: ColourName
  ground: ColourName
  ratio: number
}

const texts = ['ink', 'quiet', 'accent'] as const
const grounds = ['paper', 'surface'] as const

/** Every text colour on every ground that it stands on. */
export function contrastsOf(tokens: Tokens): ColourPair[] {
  return schemes.flatMap((scheme) => {
    const colours = coloursOf(tokens, scheme)
    return texts.flatMap((text) =>
      grounds.map((ground) => ({ scheme, text, ground, ratio: contrast(colours[text], colours[ground]) })),
    )
  })
}

/** Those that too many people could not read. */
export const faintPairs = (tokens: Tokens): ColourPair[] =>
  contrastsOf(tokens).filter(({ ratio }) => ratio < leastContrast)

/** A ratio as people write it, never rounded up to what it does not reach. */
export const ratioInWords = (ratio: number): string => (Math.floor(ratio * 100) / 100).toFixed(2)

/** What an operator may say about the look without writing a style sheet. `css/tokens.css` holds what is usual. */
export const schemes = ['light', 'dark'] as const
export type Scheme = (typeof schemes)[number]

export const colourNames = ['paper', 'surface', 'ink', 'quiet', 'rule', 'strong-rule', 'accent'] as const
export type ColourName = (typeof colourNames)[number]
export type Colours = Record<ColourName, string>

export const usualColours: Record<Scheme, Colours> = {
  light: {
    paper: '#fbf9f5',
    surface: '#f2efe8',
    ink: '#1d1b18',
    quiet: '#5f5a52',
    rule: '#d8d2c6',
    'strong-rule': '#1d1b18',
    accent: '#9a2a14',
  },
  dark: {
    paper: '#1b1a18',
    surface: '#262420',
    ink: '#e9e5dd',
    quiet: '#aca598',
    rule: '#3d3a35',
    'strong-rule': '#8d867a',
    accent: '#f0916f',
  },
}

export const sizes = ['small', 'usual', 'large'] as const
export type Size = (typeof sizes)[number]
export const letterings = ['serif', 'sans'] as const
/** In characters of the root size: 60 to 70 letters of a line are at about 40. */
export const measures = { least: 32, usual: 40, most: 48 } as const

/** What differs from the usual look; nothing of it must be there. */
export interface Tokens {
  light?: Partial<Colours> | undefined
  dark?: Partial<Colours> | undefined
  text?: Size | undefined
  headline?: Size | undefined
  letters?: (typeof letterings)[number] | undefined
  measure?: number | undefined
}

export const coloursOf = (tokens: Tokens, scheme: Scheme): Colours => ({ ...usualColours[scheme], ...tokens[scheme] })

const textSizes: Record<Size, string> = {
  small: 'clamp(1.0625rem, 1.02rem + 0.2vw, 1.125rem)',
  usual: 'clamp(1.125rem, 1.08rem + 0.2vw, 1.25rem)',
  large: 'clamp(1.25rem, 1.2rem + 0.25vw, 1.4375rem)',
}
const headlineSizes: Record<Size, string> = {
  small: 'clamp(1.5rem, 1.3rem + 1vw, 2.125rem)',
  usual: 'clamp(1.75rem, 1.4rem + 1.8vw, 2.75rem)',
  large: 'clamp(2rem, 1.4rem + 2.8vw, 3.5rem)',
}
const subheadSizes: Record<Size, string> = {
  small: 'clamp(1.1875rem, 1.14rem + 0.25vw, 1.3125rem)',
  usual: 'clamp(1.25rem, 1.18rem + 0.4vw, 1.5rem)',
  large: 'clamp(1.375rem, 1.28rem + 0.5vw, 1.75rem)',
}
const sansLetters = "system-ui, -apple-system, 'Segoe UI', 'Noto Sans', sans-serif"
const serifLetters = "ui-serif, 'Iowan Old Style', Palatino, 'Palatino Linotype', 'Noto Serif', serif"

/** Every token that can be set, as custom properties. */
export function propertiesOf(tokens: Tokens): Map<string, string> {
  const [light, dark] = [coloursOf(tokens, 'light'), coloursOf(tokens, 'dark')]
  const { text = 'usual', headline = 'usual', letters = 'serif', measure = measures.usual } = tokens
  return new Map([
    ...colourNames.map((name): [string, string] => [`--${name}`, `light-dark(${light[name]}, ${dark[name]})`]),
    ['--text', textSizes[text]],
    ['--headline', headlineSizes[headline]],
    ['--subhead', subheadSizes[headline]],
    ['--serif', letters === 'serif' ? serifLetters : sansLetters],
    ['--measure', `${measure}rem`],
  ])
}

/** Those of them that are not as usual. */
export function changedProperties(tokens: Tokens): [name: string, value: string][] {
  const usual = propertiesOf({})
  return [...propertiesOf(tokens)].filter(([name, value]) => usual.get(name) !== value)
}

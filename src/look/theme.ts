import { createHash } from 'node:crypto'
import { z } from 'zod'
import { defineSetting, type Settings } from '#platform/settings.ts'
import { faintPairs, leastContrast, ratioInWords } from './contrast.ts'
import { changedProperties, colourNames, letterings, measures, sizes, type Tokens } from './tokens.ts'
import { themeProblem } from './theme-css.ts'

const colour = z
  .string()
  .regex(/^#[0-9a-f]{6}$/i, 'must be a colour such as #9a2a14')
  .transform((value) => value.toLowerCase())
const colours = z.partialRecord(z.enum(colourNames), colour).optional()

const tokens: z.ZodType<Tokens> = z
  .strictObject({
    light: colours,
    dark: colours,
    text: z.enum(sizes).optional(),
    headline: z.enum(sizes).optional(),
    letters: z.enum(letterings).optional(),
    measure: z.int().min(measures.least).max(measures.most).optional(),
  })
  .superRefine((value, context) => {
    for (const { scheme, text, ground, ratio } of faintPairs(value))
      context.addIssue({
        code: 'custom',
        message: `In the ${scheme}, "${text}" on "${ground}" has a contrast of ${ratioInWords(ratio)}: text needs ${leastContrast}`,
      })
  })

/** What an operator decided about colours, letters and sizes. */
export const lookTokens = defineSetting<Tokens>('look.tokens', tokens, {})

/** A publisher's own style sheet, in the last layer. */
export const lookTheme = defineSetting(
  'look.theme',
  z.string().superRefine((css, context) => {
    const problem = themeProblem(css)
    if (problem) context.addIssue({ code: 'custom', message: problem.message })
  }),
  '',
)

/** What a reader's browser loads after the program's own style sheet. */
export interface Theme {
  /** The last segment of its address: changes with its content. */
  file: string
  text: string
}

interface Made {
  from: readonly [Tokens, string]
  theme: Theme | undefined
}
/** Every page names it in its head. */
const made = new WeakMap<Settings, Made>()

/** The site's own look as a file; undefined while everything is as usual. */
export function themeOf(settings: Settings): Theme | undefined {
  const from = [settings.get(lookTokens), settings.get(lookTheme)] as const
  const known = made.get(settings)
  if (known && known.from.every((value, place) => value === from[place])) return known.theme
  const text = themeText(...from)
  const hash = createHash('sha256').update(text).digest('hex').slice(0, 10)
  const theme = text === '' ? undefined : { file: `theme-${hash}.css`, text }
  made.set(settings, { from, theme })
  return theme
}

/** Where pages load it from. */
export function themeAddress(settings: Settings): string | undefined {
  const theme = themeOf(settings)
  return theme && `/assets/${theme.file}`
}

function themeText(said: Tokens, css: string): string {
  const properties = changedProperties(said).map(([name, value]) => `${name}:${value}`)
  const layers = [
    ...(properties.length > 0 ? [`:root{${properties.join(';')}}`] : []),
    ...(css.trim() === '' ? [] : [css]),
  ]
  return layers.map((layer) => `@layer theme{${layer}\n}\n`).join('')
}

import { z } from 'zod'
import { faintPairs, leastContrast, ratioInWords } from '#look/contrast.ts'
import {
  type ColourName,
  colourNames,
  letterings,
  measures,
  type Scheme,
  schemes,
  sizes,
  type Tokens,
} from '#look/tokens.ts'
import { Invalid } from '#platform/refusals.ts'
import type { Knock } from '../route.ts'

/** What the field of a colour is called. */
export const colourField = (scheme: Scheme, name: ColourName): string => `${scheme}-${name}`

export const schemeWords = { light: 'look.light', dark: 'look.dark' } as const satisfies Record<Scheme, string>
export const colourWords = {
  paper: 'look.paper',
  surface: 'look.surface',
  ink: 'look.ink',
  quiet: 'look.quiet',
  rule: 'look.rule',
  'strong-rule': 'look.strongRule',
  accent: 'look.accent',
} as const satisfies Record<ColourName, string>

const colour = z.string().regex(/^#[0-9a-f]{6}$/i)
const fields = schemes.flatMap((scheme) => colourNames.map((name) => colourField(scheme, name)))

const choices = z.object({
  text: z.enum(sizes),
  headline: z.enum(sizes),
  letters: z.enum(letterings),
  measure: z.coerce.number().int().min(measures.least).max(measures.most),
})

/** The colours of both schemes and the few choices beside them. */
export const lookForm = z.strictObject(Object.fromEntries(fields.map((name) => [name, colour]))).extend(choices.shape)

/** What the form says, as the setting keeps it. */
export function tokensIn(form: z.output<typeof lookForm>): Tokens {
  const colours = (scheme: Scheme) =>
    Object.fromEntries(colourNames.map((name) => [name, String(form[colourField(scheme, name)]).toLowerCase()]))
  return { light: colours('light'), dark: colours('dark'), ...choices.parse(form) }
}

/** @throws Invalid naming each pair of colours that too many people could not read */
export function refuseFaint(tokens: Tokens, { say }: Pick<Knock, 'say'>): void {
  const sentences = faintPairs(tokens).map(({ scheme, text, ground, ratio }) =>
    say('look.tooFaint', {
      scheme: say(schemeWords[scheme]),
      text: say(colourWords[text]),
      ground: say(colourWords[ground]),
      ratio: ratioInWords(ratio),
      least: String(leastContrast),
    }),
  )
  const pairs = sentences.join(' ')
  if (pairs !== '') throw new Invalid(pairs, { key: 'look.unreadable', values: { pairs } })
}

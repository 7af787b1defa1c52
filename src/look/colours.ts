import { usualColours } from './tokens.ts'

/** The tokens of the style sheet in the light, for what is drawn where no style sheet reaches: pictures without transparency. */
export const colours = usualColours.light

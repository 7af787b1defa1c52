/** The tokens of the style sheet in the light, for what is drawn where no style sheet reaches: cards, logo, JPEG. */
export const colours = { paper: '#fbf9f5', ink: '#1d1b18', quiet: '#5f5a52', accent: '#9a2a14' } as const

import type { BylineRole } from './content.ts'

/**
 * The initials at the end of an article, writer before editor: `[WS/HBS]`; one person stands alone: `[WS]`.
 * Several writers or editors are joined by `+`. Nobody: an empty text.
 */
export function signOff(bylines: readonly { role: BylineRole; initials: string }[]): string {
  const initialsOf = (role: BylineRole) =>
    bylines
      .filter((byline) => byline.role === role)
      .map((byline) => byline.initials)
      .join('+')
  const pair = [initialsOf('writer'), initialsOf('editor')].filter((initials) => initials !== '')
  return pair.length > 0 ? `[${pair.join('/')}]` : ''
}

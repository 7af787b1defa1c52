import type { NamedSection } from '#articles'
import { languages } from '#platform/settings.ts'
import type { Visit } from '../route.ts'

export const sectionsRoom = '/newsroom/sections/'
export const sectionPath = (section: number): string => `${sectionsRoom}${section}/`

/** What a section is called in the language of who asks, or else in the other. */
export const nameOf = ({ lang }: Pick<Visit, 'lang'>, { id, names }: NamedSection): string =>
  names[lang]?.name ?? languages.map((one) => names[one]?.name).find((name) => name !== undefined) ?? String(id)

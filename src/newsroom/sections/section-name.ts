import type { NamedSection } from '#articles'
import { nameIn } from '../forms/naming.ts'
import type { Visit } from '../route.ts'

export const sectionsRoom = '/newsroom/sections/'
export const sectionPath = (section: number): string => `${sectionsRoom}${section}/`

/** What a section is called in the language of who asks, or else in the other; its number when it has no name. */
export const nameOf = (visit: Pick<Visit, 'lang'>, { id, names }: NamedSection): string =>
  nameIn(visit, names) ?? String(id)

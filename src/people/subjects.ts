import type { Id } from '#platform/database/tables.ts'
import type { Language } from '#platform/settings.ts'

/**
 * What the site says of a person, which stands above the list of what they signed and above its older pages. `articles`
 * spells the subjects of lists the same way.
 */
export const personSubjects = (id: Id, lang: Language): string[] => [
  `person:${id}:${lang}`,
  `person:${id}:${lang}:older`,
]
/** Who there is. */
export const peopleSubject = 'people'

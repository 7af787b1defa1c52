import type { Id } from '#platform/database/tables.ts'
import type { Language } from '#platform/settings.ts'

/**
 * What the site says of a brand, which stands above the list of what is about it and above its older pages. `articles`
 * spells the subjects of lists the same way.
 */
export const brandSubjects = (id: Id, lang: Language): string[] => [`brand:${id}:${lang}`, `brand:${id}:${lang}:older`]
/** Which brands there are. */
export const brandsSubject = 'brands'

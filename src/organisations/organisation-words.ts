import type { Id } from '#platform/database/tables.ts'
import type { Unit } from '#platform/database/unit.ts'
import { keepListWords } from '#platform/list-words/keep-list-words.ts'
import { wordsIn } from '#platform/list-words/list-words.ts'

export const organisationList = 'organisation'

/** Writes down what editors find an organisation by: its name and its slug. */
export const keepOrganisationWords = (
  unit: Unit,
  { id, name, slug }: { id: Id; name: string; slug: string },
): Promise<void> => keepListWords(unit, id, { [organisationList]: wordsIn(`${name} ${slug}`) })

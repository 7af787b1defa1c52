import type { Id } from '#platform/database/tables.ts'
import type { Unit } from '#platform/database/unit.ts'
import { keepListWords } from '#platform/list-words/keep-list-words.ts'
import { wordsIn } from '#platform/list-words/list-words.ts'
import { type Language, languages } from '#platform/settings.ts'
import './tables.ts'

/** The list of topics that have a name in a language. */
export const topicList = (lang: Language): string => `topic:${lang}`

/** Writes down what editors find a topic by: its name and its slug, in each language. */
export async function keepTopicWords(unit: Unit, topic: Id): Promise<void> {
  const names = await unit.tx
    .selectFrom('topic_name')
    .select(['lang', 'name', 'slug'])
    .where('topic_id', '=', topic)
    .execute()
  const wordsOf = (lang: Language) =>
    names.filter((one) => one.lang === lang).flatMap(({ name, slug }) => wordsIn(`${name} ${slug}`))
  await keepListWords(unit, topic, Object.fromEntries(languages.map((lang) => [topicList(lang), wordsOf(lang)])))
}

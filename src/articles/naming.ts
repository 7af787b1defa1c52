import type { Id } from '#platform/database/tables.ts'
import type { Unit } from '#platform/database/unit.ts'
import { type Language, settingsSubject } from '#platform/settings.ts'
import './tables.ts'

/** What a section or a topic is called in one language, and what it is about. */
export interface Naming {
  lang: Language
  name: string
  description: string
}

/** Its address stays: readers and search engines know it. */
export async function nameSection(unit: Unit, section: Id, { lang, name, description }: Naming): Promise<void> {
  const named = await unit.tx
    .updateTable('section_name')
    .set({ name, description })
    .where('section_id', '=', section)
    .where('lang', '=', lang)
    .where((row) => row.or([row('name', '!=', name), row('description', '!=', description)]))
    .returning('section_id')
    .execute()
  // The name stands on every page of every article in it.
  if (named.length > 0) unit.drop(settingsSubject)
}

/** Its address stays, as a section's does. */
export async function nameTopic(unit: Unit, topic: Id, { lang, name, description }: Naming): Promise<void> {
  const named = await unit.tx
    .updateTable('topic_name')
    .set({ name, description })
    .where('topic_id', '=', topic)
    .where('lang', '=', lang)
    .where((row) => row.or([row('name', '!=', name), row('description', '!=', description)]))
    .returning('topic_id')
    .execute()
  if (named.length > 0) unit.drop(settingsSubject)
}

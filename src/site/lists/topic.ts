import { findTopic, isInUse } from '#articles'
import type { Id } from '#platform/database/tables.ts'
import { type Edition, otherEdition } from '../edition.ts'
import { type ArticleList, listed } from './article-list.ts'

/** @param id of a topic; undefined when it has no name in this language */
export async function topicList(own: Edition, id: Id): Promise<ArticleList | undefined> {
  const topic = await findTopic(own.gawai, id, own.lang)
  // What only a draft is about is nobody's business yet.
  if (!topic || !(await isInUse(own.gawai, { kind: 'topic', id }))) return undefined
  const other = otherEdition(own)?.lang
  const partner = other && (await findTopic(own.gawai, id, other))
  return {
    ...listed(own, { kind: 'topic', id }, topic),
    label: { name: own.say('list.topic') },
    ...(partner && { partner: { lang: other, path: partner.path } }),
  }
}

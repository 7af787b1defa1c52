import { isPlace, latest, latestSubject } from '#articles'
import type { Edition } from '../edition.ts'
import { digestInvitation } from '../subscriptions/follow-form.ts'
import { type ArticleList, partnerOf } from './article-list.ts'

/** Everything new, in one list. */
export async function latestList(own: Edition): Promise<ArticleList> {
  const { gawai, lang, paths, say } = own
  return {
    subject: latestSubject(lang),
    path: paths.latest,
    name: say('list.latest'),
    description: '',
    feed: paths.feed,
    invitation: digestInvitation(own),
    ...(await partnerOf(own, (other) => other.paths.latest)),
    read: (limit, before) => latest(gawai, { lang, limit, before }),
    holds: (key) => isPlace(gawai, key, lang),
  }
}

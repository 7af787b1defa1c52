import { isInUse } from '#articles'
import { findPerson } from '#people'
import type { Edition } from '../edition.ts'
import { profileData } from '../structured-data/pages.ts'
import { type ArticleList, listed, partnerOf } from './article-list.ts'

/** Everything that somebody signed. */
export async function personList(own: Edition, slug: string): Promise<ArticleList | undefined> {
  const person = await findPerson(own.gawai, slug, own.lang)
  if (!person) return undefined
  const { id, name, about, post } = person
  // Whoever only a draft names is nobody's business yet.
  if (post + about === '' && !(await isInUse(own.gawai, { kind: 'person', id }))) return undefined
  return {
    ...listed(own, { kind: 'person', id }, { name, description: about, path: own.paths.person(person.slug) }),
    label: { name: post === '' ? own.say('list.person') : post, path: own.paths.people },
    // Who draws or looks after the machines signs nothing, and is described all the same.
    ...(about !== '' && { empty: '' }),
    structured: () => profileData(own, person),
    ...(await partnerOf(own, ({ paths }) => paths.person(person.slug))),
  }
}

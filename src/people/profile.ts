import { compileOnce } from '#platform/database/compile-once.ts'
import type { Id } from '#platform/database/tables.ts'
import type { Unit } from '#platform/database/unit.ts'
import type { Gawai } from '#platform/gawai.ts'
import { everythingSubject } from '#platform/page-store/page.ts'
import type { Language } from '#platform/settings.ts'
import './person.ts'
import { peopleSubject, personSubjects } from './subjects.ts'

interface PersonWordsTable {
  person_id: Id
  lang: Language
  post: string
  about: string
}

declare module '#platform/database/tables.ts' {
  interface Tables {
    person_words: PersonWordsTable
  }
}

/** A person as readers get to know them, in one language. */
export interface Profile {
  id: Id
  slug: string
  name: string
  initials: string
  /** What they do here: "Writer"; empty when nobody has said. */
  post: string
  about: string
}

const bySlug = compileOnce<{ slug: string; lang: Language }>()((db, blank) =>
  db
    .selectFrom('person')
    .leftJoin('person_words', (join) =>
      join.onRef('person_words.person_id', '=', 'person.id').on('person_words.lang', '=', blank.lang),
    )
    .select(['person.id', 'slug', 'name', 'initials', 'post', 'about'])
    .where('slug', '=', blank.slug),
)
const everybody = compileOnce<{ lang: Language; limit: number }>()((db, blank) =>
  db
    .selectFrom('person')
    .leftJoin('person_words', (join) =>
      join.onRef('person_words.person_id', '=', 'person.id').on('person_words.lang', '=', blank.lang),
    )
    .select(['person.id', 'slug', 'name', 'initials', 'post', 'about'])
    .orderBy('name')
    .limit(blank.limit),
)

/** Somebody who signs articles, by the slug in their address. */
export async function findPerson(
  { db }: Pick<Gawai, 'db'>,
  slug: string,
  lang: Language,
): Promise<Profile | undefined> {
  const [row] = await bySlug(db, { slug, lang })
  return row && { ...row, post: row.post ?? '', about: row.about ?? '' }
}

/** Everybody who signs articles, by name. */
export async function allPeople({ db }: Pick<Gawai, 'db'>, lang: Language): Promise<Profile[]> {
  const rows = await everybody(db, { lang, limit: mostPeople })
  return rows.map((row) => ({ ...row, post: row.post ?? '', about: row.about ?? '' }))
}

/** A list of more people than this is no page. */
const mostPeople = 1000

/** Says who somebody is, in one language. */
export async function describePerson(
  unit: Unit,
  { person, lang, post, about }: { person: Id; lang: Language; post: string; about: string },
): Promise<void> {
  const words = { post, about }
  const said = await unit.tx
    .insertInto('person_words')
    .values({ person_id: person, lang, ...words })
    .onConflict((conflict) =>
      conflict
        .columns(['person_id', 'lang'])
        .doUpdateSet(words)
        .where((row) => row.or([row('person_words.post', '!=', post), row('person_words.about', '!=', about)])),
    )
    .returning('person_id')
    .execute()
  if (said.length > 0) unit.drop(...personSubjects(person, lang), peopleSubject)
}

/** Says how somebody is called and signs from now on. Their address stays: readers and search engines know it. */
export async function namePerson(
  unit: Unit,
  person: Id,
  { name, initials }: { name: string; initials?: string | undefined },
): Promise<void> {
  const known = await unit.tx
    .selectFrom('person')
    .select(['name', 'initials'])
    .where('id', '=', person)
    .executeTakeFirstOrThrow()
  const named = { name, initials: initials ?? known.initials }
  if (named.name === known.name && named.initials === known.initials) return
  await unit.tx.updateTable('person').set(named).where('id', '=', person).execute()
  // Name and initials stand on every page that they signed.
  unit.drop(everythingSubject)
}

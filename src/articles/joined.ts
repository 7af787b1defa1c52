import { compileOnce } from '#platform/database/compile-once.ts'
import type { Id } from '#platform/database/tables.ts'
import type { Language } from '#platform/settings.ts'

/** Who signs it, in their order. */
export const bylinesOf = compileOnce<{ id: Id }>()((db, blank) =>
  db
    .selectFrom('byline')
    .innerJoin('person', 'person.id', 'byline.person_id')
    .select(['name', 'slug', 'initials', 'role'])
    .where('article_id', '=', blank.id)
    .orderBy('position'),
)

/** Who said what stands in it, by role and where; in the order of the page. */
export const sourcesOf = compileOnce<{ id: Id }>()((db, blank) =>
  db
    .selectFrom('article_source')
    .innerJoin('organisation', 'organisation.id', 'article_source.organisation_id')
    .select(['organisation.id', 'role', 'name', 'slug', 'article_source.url', 'organisation.url as home'])
    .where('article_id', '=', blank.id)
    .orderBy('position'),
)

/** What it is about, by the names that the topics have in its language. */
export const topicsOf = compileOnce<{ id: Id; lang: Language }>()((db, blank) =>
  db
    .selectFrom('listed')
    .innerJoin('topic_name', (join) =>
      join.onRef('topic_name.topic_id', '=', 'listed.list_id').onRef('topic_name.lang', '=', 'listed.lang'),
    )
    .select(['name', 'path'])
    .where('listed.kind', '=', 'topic')
    .where('article_id', '=', blank.id)
    .where('listed.lang', '=', blank.lang)
    .orderBy('name'),
)

/** The articles that it points to, as far as readers can see them. */
export const readAlsoOf = compileOnce<{ id: Id }>()((db, blank) =>
  db
    .selectFrom('read_also')
    .innerJoin('publication', 'publication.article_id', 'read_also.target_id')
    .select(['target_id as id', 'title', 'path', 'publication.lang'])
    .where('read_also.article_id', '=', blank.id),
)

/** The published article of its language pair that is not itself. */
export const partnerOf = compileOnce<{ id: Id; pair: Id }>()((db, blank) =>
  db
    .selectFrom('article')
    .innerJoin('publication', 'publication.article_id', 'article.id')
    .select(['article.lang', 'path', 'title'])
    .where('pair_id', '=', blank.pair)
    .where('article.id', '!=', blank.id),
)

/** Whose devices it is about. */
export const brandsOf = compileOnce<{ id: Id }>()((db, blank) =>
  db
    .selectFrom('listed')
    .innerJoin('organisation', 'organisation.id', 'listed.list_id')
    .select(['name', 'slug'])
    .where('listed.kind', '=', 'brand')
    .where('listed.article_id', '=', blank.id)
    .orderBy('name'),
)

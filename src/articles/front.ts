import { isDeepStrictEqual } from 'node:util'
import { compileOnce } from '#platform/database/compile-once.ts'
import type { Id } from '#platform/database/tables.ts'
import type { Unit } from '#platform/database/unit.ts'
import type { Gawai } from '#platform/gawai.ts'
import { Invalid } from '#platform/refusals.ts'
import type { Language } from '#platform/settings.ts'
import { type ListedArticle, listedColumns, listedOf, publicationsOf } from './listed-article.ts'
import { latestSubject } from './subjects.ts'

/** The lead and its seconds, and a few more for a busy day. */
const mostSlots = 7

const slots = compileOnce<{ lang: Language }>()((db, blank) =>
  publicationsOf(db)
    .innerJoin('front_slot', 'front_slot.article_id', 'publication.article_id')
    .select(listedColumns)
    .where('front_slot.lang', '=', blank.lang)
    .where('publication.kind', '=', 'article')
    // An article of another language would change without this page being told.
    .whereRef('publication.lang', '=', 'front_slot.lang')
    .orderBy('front_slot.position'),
)

/** The stories that editors put on the front page, the lead first. What readers cannot see leaves no gap. */
export async function frontArticles({ db }: Pick<Gawai, 'db'>, lang: Language): Promise<ListedArticle[]> {
  return (await slots(db, { lang })).map(listedOf)
}

async function refuseOthers(unit: Unit, lang: Language, articles: readonly Id[]): Promise<void> {
  const known = await unit.tx
    .selectFrom('article')
    .select('id')
    .where('id', 'in', articles)
    .where('lang', '=', lang)
    .where('kind', '=', 'article')
    .execute()
  const ids = new Set(known.map(({ id }) => id))
  const other = articles.find((id) => !ids.has(id))
  if (other !== undefined)
    throw new Invalid(`Article ${other} cannot stand on the front page: it is no article in that edition's language`, {
      key: 'refusedFront.otherLanguage',
    })
}

/**
 * Puts these stories on the front page in this order, and no others. Places that are left empty are filled with what
 * is newest.
 *
 * @throws Invalid when there are more than the front page has slots, or one is of another language
 */
export async function arrangeFront(unit: Unit, lang: Language, articles: readonly Id[]): Promise<void> {
  const each = [...new Set(articles)]
  if (each.length > mostSlots)
    throw new Invalid(`The front page has ${mostSlots} slots and ${each.length} stories were given: leave some out`, {
      key: 'refusedFront.full',
      values: { most: mostSlots, given: each.length },
    })
  if (each.length > 0) await refuseOthers(unit, lang, each)
  const before = await unit.tx
    .selectFrom('front_slot')
    .select('article_id')
    .where('lang', '=', lang)
    .orderBy('position')
    .execute()
  if (
    isDeepStrictEqual(
      each,
      before.map((slot) => slot.article_id),
    )
  )
    return
  await unit.tx.deleteFrom('front_slot').where('lang', '=', lang).execute()
  if (each.length > 0)
    await unit.tx
      .insertInto('front_slot')
      .values(each.map((article_id, position) => ({ lang, position, article_id })))
      .execute()
  unit.drop(latestSubject(lang))
}

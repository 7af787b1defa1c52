import { hrefOf } from '#media'
import type { Id } from '#platform/database/tables.ts'
import type { Unit } from '#platform/database/unit.ts'
import type { Gawai } from '#platform/gawai.ts'
import { type Language, languages } from '#platform/settings.ts'
import { changeDocuments, withImages } from './change-documents.ts'
import { inEachArticle } from './each-article.ts'

/**
 * When the library says something else of what a picture shows, so does every article that had its words from there:
 * that says the same as the library did before, or nothing. What a writer wrote for their article stays.
 */
export function followWords(gawai: Gawai): void {
  gawai.reactions.on('picture.described', 'follow-words', async ({ picture, before }) => {
    for (const lang of languages) {
      const following = { picture, lang, former: before[lang] }
      await inEachArticle(
        gawai,
        (after, limit) => showingIn(gawai, following, { after, limit }),
        (unit, article) => sayAnew(unit, gawai, article, following),
      )
    }
  })
}

interface Following {
  picture: Id
  lang: Language
  former: string
}

async function showingIn(
  { db }: Gawai,
  { picture, lang }: Following,
  { after, limit }: { after: Id; limit: number },
): Promise<Id[]> {
  const rows = await db
    .selectFrom('picture_file')
    .innerJoin('picture_use', 'picture_use.file', 'picture_file.file')
    .innerJoin('article', 'article.id', 'picture_use.user_id')
    .select('article.id')
    .distinct()
    .where('picture_file.picture_id', '=', picture)
    .where('article.lang', '=', lang)
    .where('article.id', '>', after)
    .orderBy('article.id')
    .limit(limit)
    .execute()
  return rows.map(({ id }) => id)
}

/** Says what the library says by now: of two changes the later may be heard of first. */
async function sayAnew(unit: Unit, gawai: Gawai, article: Id, { picture, lang, former }: Following): Promise<void> {
  const { alt_id, alt_en } = await unit.tx
    .selectFrom('picture')
    .select(['alt_id', 'alt_en'])
    .where('id', '=', picture)
    .executeTakeFirstOrThrow()
  const alt = { id: alt_id, en: alt_en }[lang]
  const files = await unit.tx.selectFrom('picture_file').select('file').where('picture_id', '=', picture).execute()
  const hrefs = new Set<unknown>(files.map(({ file }) => hrefOf(file)))
  const isFromLibrary = (own: unknown) => own === undefined || own === '' || own === former
  await changeDocuments(unit, gawai, article, (document) =>
    withImages(document, (attrs) =>
      hrefs.has(attrs['src']) && isFromLibrary(attrs['alt']) && (attrs['alt'] ?? '') !== alt
        ? { ...attrs, alt }
        : attrs,
    ),
  )
}

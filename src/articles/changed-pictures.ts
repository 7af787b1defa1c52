import { formerFiles, hrefOf, type KeptPicture } from '#media'
import type { Id } from '#platform/database/tables.ts'
import type { Unit } from '#platform/database/unit.ts'
import type { Gawai } from '#platform/gawai.ts'
import { changeDocuments, withImages } from './change-documents.ts'
import type { Document } from './document/index.ts'
import { inEachArticle } from './each-article.ts'

/**
 * When a picture of the library shows another file, every article that shows it gets a revision with that, and what was
 * published is published again as of the day it was changed last: to its readers nothing but the picture is new.
 */
export function followPictures(gawai: Gawai): void {
  // Not by what the event says: of two changes the later may be heard of first.
  gawai.reactions.on('picture.changed', 'follow-picture', ({ picture }) =>
    inEachArticle(
      gawai,
      (after, limit) => showingFormer(gawai, { picture, after, limit }),
      (unit, article) => showAnew(unit, gawai, { article, picture }),
    ),
  )
}

async function showingFormer(
  { db }: Gawai,
  { picture, after, limit }: { picture: Id; after: Id; limit: number },
): Promise<Id[]> {
  const rows = await db
    .selectFrom('picture')
    .innerJoin('picture_file', 'picture_file.picture_id', 'picture.id')
    .innerJoin('picture_use', 'picture_use.file', 'picture_file.file')
    .innerJoin('article', 'article.id', 'picture_use.user_id')
    .select('article.id')
    .distinct()
    .where('picture.id', '=', picture)
    .whereRef('picture_file.file', '!=', 'picture.file')
    .where('article.id', '>', after)
    .orderBy('article.id')
    .limit(limit)
    .execute()
  return rows.map(({ id }) => id)
}

async function showAnew(unit: Unit, gawai: Gawai, { article, picture }: { article: Id; picture: Id }): Promise<void> {
  const { now, former } = await formerFiles(unit, picture)
  const hrefs = new Set(former.map(hrefOf))
  await changeDocuments(unit, gawai, article, (document) => withPicture(document, hrefs, now))
}

/** @returns the same document when it shows none of the files */
const withPicture = (
  document: Document,
  former: ReadonlySet<string>,
  { src, width, height, colour }: KeptPicture,
): Document =>
  withImages(document, (attrs) =>
    typeof attrs['src'] === 'string' && former.has(attrs['src']) ? { ...attrs, src, width, height, colour } : attrs,
  )

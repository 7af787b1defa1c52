import { type PublishedArticle, publishedArticle } from '#articles'
import { dayInWords } from '#look/time.ts'
import type { ShareCard } from '#media'
import type { Gawai } from '#platform/gawai.ts'
import { siteName, siteZone } from '#platform/settings.ts'

/** In pixels, as the places where links are shared want it. */
export const shareCardSize = { width: 1200, height: 630 }

/** Where the picture lies that stands for an article elsewhere. Another revision has another. */
export const shareCardPath = ({ id, revision }: Pick<PublishedArticle, 'id' | 'revision'>): string =>
  `/media/cards/${id}-${revision}.jpg`

/** What the card of that name says; undefined when no published article has it. */
export async function shareCardFacts(gawai: Gawai, file: string): Promise<ShareCard | undefined> {
  const [, id, revision] = /^(\d{1,16})-(\d{1,16})\.jpg$/.exec(file) ?? []
  const article = id === undefined ? undefined : await publishedArticle(gawai, Number(id))
  if (!article || article.revision !== Number(revision)) return undefined
  const { lang, title, section, publishedAt, picture } = article
  return {
    site: gawai.settings.get(siteName),
    label: section?.name ?? '',
    title,
    when: dayInWords(publishedAt, { lang, zone: gawai.settings.get(siteZone) }),
    picture: picture?.src,
  }
}

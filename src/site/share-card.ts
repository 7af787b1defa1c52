import { createHash } from 'node:crypto'
import { type PublishedArticle, publishedArticle } from '#articles'
import { dayInWords } from '#look/time.ts'
import type { ShareCard } from '#media'
import type { Gawai } from '#platform/gawai.ts'
import { siteName, siteZone } from '#platform/settings.ts'

/** In pixels, as the places where links are shared want it. */
export const shareCardSize = { width: 1200, height: 630 }

type Shared = Pick<PublishedArticle, 'id' | 'lang' | 'title' | 'section' | 'publishedAt' | 'picture'>

/** What stands for an article elsewhere. */
function shareCardOf({ settings }: Pick<Gawai, 'settings'>, article: Shared): ShareCard {
  const { lang, title, section, publishedAt, picture } = article
  return {
    site: settings.get(siteName),
    label: section?.name ?? '',
    title,
    when: dayInWords(publishedAt, { lang, zone: settings.get(siteZone) }),
    picture: picture?.src,
  }
}

/** Where its card lies. A card that says anything else lies elsewhere: those who have seen one keep it. */
export function shareCardPath(gawai: Pick<Gawai, 'settings'>, article: Shared): string {
  const said = createHash('sha256')
    .update(JSON.stringify(shareCardOf(gawai, article)))
    .digest('hex')
  return `/media/cards/${article.id}-${said.slice(0, digits)}.jpg`
}

const digits = 12

/** What the card of that name says; undefined when no published article has it, also when one had it before. */
export async function shareCardNamed(gawai: Gawai, file: string): Promise<ShareCard | undefined> {
  const id = /^([1-9]\d{0,15})-[0-9a-f]{12}\.jpg$/.exec(file)?.[1]
  const article = id === undefined ? undefined : await publishedArticle(gawai, Number(id))
  return article && shareCardPath(gawai, article) === `/media/cards/${file}` ? shareCardOf(gawai, article) : undefined
}

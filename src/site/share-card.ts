import { createHash } from 'node:crypto'
import { type PublishedArticle, publishedArticle } from '#articles'
import { lookTokens } from '#look/theme.ts'
import { dayInWords } from '#look/time.ts'
import { coloursOf } from '#look/tokens.ts'
import type { ShareCard } from '#media'
import type { Gawai } from '#platform/gawai.ts'
import { securityHeaders } from '#platform/http/security-headers.ts'
import { siteName, siteZone } from '#platform/settings.ts'

/** In pixels, as the places where links are shared want it. */
export const shareCardSize = { width: 1200, height: 630 }

type Shared = Pick<PublishedArticle, 'id' | 'lang' | 'title' | 'section' | 'publishedAt' | 'picture'>

/** What stands for an article elsewhere. */
function shareCardOf({ settings }: Pick<Gawai, 'settings'>, article: Shared): ShareCard {
  const { paper, ink, quiet, accent } = coloursOf(settings.get(lookTokens), 'light')
  const { lang, title, section, publishedAt, picture } = article
  return {
    site: settings.get(siteName),
    label: section?.name ?? '',
    title,
    when: dayInWords(publishedAt, { lang, zone: settings.get(siteZone) }),
    colours: { paper, ink, quiet, accent },
    picture: picture?.src,
  }
}

/** Where its card lies. A card that says anything else or looks different lies elsewhere: those who have seen one keep it. */
export function shareCardPath(gawai: Pick<Gawai, 'settings'>, article: Shared): string {
  const said = createHash('sha256')
    .update(JSON.stringify(shareCardOf(gawai, article)))
    .digest('hex')
  return `/media/cards/${article.id}-${said.slice(0, digits)}.jpg`
}

const digits = 12

/** What the card of that name says; undefined when no published article has it, also when one had it before. */
export async function shareCardNamed(gawai: Gawai, file: string): Promise<ShareCard | undefined> {
  const article = await articleOfCard(gawai, file)
  return article && shareCardPath(gawai, article) === `/media/cards/${file}` ? shareCardOf(gawai, article) : undefined
}

/** A day's change may be taken back, and the way with it. */
const aMinute = 'public, max-age=60'

/**
 * The way from a card's old address, which stands wherever the article was shared before its headline or the site's
 * colours changed, to the card of today. Undefined when no article that readers see has such a card.
 */
export async function formerShareCard(gawai: Gawai, file: string): Promise<Response | undefined> {
  const article = await articleOfCard(gawai, file)
  if (!article) return undefined
  const headers = { ...securityHeaders, location: shareCardPath(gawai, article), 'cache-control': aMinute }
  return new Response(null, { status: 302, headers })
}

async function articleOfCard(gawai: Gawai, file: string): Promise<PublishedArticle | undefined> {
  const id = /^([1-9]\d{0,15})-[0-9a-f]{12}\.jpg$/.exec(file)?.[1]
  return id === undefined ? undefined : publishedArticle(gawai, Number(id))
}

import type { Content } from '#articles'
import type { Language } from '#platform/settings.ts'
import { slugOf } from '#platform/slug.ts'
import { type ContentOptions, readContent } from './content.ts'
import { newReading } from './content-reading.ts'
import { takeNewsroomLines } from './newsroom-lines.ts'
import { decoded } from './permalinks.ts'
import { plainWords } from './plain-words.ts'
import { seoOf } from './seo.ts'
import { withoutShortcodes } from './shortcode-readers.ts'
import type { Signer, Signers } from './signers.ts'
import type { WxrItem, WxrSite } from './wxr.ts'

/** An item's words, read before anything is written. */
export interface ReadItem {
  item: WxrItem
  content: Omit<Content, 'bylines' | 'sections' | 'topics' | 'sources'>
  /** Writer and editor. */
  signOff?: [Signer, Signer]
  /** How many further pages the text was parted into. */
  morePages: number
  notUnderstood: string[]
}

export interface Surroundings {
  site: WxrSite
  lang: Language
  signers: Signers
  content: ContentOptions
}

const longestTitle = 300
const longestSummary = 600
const untitled: Record<Language, string> = { id: 'Tanpa judul', en: 'Untitled' }

export function readItem(item: WxrItem, { site, lang, signers, content: options }: Surroundings): ReadItem {
  const { document: whole, notUnderstood, morePages } = readContent(item.content, options)
  const { document, dateline, signOff } = takeNewsroomLines(whole, {
    outlets: outletsOf(site),
    signer: (initials) => signers.byInitials(initials, item.creator),
  })
  const title = plainWords(item.title).slice(0, longestTitle) || untitled[lang]
  const seo = seoOf(item, title, site)
  return {
    item,
    notUnderstood: [...notUnderstood, ...notPlaced(item)],
    morePages,
    content: {
      title,
      slug: slugHere(item, title),
      summary: excerptOf(item).slice(0, longestSummary),
      document,
      ...(dateline !== undefined && { dateline }),
      ...(seo && { seo }),
    },
    ...(signOff && { signOff }),
  }
}

/** "BERITA" of "Berita" and of https://berita.example. */
function outletsOf({ title, address }: WxrSite): string[] {
  const host = URL.canParse(address) ? new URL(address).hostname.replace(/^www\./, '') : ''
  return [plainWords(title), host.split('.')[0] ?? ''].filter((name) => name !== '')
}

function excerptOf({ excerpt }: WxrItem): string {
  return plainWords(excerpt.includes('[') ? withoutShortcodes(excerpt, newReading()) : excerpt)
}

const placedDomains = /^(category|post_tag|tag|author|post_format|nav_menu|language|post_translations|wp_\w+)$/

/** Lists of plug-ins (brand, series) have no like here; their terms are named so that somebody can see to them. */
function notPlaced({ terms }: WxrItem): string[] {
  const lost = terms.filter(({ domain }) => !placedDomains.test(domain))
  return lost.map(({ domain, name, slug }) => `its ${domain} "${plainWords(name) || slug}" has no place here yet`)
}

function slugHere({ slug, id }: WxrItem, title: string): string {
  const given = decoded(slug)
    .normalize('NFC')
    .replace(/[\s/?#\\]+/g, '-')
  return given || slugOf(title) || `naskah-${id}`
}

import type { Content } from '#articles'
import { metaOf } from './item-facts.ts'
import { plainWords } from './plain-words.ts'
import type { WxrItem, WxrSite } from './wxr.ts'

/** Title and description for search engines, as Yoast, Rank Math or All in One SEO kept them. */
export function seoOf(item: WxrItem, title: string, site: WxrSite): Content['seo'] {
  const siteName = plainWords(site.title)
  const words = wordsFor(item, title, siteName, plainWords(site.description))
  const filled = (...keys: string[]) => {
    const text = keys.map((key) => metaOf(item, key)).find((value) => value !== undefined)
    return text === undefined ? undefined : plainWords(fill(text, words))
  }
  const whole = filled('_yoast_wpseo_title', 'rank_math_title', '_aioseo_title')
  const seoTitle = whole === undefined ? undefined : withoutSite(whole, siteName).slice(0, 200)
  const description = filled('_yoast_wpseo_metadesc', 'rank_math_description', '_aioseo_description')?.slice(0, 600)
  const differs = seoTitle !== title && seoTitle
  if (!differs && !description) return undefined
  return { ...(differs && { title: differs }), ...(description && { description }) }
}

function wordsFor(item: WxrItem, title: string, sitename: string, sitedesc: string): Record<string, string> {
  const first = (domain: string) => plainWords(item.terms.find((term) => term.domain === domain)?.name ?? '')
  const excerpt = plainWords(item.excerpt)
  const category = first('category')
  return {
    title,
    post_title: title,
    sitename,
    site_title: sitename,
    sitedesc,
    tagline: sitedesc,
    sep: '–',
    separator_sa: '–',
    excerpt,
    excerpt_only: excerpt,
    category,
    primary_category: category,
    tag: first('post_tag'),
    focuskw: metaOf(item, '_yoast_wpseo_focuskw') ?? '',
    currentyear: item.date.slice(0, 4),
  }
}

/**
 * `%%title%% %%sep%% %%sitename%%` (Yoast), `%title% %sep%` (Rank Math), `#post_title #separator_sa` (All in One SEO);
 * what is unknown leaves no trace.
 */
function fill(text: string, words: Record<string, string>): string {
  const wordFor = (name: string) => (Object.hasOwn(words, name) ? (words[name] ?? '') : '')
  return text
    .replace(/%%([\w-]+)%%/g, (_, name: string) => wordFor(name))
    .replace(/%([a-z]\w*)(\([^()%]*\))?%/g, (_, name: string) => wordFor(name))
    .replace(/#([a-z]+_[a-z_]+)/g, (whole, name: string) => (Object.hasOwn(words, name) ? (words[name] ?? '') : whole))
    .replace(/^[\s–|·»-]+|[\s–|·»-]+$/g, '')
}

/** Pages here say the site's name behind every title. */
function withoutSite(title: string, site: string): string {
  if (site === '' || !title.endsWith(site)) return title
  const rest = title.slice(0, -site.length)
  return /\s[–—|·»:-]\s*$/.test(rest) ? rest.replace(/\s+[–—|·»:-]\s*$/, '') : title
}

import type { Content } from '#articles'
import { metaOf } from './item-facts.ts'
import type { WxrItem, WxrSite } from './wxr.ts'

/** Title and description for search engines, as Yoast, Rank Math or All in One SEO kept them. */
export function seoOf(item: WxrItem, title: string, { title: site }: WxrSite): Content['seo'] {
  const words = {
    title,
    sitename: site,
    sep: '–',
    page: '',
    excerpt: item.excerpt,
    category: item.terms.find(({ domain }) => domain === 'category')?.name ?? '',
  }
  const filled = (...keys: string[]) => {
    const text = keys.map((key) => metaOf(item, key)).find((value) => value !== undefined)
    return text === undefined ? undefined : fill(text, words)
  }
  const seoTitle = filled('_yoast_wpseo_title', 'rank_math_title', '_aioseo_title')?.slice(0, 200)
  const description = filled('_yoast_wpseo_metadesc', 'rank_math_description', '_aioseo_description')?.slice(0, 600)
  if (!seoTitle && !description) return undefined
  return { ...(seoTitle && { title: seoTitle }), ...(description && { description }) }
}

/** `%%title%% %%sep%% %%sitename%%` (Yoast) and `%title% %sep%` (Rank Math); what is unknown leaves no trace. */
function fill(text: string, words: Record<string, string>): string {
  return text
    .replace(/%%?(\w+)%%?/g, (_, name: string) => (Object.hasOwn(words, name) ? (words[name] ?? '') : ''))
    .replace(/\s+/g, ' ')
    .trim()
}

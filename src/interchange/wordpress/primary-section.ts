import { metaOf } from './item-facts.ts'
import { pathIn } from './old-addresses.ts'
import { decoded } from './permalinks.ts'
import type { WxrItem, WxrTerm } from './wxr.ts'

/**
 * The category whose label the article carried: as an SEO plug-in was told, else the one in its address. Answers its
 * slug, or nothing.
 */
export function primarySection(item: WxrItem, categories: readonly WxrTerm[]): string {
  const told = metaOf(item, '_yoast_wpseo_primary_category') ?? metaOf(item, 'rank_math_primary_category')
  const category = told === undefined ? undefined : categories.find(({ id }) => id !== '' && id === told)
  if (category) return decoded(category.slug)
  const own = new Set(item.terms.filter(({ domain }) => domain === 'category').map(({ slug }) => decoded(slug)))
  return (
    (pathIn(item.link) ?? '')
      .split('/')
      .map(decoded)
      .findLast((segment) => own.has(segment)) ?? ''
  )
}

import { isInUse } from '#articles'
import { devicesOfBrand } from '#devices'
import { findBrand } from '#organisations'
import { brandDevicesBlock } from '../device-blocks.ts'
import type { Edition } from '../edition.ts'
import { type ArticleList, listed, partnerOf } from './article-list.ts'

/** Everything about a maker. */
export async function brandList(own: Edition, slug: string): Promise<ArticleList | undefined> {
  const brand = await findBrand(own.gawai, slug, own.lang)
  if (!brand) return undefined
  const { id, name, about, url } = brand
  // Whoever only a draft names is nobody's business yet.
  const hasDevices = (await devicesOfBrand(own.gawai, id, { limit: 1 })).length > 0
  if (about === '' && !hasDevices && !(await isInUse(own.gawai, { kind: 'brand', id }))) return undefined
  return {
    ...listed(own, { kind: 'brand', id }, { name, description: about, path: own.paths.brand(brand.slug) }),
    ...(hasDevices && { opening: brandDevicesBlock(own, brand), isFull: true, empty: '' }),
    label: { name: own.say('list.brand'), path: own.paths.brands },
    ...(url !== undefined && { url }),
    ...(await partnerOf(own, ({ paths }) => paths.brand(brand.slug))),
  }
}

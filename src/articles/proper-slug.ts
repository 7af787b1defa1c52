import { Invalid } from '#platform/refusals.ts'
import { slugOf } from '#platform/slug.ts'

/** @throws Invalid for a word that cannot stand in an address, naming the one that could in its place */
export function refuseImproper(slug: string): void {
  const proper = slugOf(slug)
  if (proper === '') throw noSlugIn(slug)
  if (proper !== slug)
    throw new Invalid(`"${slug}" cannot stand in an address: "${proper}" can`, {
      key: 'refusedAddress.improper',
      values: { slug, proper },
    })
}

/** For words of which no address can be made. */
export const noSlugIn = (words: string): Invalid =>
  new Invalid(`"${words}" needs a letter or digit, or no address can be made of it`, {
    key: 'refusedAddress.noLetter',
    values: { words },
  })

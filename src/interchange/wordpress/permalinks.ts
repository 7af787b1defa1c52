import type { Scan } from './scan.ts'
import { pathOf } from './scan.ts'

/** A form must explain at least this share of the posts, or new articles keep the site's own form. */
const enough = 0.6

/** The form of the site's addresses in WordPress's spelling (`/%year%/%monthnum%/%postname%/`), read off its posts. */
export function permalinkForm({ samples }: Pick<Scan, 'samples'>): string | undefined {
  const votes = new Map<string, number>()
  for (const sample of samples) {
    const form = formOf(sample)
    if (form !== undefined) votes.set(form, (votes.get(form) ?? 0) + 1)
  }
  const [best] = [...votes].toSorted(([, one], [, other]) => other - one)
  return best && best[1] >= samples.length * enough ? best[0] : undefined
}

function formOf({ id, link, slug, date, terms, creator }: Scan['samples'][number]): string | undefined {
  const path = pathOf(link)
  if (path === undefined) return undefined
  const [year, monthnum, day, hour, minute, second] = date.split(/[-: ]/)
  const category = terms.find(({ domain }) => domain === 'category')?.slug
  const facts: [string, string | undefined][] = [
    ['postname', slug],
    ['year', year],
    ['monthnum', monthnum],
    ['day', day],
    ['post_id', id],
    ['category', category],
    ['author', creator],
    ['hour', hour],
    ['minute', minute],
    ['second', second],
  ]
  const used = new Set<string>()
  const segments = path.split('/').map((segment) => {
    const fact = facts.find(
      ([name, value]) => !used.has(name) && value !== undefined && value !== '' && sameWord(segment, value),
    )
    if (!fact) return segment
    used.add(fact[0])
    return `%${fact[0]}%`
  })
  return used.has('postname') || used.has('post_id') ? segments.join('/') : undefined
}

function sameWord(segment: string, value: string): boolean {
  return segment.toLowerCase() === value.toLowerCase() || decoded(segment) === decoded(value)
}

/** Slugs come percent-encoded or not; a broken one is compared as it is. */
export function decoded(word: string): string {
  try {
    return decodeURIComponent(word)
  } catch {
    return word
  }
}

import { pathIn } from './old-addresses.ts'
import type { Scan } from './scan.ts'

/** A form must explain at least this share of the posts, or new articles keep the site's own form. */
const enough = 0.6

type Sample = Scan['samples'][number]

/** The form of the site's addresses in WordPress's spelling (`/%year%/%monthnum%/%postname%/`), read off its posts. */
export function permalinkForm({ samples, categories }: Pick<Scan, 'samples' | 'categories'>): string | undefined {
  const votes = new Map<string, number>()
  const slugs = new Set(categories.map(({ slug }) => decoded(slug)))
  for (const sample of samples) {
    const form = formOf(sample, slugs)
    if (form !== undefined) votes.set(form, (votes.get(form) ?? 0) + 1)
  }
  const [best] = [...votes].toSorted(([, one], [, other]) => other - one)
  return best && best[1] >= samples.length * enough ? best[0] : undefined
}

function formOf(sample: Sample, categories: ReadonlySet<string>): string | undefined {
  const path = pathIn(sample.link)
  if (path === undefined) return undefined
  const used = new Set<string>()
  const facts = factsOf(sample)
  const segments = path.split('/').map((segment) => tagOf(segment, facts, used))
  const form = withoutParents(segments, categories).join('/')
  return used.has('postname') || used.has('post_id') ? form : undefined
}

/** In the order in which a segment that could be several is read. */
function factsOf({ id, slug, date, terms, creator }: Sample): [tag: string, value: string][] {
  const [year = '', monthnum = '', day = '', hour = '', minute = '', second = ''] = date.split(/[-: ]/)
  const facts: [string, string][] = [
    ['postname', slug],
    ['year', year],
    ['monthnum', monthnum],
    ['day', day],
    ['post_id', id],
    ...terms.filter(({ domain }) => domain === 'category').map((term): [string, string] => ['category', term.slug]),
    ['author', creator],
    ['hour', hour],
    ['minute', minute],
    ['second', second],
  ]
  return facts.filter(([, value]) => value !== '')
}

function tagOf(segment: string, facts: readonly [string, string][], used: Set<string>): string {
  const whole = facts.find(([tag, value]) => !used.has(tag) && sameWord(segment, value))
  if (!whole) return joinedTags(segment, facts, used)
  used.add(whole[0])
  return `%${whole[0]}%`
}

/** `%postname%.html`, `%post_id%-%postname%`: the parts of a segment are parted by a sign. */
function joinedTags(segment: string, facts: readonly [string, string][], used: Set<string>): string {
  let form = decoded(segment)
  for (const [tag, value] of facts) {
    if (used.has(tag) || !/^(postname|post_id)$/.test(tag)) continue
    const at = form.indexOf(decoded(value))
    const before = form[at - 1] ?? '-'
    const after = form[at + decoded(value).length] ?? '-'
    if (at === -1 || /[^-._%]/.test(before + after)) continue
    used.add(tag)
    form = `${form.slice(0, at)}%${tag}%${form.slice(at + decoded(value).length)}`
  }
  return form.includes('%postname%') || form.includes('%post_id%') ? form : segment
}

/** `/gadget/ponsel/slug/` is `/%category%/%postname%/` where "ponsel" stands below "gadget". */
function withoutParents(segments: readonly string[], categories: ReadonlySet<string>): string[] {
  const place = segments.indexOf('%category%')
  const first = segments.findLastIndex((segment, index) => index < place && !categories.has(decoded(segment)))
  return segments.filter((_, index) => place === -1 || index <= first || index >= place)
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

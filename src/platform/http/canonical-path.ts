/**
 * The one spelling of a path: every segment percent-decoded as UTF-8, composed (NFC) and encoded again, so that
 * `/caf%c3%a9/` and `/café/` are the same address. Addresses are kept in this spelling and requests are brought to it.
 *
 * @param path begins with a slash and has no query
 * Slashes that stand beside each other count as one: old systems wrote such links.
 *
 * @returns undefined for what is no address of ours: bad encoding, control characters, a backslash, an encoded
 * slash, dot segments
 */
export function canonicalPath(path: string): string | undefined {
  if (path.length > longest) return undefined
  if (plainPath.test(path)) return hasDotSegment.test(path) ? undefined : path
  if (!path.startsWith('/')) return undefined
  const segments = path
    .replace(/\/{2,}/g, '/')
    .slice(1)
    .split('/')
  const canonical: string[] = []
  for (const [index, segment] of segments.entries()) {
    if (segment === '' && index === segments.length - 1) canonical.push('')
    else {
      const name = decoded(segment)
      if (name === undefined || name === '.' || name === '..' || forbidden.test(name)) return undefined
      canonical.push(encodeURIComponent(name.normalize('NFC')))
    }
  }
  return `/${canonical.join('/')}`
}

/** No address of ours comes near; what is kept under a longer one would only fill the store. */
const longest = 2000

/** What nearly every address looks like: nothing to decode, nothing to encode. */
const plainPath = /^(\/[\w.~-]+)*\/?$/
const hasDotSegment = /\/\.\.?(\/|$)/
// oxlint-disable-next-line no-control-regex -- control characters are what it looks for
const forbidden = /[\u0000-\u001f\u007f\\/]/

function decoded(segment: string): string | undefined {
  try {
    return decodeURIComponent(segment)
  } catch {
    return undefined
  }
}

/**
 * The oldest form of a WordPress address, which also is its short link: `/?p=17`, `/?page_id=17`.
 *
 * @returns `/?p=17`, or undefined when the address is not of that form
 */
export function plainForm(url: string): string | undefined {
  const id = /^\/\?(?:[^#]*&)?(?:p|page_id)=(\d{1,15})(?:[&#]|$)/.exec(url)?.[1]
  return id === undefined ? undefined : `/?p=${id}`
}

export const isPlainForm = (path: string): boolean => path.startsWith('/?p=')

const schemes = new Set(['http:', 'https:', 'mailto:', 'tel:'])
/** Browsers strip these anywhere in an address, so `java\nscript:` is `javascript:`. */
// oxlint-disable-next-line no-control-regex -- control characters are what it looks for
const ignoredByBrowsers = /[\u0000-\u0020\u007f-\u009f\u00ad\u200b-\u200f\u2028\u2029\ufeff]/g
const blankEnds = /^[\s\p{Cc}\p{Cf}]+|[\s\p{Cc}\p{Cf}]+$/gu
const scheme = /^[a-z][a-z0-9+.-]*:/i
const longest = 2000

/**
 * The one judge of every address that a document holds: http(s), mail, telephone, a path of this site or a place on
 * the page. Everything else (`javascript:`, `data:`, `//host`, `\\host`) is no address.
 *
 * @returns the address as it may stand in markup, or undefined
 */
export function webAddress(written: string): string | undefined {
  const address = written.length > longest ? undefined : judged(written.replace(blankEnds, ''))
  // Encoding makes an address longer, and what it answers must pass once more.
  return address !== undefined && address.length <= longest ? address : undefined
}

function judged(address: string): string | undefined {
  const bare = address.replace(ignoredByBrowsers, '')
  if (bare === '' || bare.includes('\\')) return undefined
  if (bare.startsWith('#') || (bare.startsWith('/') && !bare.startsWith('//'))) return encodeSpaces(address)
  if (!scheme.test(bare)) return undefined
  try {
    const url = new URL(bare)
    return schemes.has(url.protocol) ? url.href : undefined
  } catch {
    return undefined
  }
}

/** Where a picture may lie: on the web or at a path of this site. */
export const isPictureAddress = (address: string): boolean => /^(https?:|\/)/.test(address)
/** Where something lies that a frame could show. */
export const isPageAddress = (address: string): boolean => /^https?:/.test(address)

/** Whether the address leads away from this site. */
export const isElsewhere = (address: string): boolean => /^https?:/i.test(address)

/** "//host/path" in markup means the scheme of the page that it stood on. */
export const withScheme = (written: string): string => (/^\s*\/\//.test(written) ? `https:${written.trim()}` : written)

const encodeSpaces = (address: string) =>
  address.replaceAll(' ', '%20').replace(ignoredByBrowsers, '').replace(/\s/g, encodeURIComponent)

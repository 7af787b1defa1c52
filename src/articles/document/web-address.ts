import { z } from 'zod'

const schemes = new Set(['http:', 'https:', 'mailto:', 'tel:'])
/** Browsers strip these anywhere in an address, so `java\nscript:` is `javascript:`. */
// oxlint-disable-next-line no-control-regex -- control characters are what it looks for
const ignoredByBrowsers = /[\u0000-\u0020\u007f-\u009f\u00ad\u200b-\u200f\u2028\u2029\ufeff]/g
const scheme = /^[a-z][a-z0-9+.-]*:/i
const longest = 2000

/**
 * The one judge of every address that a document holds: http(s), mail, telephone, a path of this site or a place on
 * the page. Everything else (`javascript:`, `data:`, `//host`, `\\host`) is no address.
 *
 * @returns the address as it may stand in markup, or undefined
 */
export function webAddress(written: string): string | undefined {
  const address = written.trim()
  const bare = address.replace(ignoredByBrowsers, '')
  if (bare === '' || address.length > longest || bare.includes('\\')) return undefined
  if (bare.startsWith('#') || (bare.startsWith('/') && !bare.startsWith('//')))
    return bare === address ? address : encodeSpaces(address)
  if (!scheme.test(bare)) return undefined
  try {
    const url = new URL(bare)
    return schemes.has(url.protocol) ? url.href : undefined
  } catch {
    return undefined
  }
}

/** An address in a document's schema: what `webAddress` lets through as it is. */
export const addressSchema = z
  .string()
  .max(longest)
  .refine((written) => webAddress(written) !== undefined, 'is no web address, path or mail address')

/** Whether the address leads away from this site. */
export const isElsewhere = (address: string): boolean => /^https?:/i.test(address)

const encodeSpaces = (address: string) => address.replaceAll(' ', '%20').replace(ignoredByBrowsers, '')

import { Forbidden } from '../refusals.ts'

/**
 * Lets through what a page of this site asks. Browsers say where a request comes from in one of two headers; a request
 * that says neither is refused, too (ASVS 5.0, 3.5.1; Fetch Metadata).
 *
 * @throws Forbidden for what another site makes somebody's browser ask
 */
export function refuseForeign({ headers, url }: Request, origin: string): void {
  const site = headers.get('sec-fetch-site')
  const said = headers.get('origin')
  // A site without encryption is also what the machine calls it; one with encryption is not its unencrypted twin.
  const isOwn = (address: string) =>
    address === new URL(origin).origin || (origin.startsWith('http:') && address === new URL(url).origin)
  const isSame = site === null ? said !== null && isOwn(said) : site === 'same-origin' && (said === null || isOwn(said))
  if (!isSame)
    throw new Forbidden('This was not asked from a page of this site, so it was not done', { key: 'refused.foreign' })
}

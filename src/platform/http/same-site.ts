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
  const isOwn = (address: string) => {
    if (!URL.canParse(address)) return false
    const { host } = new URL(address)
    return host === new URL(url).host || host === new URL(origin).host
  }
  const isSame = site === null ? said !== null && isOwn(said) : site === 'same-origin' && (said === null || isOwn(said))
  if (!isSame)
    throw new Forbidden('This was not asked from a page of this site, so it was not done', { key: 'refused.foreign' })
}

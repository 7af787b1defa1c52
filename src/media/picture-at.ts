import type { Gawai } from '#platform/gawai.ts'
import { securityHeaders } from '#platform/http/security-headers.ts'
import { typeOf } from './formats.ts'
import { isFileName, storedName } from './names.ts'

/**
 * Answers with a kept picture. Only the storage is asked, so pictures are shown while the database is away.
 *
 * @param file the last segment of its address
 * @returns undefined when there is no such picture
 */
export async function pictureAt(
  { storage }: Pick<Gawai, 'storage'>,
  request: Request,
  file: string,
): Promise<Response | undefined> {
  if (!isFileName(file)) return undefined
  const headers = headersOf(file)
  const isKnown = knows(request.headers.get('if-none-match'), headers.etag)
  if (isKnown || request.method === 'HEAD') {
    const size = await storage.size(storedName(file))
    if (size === undefined) return undefined
    if (isKnown) return new Response(null, { status: 304, headers })
    return new Response(null, { headers: { ...headers, ...bodyHeaders(file, size) } })
  }
  const bytes = await storage.get(storedName(file))
  return bytes && new Response(new Uint8Array(bytes), { headers: { ...headers, ...bodyHeaders(file, bytes.length) } })
}

/** The name is made from the bytes, so it tells them apart for ever. */
const headersOf = (file: string) => ({
  etag: `"${file.replace(/\..*$/, '')}"`,
  'cache-control': 'public, max-age=31536000, immutable',
  ...securityHeaders,
})

const bodyHeaders = (file: string, length: number) => ({
  'content-type': typeOf(file.replace(/^.*\./, '')),
  'content-length': String(length),
})

/** If-None-Match is a list of tags, or `*` (RFC 9110 §13.1.2). */
function knows(ifNoneMatch: string | null, etag: string): boolean {
  const tags = (ifNoneMatch ?? '').split(',').map((tag) => tag.trim().replace(/^W\//, ''))
  return tags.includes(etag) || tags.includes('*')
}

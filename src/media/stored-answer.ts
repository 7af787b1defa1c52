import { securityHeaders } from '#platform/http/security-headers.ts'
import type { Storage } from '#platform/storage.ts'
import type { Trouble } from './darkroom-work.ts'
import { endingOf, typeOf } from './formats.ts'

/**
 * Answers with a stored file whose name changes with its bytes: whoever has it need never ask again (`caching` says otherwise). Only the storage
 * is asked, so pictures are shown while the database is away.
 *
 * @returns undefined when there is no such file
 */
export async function storedAnswer(
  storage: Storage,
  request: Request,
  name: string,
  caching = forEver,
): Promise<Response | undefined> {
  const headers = headersOf(name, caching)
  const isKnown = knows(request.headers.get('if-none-match'), headers.etag)
  if (isKnown || request.method === 'HEAD') {
    const size = await storage.size(name)
    if (size === undefined) return undefined
    if (isKnown) return new Response(null, { status: 304, headers })
    return new Response(null, { headers: { ...headers, ...bodyHeaders(name, size) } })
  }
  const file = await storage.open(name)
  return file && new Response(file.stream(), { headers: { ...headers, ...bodyHeaders(name, file.size) } })
}

/** Stands in for a file that could not be made: a later request may find it. */
export async function standIn(storage: Storage, request: Request, name: string): Promise<Response | undefined> {
  const file = await storage.open(name)
  if (!file) return undefined
  const headers = { ...securityHeaders, 'cache-control': 'no-cache', ...bodyHeaders(name, file.size) }
  return new Response(request.method === 'HEAD' ? null : file.stream(), { headers })
}

/** Nothing can be shown now. A queue is short; what has gone wrong may go wrong again. */
export function laterAnswer(trouble: Trouble): Response {
  const seconds = trouble === 'busy' ? '5' : '30'
  return new Response(`The picture cannot be made just now; ask again in ${seconds} seconds.\n`, {
    status: 503,
    headers: { ...securityHeaders, 'retry-after': seconds, 'cache-control': 'no-store' },
  })
}

/** The name is made from what the bytes are made from, so it tells them apart for ever. */
const headersOf = (name: string, caching: string) => ({
  etag: `"${name.replace(/^.*\/|\.[^.]*$/g, '')}"`,
  'cache-control': caching,
  ...securityHeaders,
})

const forEver = 'public, max-age=31536000, immutable'

const bodyHeaders = (name: string, length: number) => ({
  'content-type': typeOf(endingOf(name)),
  'content-length': String(length),
})

/** If-None-Match is a list of tags, or `*` (RFC 9110 §13.1.2). */
function knows(ifNoneMatch: string | null, etag: string): boolean {
  const tags = (ifNoneMatch ?? '').split(',').map((tag) => tag.trim().replace(/^W\//, ''))
  return tags.includes(etag) || tags.includes('*')
}

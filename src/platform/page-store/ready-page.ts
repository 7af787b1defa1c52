import type { IncomingMessage, ServerResponse } from 'node:http'
import { gunzipSync } from 'node:zlib'
import { securityHeaders } from '../http/security-headers.ts'
import type { Composition } from './composition.ts'
import { type Drops, outOfDate } from './drops.ts'
import { type Fragment, joinFragments } from './fragment.ts'

/** A page that can be sent as it is: one buffer and the headers of each kind of answer, laid out beforehand. */
export interface ReadyPage {
  readonly composition: Composition
  readonly fragments: readonly Fragment[]
  readonly gzip: Buffer
  readonly length: number
  readonly etag: string
  readonly until: number
  readonly gzipHeaders: readonly string[]
  readonly plainHeaders: readonly string[]
  readonly unchangedHeaders: readonly string[]
  /** The count of drops at which all of it was last seen to hold. */
  seenAt: number
}

/** How an answer tells that it comes from the store while the database cannot be asked. */
export interface Staleness {
  /** Seconds since the store was last in step with the database (RFC 9111 §5.1). */
  age: number
}

export function readyPage(composition: Composition, fragments: readonly Fragment[]): ReadyPage {
  const { gzip, crc, length } = joinFragments(fragments)
  // Weak, because gzip and identity share it (RFC 9110 §8.8.1).
  const etag = `W/"${crc.toString(36)}-${length.toString(36)}"`
  const common = Object.entries({
    etag,
    vary: 'Accept-Encoding',
    'cache-control': 'no-cache',
    ...securityHeaders,
    ...composition.headers,
  }).flat()
  const typed = ['content-type', composition.type, ...common]
  return {
    composition,
    fragments,
    gzip,
    length,
    etag,
    until: fragments.reduce((soonest, fragment) => Math.min(soonest, fragment.until), Infinity),
    gzipHeaders: ['content-encoding', 'gzip', 'content-length', String(gzip.length), ...typed],
    plainHeaders: ['content-length', String(length), ...typed],
    unchangedHeaders: common,
    seenAt: outOfDate,
  }
}

/** Whether nothing that the page shows has changed since it was joined. */
export function isCurrent(page: ReadyPage, now: number, drops: Drops): boolean {
  if (now >= page.until) return false
  // Most requests come while nothing was dropped: one comparison answers them.
  if (page.seenAt === drops.count) return true
  const { composition, fragments } = page
  if (drops.isSince(composition.subject, composition.asOf)) return false
  for (const { subject, asOf } of fragments) if (drops.isSince(subject, asOf)) return false
  page.seenAt = drops.count
  return true
}

const unchanged = 304

/** What a request with these headers gets. */
export function answerOf(
  page: ReadyPage,
  { ifNoneMatch, acceptEncoding }: { ifNoneMatch: string | undefined; acceptEncoding: string | undefined },
): { status: number; headers: readonly string[]; body: Buffer | undefined } {
  const { status } = page.composition
  if (status === 200 && ifNoneMatch !== undefined && matches(ifNoneMatch, page.etag))
    return { status: unchanged, headers: page.unchangedHeaders, body: undefined }
  if (acceptsGzip(acceptEncoding)) return { status, headers: page.gzipHeaders, body: page.gzip }
  return { status, headers: page.plainHeaders, body: gunzipSync(page.gzip) }
}

export function staleHeaders({ age }: Staleness): string[] {
  return ['age', String(age), 'cache-status', 'gawai; hit; detail="database unreachable"']
}

export function sendPage(
  page: ReadyPage,
  request: IncomingMessage,
  response: ServerResponse,
  staleness: Staleness | undefined,
): void {
  const { headers } = request
  const {
    status,
    headers: lines,
    body,
  } = answerOf(page, { ifNoneMatch: headers['if-none-match'], acceptEncoding: headers['accept-encoding'] })
  response.writeHead(status, staleness ? [...lines, ...staleHeaders(staleness)] : (lines as string[])) // oxlint-disable-line typescript/no-unsafe-type-assertion -- writeHead only reads it
  response.end(request.method === 'HEAD' ? undefined : body)
}

/** The weak comparison of If-None-Match (RFC 9110 §13.1.2): a list of tags, or `*`. */
function matches(ifNoneMatch: string, etag: string): boolean {
  if (ifNoneMatch === etag || ifNoneMatch === '*') return true
  const opaque = etag.slice(2)
  return ifNoneMatch.split(',').some((tag) => tag.trim().replace(/^W\//, '') === opaque)
}

/** Nearly every client says "gzip, deflate, br"; the rest is read with care (RFC 9110 §12.5.3). */
function acceptsGzip(acceptEncoding: string | undefined): boolean {
  if (acceptEncoding === undefined) return false
  if (!acceptEncoding.includes(';')) return acceptEncoding.includes('gzip') || acceptEncoding.includes('*')
  const weights = new Map(
    acceptEncoding.split(',').map((entry): [string, number] => {
      const [coding = '', ...parameters] = entry.split(';').map((word) => word.trim().toLowerCase())
      const weight = parameters.find((parameter) => parameter.startsWith('q='))
      return [coding, weight === undefined ? 1 : Number(weight.slice(2))]
    }),
  )
  return (weights.get('gzip') ?? weights.get('x-gzip') ?? weights.get('*') ?? 0) > 0
}

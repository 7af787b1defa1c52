import type { IncomingMessage } from 'node:http'
import type { BlockList } from 'node:net'
import { isWithin } from './networks.ts'

/**
 * Decides whether a request is for this site. A foreign Host is refused, so that no name that somebody points
 * here can be mixed with the site's own (DNS rebinding, cache poisoning). Until the operator has said what the
 * site's address is, any loopback name is accepted.
 *
 * @param proxies whose `X-Forwarded-Host` counts instead of `Host`
 */
export function acceptedHosts(origin: string | undefined, proxies: BlockList): (request: IncomingMessage) => boolean {
  const own = origin === undefined ? undefined : new URL(origin).host
  return (request) => {
    const host = isWithin(proxies, request.socket.remoteAddress) ? forwardedHost(request) : request.headers.host
    if (host === undefined) return false
    return own === undefined ? isLoopbackHost(host) : host === own || host.toLowerCase() === own
  }
}

const loopback = /^(localhost|127(\.(25[0-5]|2[0-4]\d|1?\d?\d)){3}|\[::1\])(:\d{1,5})?$/i
const isLoopbackHost = (host: string) => loopback.test(host)

function forwardedHost({ headers }: IncomingMessage): string | undefined {
  const forwarded = headers['x-forwarded-host']
  const first = (Array.isArray(forwarded) ? forwarded[0] : forwarded)?.split(',')[0]?.trim()
  return first ?? headers.host
}

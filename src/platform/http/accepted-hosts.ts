import type { IncomingMessage } from 'node:http'
import { BlockList, isIP } from 'node:net'
import { Invalid } from '../refusals.ts'

/**
 * Decides whether a request is for this site. A foreign Host is refused, so that no name that somebody points
 * here can be mixed with the site's own (DNS rebinding, cache poisoning). Until the operator has said what the
 * site's address is, any loopback name is accepted.
 *
 * @param proxy addresses or networks (`10.0.0.0/8`) whose `X-Forwarded-Host` counts instead of `Host`
 * @throws Invalid for an entry of `proxy` that is neither
 */
export function acceptedHosts(
  origin: string | undefined,
  proxy: readonly string[],
): (request: IncomingMessage) => boolean {
  const own = origin === undefined ? undefined : new URL(origin).host
  const proxies = blockList(proxy)
  return (request) => {
    const host =
      proxy.length > 0 && isWithin(proxies, request.socket.remoteAddress)
        ? forwardedHost(request)
        : request.headers.host
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

function blockList(entries: readonly string[]): BlockList {
  const list = new BlockList()
  for (const entry of entries) {
    const [address = '', bits] = entry.split('/')
    const family = isIP(address)
    const most = family === 4 ? 32 : 128
    const length = bits === undefined ? most : Number(bits)
    if (family === 0 || !Number.isInteger(length) || length < 0 || length > most)
      throw new Invalid(`GAWAI_PROXY holds "${entry}"; it must be an address or a network such as 10.0.0.0/8`)
    list.addSubnet(address, length, family === 4 ? 'ipv4' : 'ipv6')
  }
  return list
}

function isWithin(list: BlockList, address: string | undefined): boolean {
  if (address === undefined) return false
  const plain = address.replace(/^::ffff:/, '')
  return list.check(plain, isIP(plain) === 6 ? 'ipv6' : 'ipv4')
}

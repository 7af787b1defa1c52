import type { IncomingHttpHeaders } from 'node:http'
import { type BlockList, isIP, isIPv6 } from 'node:net'
import { isWithin } from './networks.ts'

/** Who asks, as the network knows them. */
export interface Peer {
  /** An IPv4 or IPv6 address. */
  address: string
}

interface Asked {
  socket: { remoteAddress?: string | undefined }
  headers: IncomingHttpHeaders
}

/**
 * The address of whoever asks. Behind proxies that the operator trusts it is the last one in `X-Forwarded-For` that
 * is no such proxy: what stands before that, anybody can write. Where a proxy wrote something that is no address, what
 * stands before it counts as little.
 */
export function peerOf(request: Asked, proxies: BlockList): Peer {
  const direct = plain(request.socket.remoteAddress ?? '')
  if (!isWithin(proxies, direct)) return { address: direct }
  const said = [request.headers['x-forwarded-for']]
    .flat()
    .join(',')
    .split(',')
    .map((one) => plain(bare(one.trim())))
  const address = said.findLast((one) => !isWithin(proxies, one))
  return { address: address !== undefined && isIP(address) !== 0 ? address : direct }
}

/** Some proxies write the port, too. */
const bare = (said: string): string => /^\[([^\]]*)\](?::\d+)?$|^([\d.]+):\d+$/.exec(said)?.slice(1).join('') ?? said

/** IPv4 in the clothes of IPv6 is IPv4. */
const plain = (address: string): string => address.replace(/^::ffff:(?=\d+\.)/i, '')

/** The network that an address stands in: whoever owns one address of it owns them all (/24, /48). */
export function networkOf(address: string): string {
  if (!isIPv6(address)) return address.split('.').slice(0, 3).join('.')
  const [head = '', tail] = address.split('::')
  const before = head === '' ? [] : head.split(':')
  const after = tail === undefined || tail === '' ? [] : tail.split(':')
  const zeros = tail === undefined ? [] : Array<string>(Math.max(0, 8 - before.length - after.length)).fill('0')
  return [...before, ...zeros, ...after]
    .slice(0, 3)
    .map((part) => Number.parseInt(part, 16).toString(16))
    .join(':')
}

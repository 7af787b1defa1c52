import { BlockList, isIP } from 'node:net'

/** Networks that no address from a stranger's file may lead to (IANA special-purpose address registries). */
const closed = new BlockList()
for (const [net, prefix] of [
  ['0.0.0.0', 8],
  ['10.0.0.0', 8],
  ['100.64.0.0', 10],
  ['127.0.0.0', 8],
  ['169.254.0.0', 16],
  ['172.16.0.0', 12],
  ['192.0.0.0', 24],
  ['192.168.0.0', 16],
  ['198.18.0.0', 15],
  ['224.0.0.0', 3],
] as const)
  closed.addSubnet(net, prefix)
for (const [net, prefix] of [
  ['::', 127],
  ['64:ff9b::', 96],
  ['fc00::', 7],
  ['fe80::', 10],
  ['ff00::', 8],
] as const)
  closed.addSubnet(net, prefix, 'ipv6')

const closedName = /(^|\.)(localhost|local|internal|intranet|lan|home\.arpa)\.?$/i

/**
 * Whether an address from a stranger's file names a public web server: `http` or `https`, nobody's name in it, and
 * neither a private network nor this machine, however it is spelled. Says nothing of what a name resolves to.
 */
export function isPublicAddress(written: string): boolean {
  if (!URL.canParse(written)) return false
  const { protocol, hostname, username, password } = new URL(written)
  if (!/^https?:$/.test(protocol) || username !== '' || password !== '') return false
  const host = hostname.replace(/^\[|\]$/g, '')
  const family = isIP(host)
  if (family !== 0) return !closed.check(host, family === 6 ? 'ipv6' : 'ipv4')
  return host.includes('.') && !closedName.test(host)
}

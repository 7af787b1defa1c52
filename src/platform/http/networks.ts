import { BlockList, isIP } from 'node:net'
import { Invalid } from '../refusals.ts'

/**
 * The networks that an operator trusts.
 *
 * @param entries addresses or networks (`10.0.0.0/8`)
 * @throws Invalid for an entry that is neither
 */
export function networks(entries: readonly string[]): BlockList {
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

/** Whether an address stands in one of the networks. */
export function isWithin(list: BlockList, address: string | undefined): boolean {
  if (address === undefined) return false
  const plain = address.replace(/^::ffff:/, '')
  const family = isIP(plain)
  return family !== 0 && list.check(plain, family === 6 ? 'ipv6' : 'ipv4')
}

import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import fc from 'fast-check'
import { networks } from './networks.ts'
import { networkOf, peerOf } from './peer.ts'

const proxies = networks(['10.0.0.0/8', 'fd00::/8'])
const asked = (remoteAddress: string | undefined, forwarded?: string) => ({
  socket: { remoteAddress },
  headers: forwarded === undefined ? {} : { 'x-forwarded-for': forwarded },
})
const addressOf = (...request: Parameters<typeof asked>) => peerOf(asked(...request), proxies).address

const byte = fc.integer({ min: 0, max: 255 })
const group = fc.integer({ min: 0, max: 0xffff })
const proxy = fc.oneof(
  fc.tuple(byte, byte, byte).map((rest) => `10.${rest.join('.')}`),
  group.map((last) => `fd00::${last.toString(16)}`),
)
/** None of the operator's own networks. */
const outside = fc.oneof(
  fc.tuple(fc.integer({ min: 11, max: 223 }), byte, byte, byte).map((bytes) => bytes.join('.')),
  fc.ipV6().filter((address) => !/^fd|^::|^0+:|\./i.test(address)),
)
/** What somebody who wants to be another writes: addresses, also of proxies, ports, nonsense. */
const lie = fc.array(
  fc.oneof(outside, proxy, fc.constantFrom('unknown', '_hidden', '1.2.3.4:80', '', ',', '[::1]'), fc.string()),
)

describe('whoever asks', () => {
  it('is who the network says where no proxy stands before the program, whatever they write', () => {
    fc.assert(
      fc.property(outside, lie, (direct, said) => {
        assert.equal(addressOf(direct, said.join(', ')), direct)
      }),
    )
  })

  it('is who the outermost proxy of the operator saw, whatever they wrote before it', () => {
    const written = fc.constantFrom(
      (address: string) => address,
      (address: string) => (address.includes(':') ? `[${address}]:4711` : `${address}:4711`),
      (address: string) => (address.includes(':') ? address : `::ffff:${address}`),
    )
    fc.assert(
      fc.property(outside, lie, fc.array(proxy, { maxLength: 3 }), proxy, written, (real, said, chain, last, as) => {
        assert.equal(addressOf(last, [...said, as(real), ...chain].join(',')), real)
      }),
    )
  })

  it('is the proxy itself where it wrote what is no address, and not what stands before that', () => {
    assert.equal(addressOf('10.0.0.1', '203.0.113.9, unknown'), '10.0.0.1')
    assert.equal(addressOf('10.0.0.1', ''), '10.0.0.1')
    assert.equal(addressOf('10.0.0.1'), '10.0.0.1')
    assert.equal(addressOf(undefined), '')
  })

  it('is the same in IPv4 and in IPv4 in the clothes of IPv6', () => {
    assert.equal(addressOf('::ffff:203.0.113.9'), '203.0.113.9')
    assert.equal(addressOf('::ffff:10.0.0.1', '203.0.113.9'), '203.0.113.9')
  })
})

describe('a network', () => {
  it('holds the 256 addresses of a /24 and no other', () => {
    fc.assert(
      fc.property(byte, byte, byte, byte, byte, byte, (a, b, c, d, other, e) => {
        assert.equal(networkOf(`${a}.${b}.${c}.${d}`), networkOf(`${a}.${b}.${c}.${e}`))
        assert.equal(networkOf(`${a}.${b}.${c}.${d}`) === networkOf(`${a}.${b}.${other}.${d}`), c === other)
      }),
    )
  })

  it('holds the addresses of a /48, however they are written', () => {
    const groups = (count: number) => fc.array(fc.oneof(fc.constant(0), group), { minLength: count, maxLength: count })
    fc.assert(
      fc.property(groups(3), groups(5), groups(5), (head, tail, otherTail) => {
        const long = [...head, ...tail].map((one) => one.toString(16).padStart(4, '0')).join(':')
        const short = new URL(`http://[${[...head, ...otherTail].map((one) => one.toString(16)).join(':')}]/`).hostname
        assert.equal(networkOf(long), networkOf(short.slice(1, -1)))
        assert.equal(networkOf(long), head.map((one) => one.toString(16)).join(':'))
      }),
    )
  })
})

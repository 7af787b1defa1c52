import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { crc32, gunzipSync } from 'node:zlib'
import fc from 'fast-check'
import { crc32Combine } from './crc32-combine.ts'
import { joinFragments, makeFragment } from './fragment.ts'

describe('fragments laid one after the other', () => {
  it('have the CRC of their whole text', () =>
    fc.assert(
      fc.property(fc.uint8Array(), fc.uint8Array(), (one, other) => {
        assert.equal(crc32Combine(crc32(one), crc32(other), other.length), crc32(Buffer.concat([one, other])))
      }),
    ))

  it('unpack to their whole text, whatever stands in them', () =>
    fc.assert(
      fc.property(fc.array(fc.string({ unit: 'binary', maxLength: 100 }), { maxLength: 6 }), (texts) => {
        const fragments = texts.map((text, index) =>
          makeFragment({ subject: String(index), view: '' }, text, { asOf: 0 }),
        )
        assert.equal(String(gunzipSync(joinFragments(fragments).gzip)), texts.join(''))
      }),
    ))
})

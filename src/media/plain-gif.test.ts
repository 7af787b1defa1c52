import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import fc from 'fast-check'
import sharp from 'sharp'
import { drawing } from '#test/pictures.ts'
import { plainGif } from './plain-gif.ts'

const frames = await Promise.all(['#f00', '#0f0', '#00f'].map((colour) => drawing(9, 7, colour).png().toBuffer()))
const moving = await sharp(frames, { join: { animated: true } })
  .gif({ delay: [80, 120, 400], loop: 3 })
  .toBuffer()
const head = 13 + 3 * 2 ** (((moving[10] ?? 0) & 7) + 1)

/** Behind each piece its length, at last an empty one. */
const inPieces = (data: Uint8Array) => {
  const cut = Array.from({ length: Math.ceil(data.length / 255) }, (_, index) =>
    data.subarray(index * 255, (index + 1) * 255),
  )
  return Buffer.concat([...cut.flatMap((piece) => [Buffer.of(piece.length), piece]), Buffer.of(0)])
}
const comment = (data: Uint8Array) => Buffer.concat([Buffer.of(0x21, 0xfe), inPieces(data)])
const application = (name: string, data: Uint8Array) =>
  Buffer.concat([Buffer.of(0x21, 0xff, 11), Buffer.from(name, 'latin1'), inPieces(data)])

const data = fc.uint8Array({ maxLength: 700 })
const remark = fc.oneof(
  data.map(comment),
  data.map((bytes) => application('XMP DataXMP', bytes)),
  data.map((bytes) => application('ICCRGBG1012', bytes)),
  fc
    .tuple(fc.integer({ min: 2, max: 0xf8 }), data)
    .map(([label, bytes]) => Buffer.concat([Buffer.of(0x21, label), inPieces(bytes)])),
)
const remarks = fc.array(remark, { maxLength: 3 }).map((some) => Buffer.concat(some))

describe('a GIF without remarks', () => {
  it('is the same whatever remarks stood in it, and whatever followed its end', () => {
    const plain = plainGif(moving)
    fc.assert(
      fc.property(remarks, remarks, data, (before, after, behind) => {
        const blocks = moving.subarray(head, -1)
        const remarked = Buffer.concat([moving.subarray(0, head), before, blocks, after, moving.subarray(-1), behind])
        assert.deepEqual(plainGif(remarked), plain)
      }),
    )
    assert.deepEqual(plainGif(plain), plain)
  })

  it('has the frames, the times and the rounds that it had', async () => {
    const seen = async (bytes: Uint8Array) => {
      const { pages, delay, loop } = await sharp(bytes, { animated: true }).metadata()
      return { pages, delay, loop, pixels: await sharp(bytes, { animated: true }).raw().toBuffer() }
    }
    const before = await seen(moving)
    assert.deepEqual([before.pages, before.delay, before.loop], [3, [80, 120, 400], 3])
    assert.deepEqual(await seen(plainGif(moving)), before)
  })

  it('keeps nothing behind what says how often it runs', () => {
    const more = application('NETSCAPE2.0', Buffer.from('\x01\x03\x00rahasia', 'latin1'))
    const hiding = Buffer.concat([
      moving.subarray(0, head),
      Buffer.of(0x21, 0xff, 11),
      Buffer.from('NETSCAPE2.0\x03\x01\x03\x00\x07rahasia\x00', 'latin1'),
      more,
      moving.subarray(head),
    ])
    assert.doesNotMatch(Buffer.from(plainGif(hiding)).toString('latin1'), /rahasia/)
  })

  it('ends where it ends when its last byte is missing, and is refused when more is', () => {
    assert.deepEqual(plainGif(moving.subarray(0, -1)), plainGif(moving))
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 400 }), (noise) => {
        try {
          assert.ok(plainGif(noise).length <= noise.length + 1)
        } catch (error) {
          assert.ok(error instanceof RangeError)
        }
      }),
    )
    assert.throws(() => plainGif(moving.subarray(0, -3)), RangeError)
  })
})

import assert from 'node:assert/strict'
import { join } from 'node:path'
import { describe, it, type TestContext } from 'node:test'
import { Invalid } from '#platform/refusals.ts'
import { folderStorage } from '#platform/storage.ts'
import { pngHead, pngOf } from '#test/pictures.ts'
import { temporaryFolder } from '#test/temporary.ts'
import { keepPicture } from './keep-picture.ts'

const hex = (digits: string) => Buffer.from(digits.replace(/\s/g, ''), 'hex')
const latin = (text: string) => Buffer.from(text, 'latin1')

const startOfFrame = 'ffc0 0011 08 0200 0300 03 012200 021101 031101'
const plainJpeg = hex(`ffd8 ffe0 0010 4a46494600 0101 00 0001 0001 0000 ${startOfFrame} ffd9`)
const turned = '457869660000 4d4d002a00000008 0001 0112 0003 00000001 00060000 00000000'
const turnedJpeg = hex(`ffd8 ffe1 0022 ${turned} ${startOfFrame} ffd9`)
const gif = Buffer.concat([latin('GIF89a'), hex('0003 0002 800000 000000 ffffff 3b')])
const webp = Buffer.concat([latin('RIFF\x1a\0\0\0WEBPVP8X'), hex('0a000000 00000000 ff0200 ff0100')])
const box = (type: string, ...inner: Buffer[]) => {
  const body = Buffer.concat([latin(type), ...inner])
  const length = Buffer.alloc(4)
  length.writeUInt32BE(body.length + 4)
  return Buffer.concat([length, body])
}
const avif = Buffer.concat([
  box('ftyp', latin('avif\0\0\0\0mif1')),
  box('meta', hex('00000000'), box('iprp', box('ipco', box('ispe', hex('00000000 00000300 00000200'))))),
])

async function openKeeping(test: TestContext) {
  const storage = folderStorage(join(await temporaryFolder(test), 'files'))
  return { storage, keep: (bytes: Uint8Array, name = 'foto.jpg') => keepPicture({ storage }, { name, bytes }) }
}

describe('a picture that is kept', () => {
  const size = { width: 768, height: 512 }
  const kinds: [string, Buffer, { width: number; height: number }][] = [
    ['jpg', plainJpeg, size],
    ['jpg', turnedJpeg, { width: 512, height: 768 }],
    ['png', pngOf(3, 2), { width: 3, height: 2 }],
    ['gif', gif, size],
    ['webp', webp, size],
    ['avif', avif, size],
  ]

  it('is known by its bytes, whatever its name, and tells its size as it is shown', async (test) => {
    const { keep, storage } = await openKeeping(test)
    for (const [ending, bytes, expected] of kinds) {
      const { src, ...found } = await keep(bytes, 'catatan.txt')
      assert.match(src, new RegExp(`^/media/[0-9a-f]{32}\\.${ending}$`))
      assert.deepEqual(found, expected, ending)
      assert.deepEqual(await storage.get(src.replace('/media/', 'pictures/')), bytes)
    }
  })

  it('is kept once, however often and under whatever name it comes', async (test) => {
    const { keep, storage } = await openKeeping(test)
    const first = await keep(pngOf(3, 2), 'a.png')
    assert.deepEqual(await keep(pngOf(3, 2), 'b.jpg'), first)
    assert.notEqual((await keep(pngOf(2, 3))).src, first.src)
    assert.equal((await storage.list('pictures/')).length, 2)
  })
})

describe('a picture that cannot be shown', () => {
  const heavy = Buffer.concat([pngOf(1, 1), Buffer.alloc(12_000_000)])
  const cases: [string, Buffer, RegExp][] = [
    [
      'SVG',
      latin('<svg xmlns="http://www.w3.org/2000/svg" width="1" height="1"/>'),
      /is no JPEG, PNG, GIF, WebP or AVIF/,
    ],
    ['a TIFF', hex('49492a0008000000'), /is no JPEG/],
    ['a page', latin('<!doctype html><img src="x">'), /is no JPEG/],
    ['nothing', latin(''), /is no JPEG/],
    ['too many bytes', heavy, /has 12\.0 MB and 12 MB are the most/],
    ['too many pixels', pngHead(10_000, 6_001), /has 10000 × 6001 pixels; 60 million are the most/],
    ['a side too long', pngHead(100_001, 1), /100000 on a side/],
    ['no width', pngHead(0, 5), /is broken: its width and height cannot be read/],
    ['a head that ends', pngOf(3, 2).subarray(0, 18), /is broken/],
    ['a JPEG without a frame', hex('ffd8ffe000104a46494600'), /is broken/],
    ['a GIF of six bytes', latin('GIF89a'), /is broken/],
    ['a WebP of nothing', latin('RIFF\x1a\0\0\0WEBPVP8?'), /is broken/],
    ['an AVIF without boxes', box('ftyp', latin('avif')), /is broken/],
  ]

  it('is refused in one sentence that names it, and not kept', async (test) => {
    const { keep, storage } = await openKeeping(test)
    for (const [what, bytes, expected] of cases)
      await assert.rejects(
        keep(bytes, 'foto/layar.jpg'),
        (error) =>
          error instanceof Invalid &&
          error.message.startsWith('the picture "foto/layar.jpg" ') &&
          expected.test(error.message),
        what,
      )
    assert.deepEqual(await storage.list(''), [])
  })
})

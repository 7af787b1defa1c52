import assert from 'node:assert/strict'
import { join } from 'node:path'
import { describe, it, type TestContext } from 'node:test'
import sharp, { type Sharp } from 'sharp'
import { equipmentRoom } from '#platform/equipment.ts'
import { Invalid } from '#platform/refusals.ts'
import { folderStorage, type Storage } from '#platform/storage.ts'
import { colourAt, drawing, pngHead, pngOf } from '#test/pictures.ts'
import { temporaryFolder } from '#test/temporary.ts'
import { openDarkroom } from './darkroom.ts'
import { keepPicture } from './keep-picture.ts'

const hex = (digits: string) => Buffer.from(digits.replace(/\s/g, ''), 'hex')
const latin = (text: string) => Buffer.from(text, 'latin1')

const box = (type: string, ...inner: Buffer[]) => {
  const body = Buffer.concat([latin(type), ...inner])
  const length = Buffer.alloc(4)
  length.writeUInt32BE(body.length + 4)
  return Buffer.concat([length, body])
}

/** A GIF of so many frames, each a single pixel of a large canvas. */
function longGif(width: number, height: number, frames: number): Buffer {
  const head = Buffer.alloc(13)
  head.write('GIF89a', 'latin1')
  head.writeUInt16LE(width, 6)
  head.writeUInt16LE(height, 8)
  const frame = hex('2c0000000001000100000202440100')
  return Buffer.concat([head, ...Array.from({ length: frames }, () => frame), hex('3b')])
}

const noise = (sigma: number) => ({ type: 'gaussian', mean: 128, sigma }) as const

async function openKeeping(test: TestContext) {
  const storage = folderStorage(join(await temporaryFolder(test), 'files'))
  const equipment = equipmentRoom()
  test.after(() => equipment.close())
  const gawai = { storage, use: equipment.use }
  return { storage, keep: (bytes: Uint8Array, name = 'foto.jpg') => keepPicture(gawai, { name, bytes }), gawai }
}

const stored = async ({ storage }: { storage: Storage }, src: string) =>
  Buffer.from((await storage.get(src.replace('/media/', 'pictures/'))) ?? [])

describe('a picture that is kept', () => {
  const plain = drawing(48, 32, '#cc3300')
  const kinds = {
    jpg: plain.clone().jpeg(),
    png: plain.clone().png(),
    gif: plain.clone().gif(),
    webp: plain.clone().webp(),
    avif: plain.clone().avif(),
  }

  it('is known by its bytes, whatever its name, and tells its size and colour', async (test) => {
    const { keep, storage } = await openKeeping(test)
    for (const [ending, kind] of Object.entries(kinds)) {
      const bytes = await kind.toBuffer()
      const { src, colour, width, height } = await keep(bytes, 'catatan.txt')
      assert.match(src, new RegExp(`^/media/[0-9a-f]{32}\\.${ending}$`))
      assert.deepEqual([width, height], [48, 32], ending)
      assert.match(colour, /^#[cd][0-9a-f][2-3][0-9a-f]0[0-9a-f]$/, ending)
      assert.equal(await colourAt(await stored({ storage }, src), 20, 20), '#c30', ending)
      assert.deepEqual(await storage.get(src.replace('/media/', 'originals/')), bytes)
    }
  })

  it('stands upright and says nothing about the camera and its place', async (test) => {
    const { keep, storage } = await openKeeping(test)
    const secrets = { IFD0: { Copyright: 'Wulan Sasmita' }, IFD3: { GPSLatitude: '6/1 12/1 0/1', GPSLatitudeRef: 'S' } }
    // Its left half is red; the camera says that the left edge is up.
    const taken = drawing(60, 40, '#0000ff', { left: 0, top: 0, width: 30, height: 40, colour: '#ff0000' })
    const bytes = await taken.jpeg().withExif(secrets).withMetadata({ orientation: 6 }).toBuffer()
    assert.ok((await sharp(bytes).metadata()).exif?.includes('Wulan'))
    const { src, width, height } = await keep(bytes)
    const shown = await stored({ storage }, src)
    const { exif, icc, xmp, iptc, orientation } = await sharp(shown).metadata()
    assert.deepEqual(
      [width, height, exif, icc, xmp, iptc, orientation],
      [40, 60, undefined, undefined, undefined, undefined, undefined],
    )
    assert.deepEqual([await colourAt(shown, 20, 10), await colourAt(shown, 20, 50)], ['#f00', '#00f'])
  })

  it('is no wider than a page can show', async (test) => {
    const { keep, storage } = await openKeeping(test)
    const { src, width, height } = await keep(await drawing(3000, 300, '#123456').png().toBuffer())
    assert.deepEqual([width, height], [2400, 240])
    assert.equal((await sharp(await stored({ storage }, src)).metadata()).width, 2400)
  })

  it('is never much heavier than it came, if need be in another format', async (test) => {
    const { keep, storage } = await openKeeping(test)
    const grain = { create: { width: 1200, height: 1200, channels: 3, background: '#888', noise: noise(40) } } as const
    const few = await sharp(grain).png({ palette: true, colours: 16, dither: 0 }).toBuffer()
    const worn = await sharp(grain).jpeg({ quality: 20 }).toBuffer()
    for (const [bytes, ending] of [
      [few, 'webp'],
      [worn, 'jpg'],
    ] as const) {
      const { src, width } = await keep(bytes)
      const shown = await stored({ storage }, src)
      assert.deepEqual([src.replace(/.*\./, ''), width], [ending, 1200])
      assert.ok(shown.length <= bytes.length * 1.25, `${ending}: ${bytes.length} became ${shown.length}`)
    }
    assert.deepEqual((await storage.list('originals/')).map((name) => name.replace(/.*\./, '')).toSorted(), [
      'jpg',
      'png',
    ])
  })

  it('moves on when it is a GIF, and says no more than that', async (test) => {
    const { keep, storage } = await openKeeping(test)
    const frames = await Promise.all(['#f00', '#0f0'].map((colour) => drawing(8, 8, colour).png().toBuffer()))
    const bytes = await sharp(frames, { join: { animated: true } })
      .gif()
      .toBuffer()
    const remark = Buffer.from('\x21\xfe\x05Wulan\x00;', 'latin1')
    const remarked = Buffer.concat([bytes.subarray(0, -1), remark])
    assert.deepEqual(await stored({ storage }, (await keep(remarked)).src), bytes)
  })

  it('is kept once, however often and under whatever name it comes, and costs nothing the second time', async (test) => {
    const { keep, storage, gawai } = await openKeeping(test)
    const first = await keep(pngOf(3, 2), 'a.png')
    await gawai.use(openDarkroom).close()
    assert.deepEqual(await keep(pngOf(3, 2), 'b.jpg'), { ...first, name: 'b.jpg' })
    assert.equal((await storage.list('pictures/')).length, 2)
  })

  it('has a name that nobody finds out who has the same picture', async (test) => {
    const [ours, theirs] = [await openKeeping(test), await openKeeping(test)]
    const srcs = await Promise.all([ours, ours, theirs].map(({ keep }) => keep(pngOf(3, 2))))
    const [first, again, elsewhere] = srcs.map(({ src }) => src)
    assert.equal(first, again)
    assert.notEqual(first, elsewhere)
    assert.equal((await ours.storage.get('secrets/pictures'))?.length, 32)
  })

  it('has another address for other bytes and for another focal point', async (test) => {
    const { gawai } = await openKeeping(test)
    const srcs = new Set<string>()
    for (const bytes of [pngOf(3, 2), pngOf(2, 3)])
      for (const focus of [undefined, { x: 0, y: 0 }, { x: 0, y: 0.5 }])
        srcs.add((await keepPicture(gawai, { name: 'a.png', bytes, ...(focus && { focus }) })).src)
    assert.equal(srcs.size, 6)
  })
})

describe('a picture that cannot be shown', () => {
  const heavy = Buffer.concat([pngOf(1, 1), Buffer.alloc(12_000_000)])
  const cases: [string, Buffer, RegExp][] = [
    [
      'SVG',
      latin('<svg xmlns="http://www.w3.org/2000/svg" width="1" height="1"/>'),
      /is no JPEG, PNG, GIF, WebP or AVIF but an SVG drawing, .*export it as PNG/,
    ],
    ['SVG behind a remark', latin('<?xml version="1.0"?>\n<!-- a -->\n<svg>'), /but an SVG/],
    ['a HEIC', latin('\0\0\0\x18ftypheic\0\0\0\0'), /but a HEIC of a phone: export it as JPEG/],
    ['a Photoshop document', latin('8BPS\0\x01'), /but a Photoshop document: export/],
    ['an archive', latin('PK\x03\x04\x14'), /but a ZIP archive: unpack it/],
    ['a PDF', latin('%PDF-1.7'), /but a PDF: export the page/],
    ['a film', latin('\0\0\0\x18ftypisom'), /but a film: embed it/],
    ['a TIFF', hex('49492a0008000000'), /but a TIFF, .*export it as JPEG/],
    ['a page', latin('<!doctype html><img src="x">'), /is no JPEG/],
    ['nothing', latin(''), /it is empty; choose it once more/],
    ['a film of a GIF', longGif(5000, 1000, 101), /moves through 101 frames of 5000 × 1000 pixels; 500 million/],
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

  const photo = drawing(600, 400, '#336699', { left: 50, top: 50, width: 300, height: 300, colour: '#ffcc00' })
  const broken: [string, Sharp, (bytes: Buffer) => Buffer][] = [
    ['a JPEG that ends too early', photo.clone().jpeg(), (bytes) => bytes.subarray(0, bytes.length * 0.6)],
    ['a PNG that ends too early', photo.clone().png(), (bytes) => bytes.subarray(0, bytes.length * 0.6)],
    ['a WebP that ends too early', photo.clone().webp(), (bytes) => bytes.subarray(0, bytes.length * 0.6)],
    ['an AVIF that ends too early', photo.clone().avif(), (bytes) => bytes.subarray(0, bytes.length * 0.6)],
    ['a GIF of a head', photo.clone().gif(), (bytes) => bytes.subarray(0, 20)],
    ['a PNG with holes', photo.clone().png(), (bytes) => bytes.fill(0, 60, bytes.length - 60)],
  ]

  it('is refused when its body is broken, and leaves nothing', async (test) => {
    const { keep, storage } = await openKeeping(test)
    for (const [what, picture, spoil] of broken) {
      const bytes = spoil(await picture.toBuffer())
      await assert.rejects(keep(bytes, 'layar.jpg'), /^Invalid: the picture "layar\.jpg" is broken: /, what)
    }
    assert.deepEqual(await storage.list(''), ['secrets/pictures'])
  })

  it('is refused when it is large and cannot be read line by line', async (test) => {
    const { keep, storage } = await openKeeping(test)
    const large = { create: { width: 5000, height: 4001, channels: 3, background: '#123456' } } as const
    const deep = await sharp(large).toColourspace('rgb16').png({ compressionLevel: 1 }).toBuffer()
    const progressive = await sharp(large).jpeg({ progressive: true }).toBuffer()
    for (const bytes of [deep, progressive])
      await assert.rejects(
        keep(bytes, 'layar.png'),
        /^Invalid: the picture "layar\.png" is interlaced, progressive or 16 bits deep, and 20 million/,
      )
    assert.deepEqual(await storage.list(''), ['secrets/pictures'])
    const plain = await sharp(large).jpeg({ progressive: false, quality: 20 }).toBuffer()
    assert.equal((await keep(plain)).width, 2400)
  })

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

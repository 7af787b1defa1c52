import assert from 'node:assert/strict'
import { describe, it, type TestContext } from 'node:test'
import fc from 'fast-check'
import sharp from 'sharp'
import { openNewsroom } from '#test/newsroom.ts'
import { colourAt, drawing, pngOf } from '#test/pictures.ts'
import { openDarkroom } from './darkroom.ts'
import { keepPicture } from './keep-picture.ts'
import { makeRenditions } from './make-rendition.ts'
import { pictureAt } from './picture-at.ts'
import { pictureView, shareable } from './picture-view.ts'
import type { Shape } from './shapes.ts'

const origin = 'https://gawai.example'

/** A newsroom with a picture in it, and an answer to any address. */
async function openWith(test: TestContext, bytes: Uint8Array, focus?: { x: number; y: number }) {
  const { gawai, get } = await openNewsroom(test)
  const kept = await keepPicture(gawai, { name: 'a.png', bytes, ...(focus && { focus }) })
  const digest = kept.src.replace(/^.*\/|\..*$/g, '')
  const ask = async (end: string, init: RequestInit = {}) => {
    const file = `${digest}-${end}`
    return pictureAt(gawai, new Request(`${origin}/media/${file}`, init), file)
  }
  const renditions = () => gawai.storage.list('renditions/')
  return { gawai, get, kept, digest, ask, renditions }
}

const bytesOf = async (answer: Response | undefined) => new Uint8Array((await answer?.arrayBuffer()) ?? [])
const square = { left: 40, top: 40, width: 120, height: 120, colour: '#cc0000' }

describe('a rendition', () => {
  it('is made when it is first asked for, in its format and size, and kept', async (test) => {
    const { ask, get, digest, renditions } = await openWith(test, await drawing(900, 600, '#336699').png().toBuffer())
    const cases = [
      ['whole-400.avif', 'image/avif', 'heif', 400, 267],
      ['whole-900.webp', 'image/webp', 'webp', 900, 600],
      ['16x9-640.jpg', 'image/jpeg', 'jpeg', 640, 360],
      ['1x1-160.jpg', 'image/jpeg', 'jpeg', 160, 160],
    ] as const
    for (const [end, type, format, width, height] of cases) {
      const { status, headers } = await get(`/media/${digest}-${end}`)
      assert.deepEqual([status, headers.get('content-type')], [200, type], end)
      assert.equal(headers.get('cache-control'), 'public, max-age=31536000, immutable')
      const found = await sharp(await bytesOf(await ask(end))).metadata()
      assert.deepEqual([found.format, found.width, found.height], [format, width, height], end)
    }
    assert.equal((await renditions()).length, cases.length)
  })

  it('is cropped around the focal point', async (test) => {
    const picture = await drawing(1600, 400, '#ffffff', square).png().toBuffer()
    const { ask } = await openWith(test, picture, { x: 0.05, y: 0.25 })
    // The square's middle lies at 100, 100 of 400: the crop begins at the left edge.
    assert.equal(await colourAt(await bytesOf(await ask('1x1-320.webp')), 80, 80), '#c00')
    const elsewhere = await openWith(test, picture, { x: 1, y: 0.5 })
    assert.equal(await colourAt(await bytesOf(await elsewhere.ask('1x1-320.webp')), 80, 80), '#fff')
  })

  it('stands on paper where the format knows no transparency', async (test) => {
    const { ask } = await openWith(test, await drawing(900, 600, '#00000000', square).png().toBuffer())
    const print = await bytesOf(await ask('whole-900.jpg'))
    assert.deepEqual([await colourAt(print, 700, 500), await colourAt(print, 100, 100)], ['#ffe', '#c00'])
    assert.equal((await sharp(await bytesOf(await ask('whole-900.webp'))).metadata()).hasAlpha, true)
  })

  it('sends no bytes to whoever has it or only asks for the head', async (test) => {
    const { ask } = await openWith(test, await drawing(900, 600, '#336699').png().toBuffer())
    const head = await ask('whole-400.jpg', { method: 'HEAD' })
    const whole = await ask('whole-400.jpg')
    assert.equal((await bytesOf(head)).length, 0)
    assert.equal(head?.headers.get('content-length'), String((await bytesOf(whole)).length))
    const known = { headers: { 'if-none-match': head?.headers.get('etag') ?? '' } }
    assert.equal((await ask('whole-400.jpg', known))?.status, 304)
  })

  it('is made once, however many ask at the same time', async (test) => {
    const { ask, gawai } = await openWith(test, await drawing(900, 600, '#336699').png().toBuffer())
    const put = test.mock.method(gawai.storage, 'put')
    const answers = await Promise.all(Array.from({ length: 100 }, () => ask('whole-400.webp')))
    assert.ok(answers.every((answer) => answer?.status === 200))
    assert.equal(put.mock.callCount(), 1)
  })

  it('is not there for an unknown width, shape, format or picture, and nothing is made', async (test) => {
    const { get, digest, renditions } = await openWith(test, await drawing(900, 600, '#336699').png().toBuffer())
    const ends = ['whole-401.jpg', 'whole-1200.jpg', 'whole-0.jpg', 'whole-0400.jpg', 'whole-400.png', '4x5-320.jpg']
    const files = [...ends.map((end) => `${digest}-${end}`), `${'0'.repeat(32)}-whole-400.jpg`, `${digest}.json`]
    for (const file of [...files, `${digest}-constructor-320.jpg`, `${digest}-whole-400.jpg.json`])
      assert.equal((await get(`/media/${file}`)).status, 404, file)
    assert.deepEqual(await renditions(), [])
  })

  it('is never made of a GIF', async (test) => {
    const { get, digest, kept } = await openWith(test, await drawing(900, 600, '#336699').gif().toBuffer())
    assert.equal((await get(`/media/${digest}-whole-400.jpg`)).status, 404)
    assert.equal((await get(kept.src)).status, 200)
  })

  it('is made of a picture that was kept before there were renditions', async (test) => {
    const { gawai } = await openNewsroom(test)
    const digest = 'a'.repeat(32)
    // On its side: red is the left of the file and the top of what is shown.
    const taken = drawing(900, 600, '#0000ff', { left: 0, top: 0, width: 300, height: 600, colour: '#ff0000' })
    const bytes = await taken.jpeg().withMetadata({ orientation: 6 }).toBuffer()
    await gawai.storage.put(`pictures/${digest}.jpg`, bytes)
    const ask = async (file: string) => bytesOf(await pictureAt(gawai, new Request(`${origin}/media/${file}`), file))
    const whole = await ask(`${digest}-whole-600.jpg`)
    assert.equal((await sharp(whole).metadata()).height, 900)
    assert.deepEqual([await colourAt(whole, 300, 250), await colourAt(whole, 300, 350)], ['#f00', '#00f'])
    // The crop begins at 60 of 900: two fifths down lies its middle.
    const crop = await ask(`${digest}-1x1-320.webp`)
    assert.deepEqual([await colourAt(crop, 160, 115), await colourAt(crop, 160, 141)], ['#f00', '#00f'])
  })
})

describe('a rendition that cannot be made', () => {
  const picture = drawing(900, 600, '#336699', square).png()

  it('is stood in for by the nearest that is there, which no browser keeps', async (test) => {
    const { ask, gawai, renditions } = await openWith(test, await picture.toBuffer())
    await ask('16x9-640.webp')
    await gawai.use(openDarkroom).close()
    const near = await ask('16x9-320.webp')
    assert.deepEqual([near?.status, near?.headers.get('cache-control')], [200, 'no-cache'])
    assert.equal((await sharp(await bytesOf(near)).metadata()).width, 640)
    assert.equal((await renditions()).length, 1)
  })

  it('is never stood in for by a file of another type', async (test) => {
    const { ask, gawai } = await openWith(test, await picture.toBuffer())
    await ask('1x1-160.webp')
    await gawai.use(openDarkroom).close()
    assert.equal((await ask('1x1-160.avif'))?.status, 503)
    const photo = await openWith(test, await picture.clone().flatten().jpeg().toBuffer())
    await photo.gawai.use(openDarkroom).close()
    const answer = await photo.ask('1x1-160.jpg')
    assert.deepEqual([answer?.status, answer?.headers.get('content-type')], [200, 'image/jpeg'])
  })

  it('is soon asked for again when many others wait, and an editor does not wait for them', async (test) => {
    const { ask, gawai } = await openWith(test, await picture.toBuffer())
    const ends = ['webp', 'avif', 'jpg'].flatMap((format) => [
      `whole-400.${format}`,
      `whole-900.${format}`,
      `1x1-160.${format}`,
      `16x9-320.${format}`,
    ])
    const asked = ends.map((end) => ask(end))
    const editor = keepPicture(gawai, { name: 'b.png', bytes: pngOf(3, 2) }).then(() =>
      gawai.storage.list('renditions/'),
    )
    const answers = await Promise.all(asked)
    const later = answers.filter((answer) => answer?.status === 503)
    const made = answers.length - later.length
    assert.ok(made >= 6 && made <= 7, `${made}`)
    for (const answer of later) assert.equal(answer?.headers.get('retry-after'), '5')
    assert.ok((await editor).length < 7)
  })

  it('is answered with a time to ask again when nothing is there', async (test) => {
    const { ask, gawai, kept } = await openWith(test, await picture.toBuffer())
    const { get } = gawai.storage
    let asked = 0
    // The picture goes while it is developed.
    test.mock.method(gawai.storage, 'get', (name: string) =>
      name.endsWith('.png') && asked++ > 0 ? Promise.resolve(undefined) : get(name),
    )
    await gawai.use(openDarkroom).close()
    const answer = await ask('whole-400.jpg')
    assert.deepEqual([answer?.status, answer?.headers.get('retry-after')], [503, '30'], kept.src)
  })
})

describe('renditions made ahead of readers', () => {
  it('are all that a page asks for, and are made once', async (test) => {
    const { gawai, kept, renditions } = await openWith(test, await drawing(900, 600, '#336699').png().toBuffer())
    await makeRenditions(gawai, [
      kept.src,
      kept.src,
      '/a.jpg',
      'https://b.example/c.jpg',
      `/media/${'0'.repeat(32)}.jpg`,
    ])
    // 400 and 900 whole; 320, 640 and 900 of 16 by 9; 160 and 320 square; each in three formats.
    assert.equal((await renditions()).length, 21)
    const put = test.mock.method(gawai.storage, 'put')
    await makeRenditions(gawai, [kept.src])
    assert.equal(put.mock.callCount(), 0)
  })

  it('are left for another time when the program ends', async (test) => {
    const { gawai, kept } = await openWith(test, pngOf(3, 2))
    await gawai.use(openDarkroom).close()
    await assert.rejects(makeRenditions(gawai, [kept.src]), /The darkroom is closed/)
  })
})

describe('the addresses that a view prints', () => {
  it('are answered, each with a picture as wide as it says', async (test) => {
    const { gawai } = await openNewsroom(test)
    const side = fc.integer({ min: 1, max: 700 })
    const shapes = fc.constantFrom<Shape>('whole', '16x9', '1x1')
    await fc.assert(
      fc.asyncProperty(side, side, shapes, async (width, height, shape) => {
        const kept = await keepPicture(gawai, { name: 'a', bytes: pngOf(width, height) })
        const markup = `${await pictureView({ ...kept, alt: '' }, { shape, sizes: '100vw' })}`
        const printed = [...markup.matchAll(/\/media\/(\S+) (\d+)w/g)]
        assert.ok(printed.length >= 3, markup)
        for (const [, file = '', wide] of printed) {
          const answer = await pictureAt(gawai, new Request(`${origin}/media/${file}`), file)
          assert.equal(answer?.status, 200, file)
          assert.equal((await sharp(await bytesOf(answer)).metadata()).width, Number(wide), file)
        }
        const { src, width: shared } = shareable(kept)
        assert.ok((shape !== 'whole' || markup.includes(src)) && shared === Math.min(width, 1600))
      }),
      { numRuns: 8 },
    )
  })
})

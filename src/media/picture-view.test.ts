import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import fc from 'fast-check'
import { HtmlValidate } from 'html-validate'
import { markupOf } from '#platform/html.ts'
import { pictureView, shareable, type ShownPicture } from './picture-view.ts'
import { ladder, type Shape } from './shapes.ts'

const digest = '0123456789abcdef'.repeat(2)
const kept = { src: `/media/${digest}.png`, width: 1000, height: 600, alt: 'Layar "depan"', colour: '#c03000' }
const viewed = (picture: ShownPicture, shape: Shape = 'whole', isEager = false) =>
  markupOf(pictureView(picture, { shape, sizes: '(min-width: 44rem) 40rem, 100vw', isEager }))

describe('the view of a picture', () => {
  it('offers every width in three formats, and its place', async () => {
    const markup = await viewed(kept)
    const widths = (ending: string) =>
      Array.from(markup.matchAll(new RegExp(`-whole-(\\d+)\\.${ending} \\1w`, 'g')), ([, width]) => width)
    for (const ending of ['avif', 'webp', 'jpg']) assert.deepEqual(widths(ending), ['400', '800', '1000'])
    assert.match(markup, new RegExp(`<img src="/media/${digest}-whole-800\\.jpg"`))
    assert.match(markup, /alt="Layar &quot;depan&quot;" width="1000" height="600" data-colour="#c03000" loading="lazy"/)
  })

  it('has the size of its shape', async () => {
    assert.match(await viewed(kept, '16x9'), /width="1000" height="563"/)
    assert.match(await viewed(kept, '1x1'), /width="320" height="320"/)
  })

  it('is asked for at once when readers see it first', async () => {
    assert.match(await viewed(kept, 'whole', true), /fetchpriority="high" decoding="async"/)
    assert.doesNotMatch(await viewed(kept, 'whole', true), /loading=/)
  })

  it('is the picture alone when it has no renditions', async () => {
    const others = [
      { src: `/media/${digest}.gif`, width: 9, height: 9 },
      { src: `/media/${digest}.jpg` },
      { src: '/wp-content/a.jpg', width: 9, height: 9 },
      { src: `https://b.example/media/${digest}.jpg`, width: 9, height: 9 },
    ]
    for (const other of others) {
      const markup = await viewed({ ...other, alt: '' })
      assert.ok(markup.startsWith(`<img src="${other.src}"`) && !markup.includes('srcset'), markup)
      assert.deepEqual(shareable(other), other)
    }
  })

  it('is valid, short, and free of style and script', async () => {
    const validate = new HtmlValidate({ extends: ['html-validate:standard'], rules: { 'no-inline-style': 'error' } })
    for (const shape of ['whole', '16x9', '1x1'] as const) {
      const markup = await viewed({ ...kept, width: 4000, height: 3000 }, shape)
      const { valid, results } = await validate.validateString(markup)
      assert.ok(valid, JSON.stringify(results[0]?.messages))
      assert.ok(markup.length < 1400, `${shape}: ${markup.length}`)
    }
  })
})

describe('the picture that other sites show', () => {
  it('is the widest that every program reads', () => {
    assert.deepEqual(shareable(kept), { src: `/media/${digest}-whole-1000.jpg`, width: 1000, height: 600 })
    assert.deepEqual(shareable({ ...kept, width: 4000, height: 3000 }).width, 1600)
  })
})

describe('the ladder of a picture', () => {
  it('rises, ends with the widest that fits, and is never wider than the picture', () => {
    const side = fc.integer({ min: 1, max: 20_000 })
    const shapes = { whole: undefined, '16x9': 16 / 9, '1x1': 1 }
    fc.assert(
      fc.property(side, side, fc.constantFrom<Shape>('whole', '16x9', '1x1'), (width, height, shape) => {
        const rungs = ladder({ width, height }, shape)
        const ratio = shapes[shape] ?? width / height
        for (const [index, rung] of rungs.entries()) {
          assert.ok(rung.width <= width && rung.width > (rungs[index - 1]?.width ?? 0))
          assert.ok(Math.abs(rung.height - rung.width / ratio) <= 1)
        }
        assert.ok(rungs.length >= 1 && rungs.length <= 4)
      }),
    )
  })
})

import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import fc from 'fast-check'
import { isPlace, unpublish } from '#articles'
import { openNewsroom } from '#test/newsroom.ts'
import { isPlaceKey, placeKey, placeOf, top } from './place-key.ts'

const whole = fc.maxSafeNat()

describe('a place’s key', () => {
  it('names that place and no other, also before computers counted time', () =>
    fc.assert(
      fc.property(fc.maxSafeInteger(), whole, (at, id) => {
        const key = placeKey({ at, id })
        assert.ok(isPlaceKey(key))
        assert.deepEqual(placeOf(key), { at, id })
        assert.equal(encodeURIComponent(key), key)
      }),
      {
        examples: [
          [top.at, top.id],
          [-1, 0],
          [0, 0],
        ],
      },
    ))

  it('is read from any word, which names the top when it is none', () =>
    fc.assert(
      fc.property(fc.oneof(fc.string(), fc.stringMatching(/^-?[0-9a-z]{0,13}-[0-9a-z]{0,13}$/)), (word) => {
        const { at, id } = placeOf(word)
        assert.ok(Number.isFinite(at) && Number.isFinite(id))
        if (!isPlaceKey(word)) assert.deepEqual({ at, id }, top)
      }),
    ))

  it('is a place only while an article stands there: no other word makes a page', async (test) => {
    const { gawai, publish } = await openNewsroom(test)
    const at = Date.UTC(2018, 2, 6)
    const { id } = await publish({ slug: 'kabar', at })
    assert.equal(await isPlace(gawai, placeKey({ at, id }), 'id'), true)
    for (const place of [{ at: at + 1, id }, { at, id: id + 1 }, top])
      assert.equal(await isPlace(gawai, placeKey(place), 'id'), false, placeKey(place))
    assert.equal(await isPlace(gawai, 'bukan!kunci', 'id'), false)
    assert.equal(await isPlace(gawai, '-zzzzzzzzzzz-zzzzzzzzzzz', 'id'), false)
    await unpublish(gawai, { article: id, why: 'keliru' })
    assert.equal(await isPlace(gawai, placeKey({ at, id }), 'id'), false)
  })
})

import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { markupOf } from '#platform/html.ts'
import { namesList } from './names.ts'

const drawn = async (...[names]: Parameters<typeof namesList>) =>
  (await markupOf(namesList(names))).replace(/\s+(?=[<>])|(?<=>)\s+/g, '')

describe('a list of names', () => {
  it('sets a mark before a name and words behind it, where there are any', async () => {
    const wulan = { name: 'Wulan', path: '/w/', mark: 'W', words: 'Penulis' }
    assert.equal(
      await drawn([wulan, { name: 'Tia', path: '/t/', mark: '', words: '' }]),
      '<ul class="names"><li><span class="mark">W</span><a href="/w/">Wulan</a><span class="quiet">Penulis</span></li><li><a href="/t/">Tia</a></li></ul>',
    )
  })

  it('holds what lies below a name inside it, and no list where nothing does', async () => {
    const below = [{ name: 'Kamera', path: '/k/', below: [] }]
    assert.equal(
      await drawn([{ name: 'Ponsel', path: '/p/', below }]),
      '<ul class="names"><li><a href="/p/">Ponsel</a><ul class="names"><li><a href="/k/">Kamera</a></li></ul></li></ul>',
    )
  })

  it('shows a hostile name as words', async () => {
    const hostile = '"><b>'
    assert.doesNotMatch(await drawn([{ name: hostile, path: hostile, mark: hostile, words: hostile }]), /<b>/)
  })
})
